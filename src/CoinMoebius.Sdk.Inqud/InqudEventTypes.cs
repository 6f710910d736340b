namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// Inqud's statuses, as in <c>WebhookEvent.EventType</c>: its webhooks have no other name, and Inqud sends them at every change of a status. A
/// status that is not listed here counts as pending. Source: github.com/Inqud/inqud-recurring-sdk-example (checkouts) and
/// docs.inqud.com, "Requests" and "Payment statuses".
/// </summary>
public static class InqudEventTypes
{
    /// <summary>A checkout exists; the payer has not chosen a coin. Also the first status of a payment.</summary>
    public const string New = "NEW";

    /// <summary>Checkouts: the payer chose a coin and has an address to pay to.</summary>
    public const string RequestCreated = "REQUEST_CREATED";

    /// <summary>Checkouts: a transaction was detected and is being processed.</summary>
    public const string PaymentDetected = "PAYMENT_DETECTED";

    /// <summary>Requests: no transaction has been detected.</summary>
    public const string WaitingPayment = "WAITING_PAYMENT";

    /// <summary>Requests: a transaction was detected and is being processed.</summary>
    public const string PendingPayment = "PENDING_PAYMENT";

    /// <summary>Payments: in progress.</summary>
    public const string Pending = "PENDING";

    /// <summary>Payments: held for review; Inqud's support contacts the merchant.</summary>
    public const string Frozen = "FROZEN";

    /// <summary>Paid; final.</summary>
    public const string Success = "SUCCESS";

    /// <summary>Payments, mainly payouts: partly completed; final.</summary>
    public const string PartialSuccess = "PARTIAL_SUCCESS";

    /// <summary>
    /// Money arrived, but there is a problem, which the <c>reason</c> names (<c>UNDERPAID</c>). The status does not change by itself: the merchant
    /// or Inqud's support decides.
    /// </summary>
    public const string Conflict = "CONFLICT";

    /// <summary>Not paid in time; final.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>Payments: failed; final.</summary>
    public const string Failed = "FAILED";

    /// <summary>Payments: counts as failed; final.</summary>
    public const string Cancelled = "CANCELLED";
}
