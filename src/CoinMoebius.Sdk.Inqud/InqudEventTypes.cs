namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// The statuses of Inqud, as they stand in <c>WebhookEvent.EventType</c>: its webhooks have no other name, and are sent at every change
/// of a status. A status that is not listed here counts as pending. Source: github.com/Inqud/inqud-recurring-sdk-example (checkouts) and
/// docs.inqud.com, "Requests" and "Payment statuses".
/// </summary>
public static class InqudEventTypes
{
    /// <summary>A checkout exists; the payer has not chosen a coin. Also the first status of a payment.</summary>
    public const string New = "NEW";

    /// <summary>Of a checkout: the payer chose a coin and has an address to pay to.</summary>
    public const string RequestCreated = "REQUEST_CREATED";

    /// <summary>Of a checkout: a transaction was seen and is being processed.</summary>
    public const string PaymentDetected = "PAYMENT_DETECTED";

    /// <summary>Of a request: no transaction was seen yet.</summary>
    public const string WaitingPayment = "WAITING_PAYMENT";

    /// <summary>Of a request: a transaction was seen and is being processed.</summary>
    public const string PendingPayment = "PENDING_PAYMENT";

    /// <summary>Of a payment: being processed.</summary>
    public const string Pending = "PENDING";

    /// <summary>Of a payment: held until somebody has looked at it; Inqud's support gets in touch.</summary>
    public const string Frozen = "FROZEN";

    /// <summary>Paid; final.</summary>
    public const string Success = "SUCCESS";

    /// <summary>Of a payment, payouts above all: done in part; final.</summary>
    public const string PartialSuccess = "PARTIAL_SUCCESS";

    /// <summary>
    /// Money came, but something about it is wrong; the <c>reason</c> says what (<c>UNDERPAID</c>). Nothing more happens by itself: the
    /// merchant or Inqud's support decides.
    /// </summary>
    public const string Conflict = "CONFLICT";

    /// <summary>Not paid in time; final.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>Of a payment: it failed; final.</summary>
    public const string Failed = "FAILED";

    /// <summary>Of a payment: to be treated as failed; final.</summary>
    public const string Cancelled = "CANCELLED";
}
