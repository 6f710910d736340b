namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>
/// The payment statuses of NOWPayments, as in <c>WebhookEvent.EventType</c>: its notifications have no other name. A status
/// that is not listed here counts as pending. Source: nowpayments.zendesk.com, "Payment statuses".
/// </summary>
public static class NowPaymentsEventTypes
{
    /// <summary>Nothing has been sent yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>A transaction was seen and is being confirmed.</summary>
    public const string Confirming = "confirming";

    /// <summary>The transaction was confirmed; the funds are not the merchant's yet.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>The funds are on their way to the merchant.</summary>
    public const string Sending = "sending";

    /// <summary>The funds reached the merchant; final.</summary>
    public const string Finished = "finished";

    /// <summary>The buyer paid less than due, and the amount was passed on; final.</summary>
    public const string PartiallyPaid = "partially_paid";

    /// <summary>Unexpected coins, or coins on another network, arrived and were confirmed: a person must check.</summary>
    public const string WrongAssetConfirmed = "wrong_asset_confirmed";

    /// <summary>The payment failed.</summary>
    public const string Failed = "failed";

    /// <summary>The funds were refunded to the buyer.</summary>
    public const string Refunded = "refunded";

    /// <summary>The buyer did not pay in time.</summary>
    public const string Expired = "expired";

    /// <summary>The merchant cancelled a partially paid payment.</summary>
    public const string Cancelled = "cancelled";
}
