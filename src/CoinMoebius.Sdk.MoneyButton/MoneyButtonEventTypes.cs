namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// The payment statuses of Money Button, as in <c>WebhookEvent.EventType</c>: its webhooks have no other type. Other statuses arrive as
/// unmapped events. Source: about.moneybutton.com/docs/api/api-webhooks.
/// </summary>
public static class MoneyButtonEventTypes
{
    /// <summary>The transaction was built and not yet signed.</summary>
    public const string Pending = "PENDING";

    /// <summary>The transaction was signed, broadcast and found valid; it is in no block.</summary>
    public const string Received = "RECEIVED";

    /// <summary>The transaction is in a block.</summary>
    public const string Completed = "COMPLETED";

    /// <summary>The network rejected the transaction.</summary>
    public const string Failed = "FAILED";

    /// <summary>An earlier payment is no longer valid. The documentation has this status in its text, but not in its table of statuses.</summary>
    public const string DoubleSpent = "DOUBLE_SPENT";
}
