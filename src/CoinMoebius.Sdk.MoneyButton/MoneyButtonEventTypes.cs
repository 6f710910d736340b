namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// The payment statuses of Money Button, as they stand in <c>WebhookEvent.EventType</c>: its webhooks have no other name. A status that
/// is not listed here is unmapped. Source: about.moneybutton.com/docs/api/api-webhooks.
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

    /// <summary>An earlier payment no longer holds. The documentation names it in its text only, not in its table of statuses.</summary>
    public const string DoubleSpent = "DOUBLE_SPENT";
}
