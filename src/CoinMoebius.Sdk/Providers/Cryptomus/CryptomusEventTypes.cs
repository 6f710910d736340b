namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>
/// The payment statuses of Cryptomus, as in <c>WebhookEvent.EventType</c>: its webhooks have no other name. For anything but payments and
/// static wallets, the type precedes the status, as in <c>payout.paid</c>. A status that is not listed here counts as pending.
/// Source: doc.cryptomus.com/business/payments/payment-statuses.
/// </summary>
public static class CryptomusEventTypes
{
    /// <summary>The payment is being processed.</summary>
    public const string Process = "process";

    /// <summary>Cryptomus waits for the transaction to appear on the chain.</summary>
    public const string Check = "check";

    /// <summary>The transaction was seen and waits for confirmations.</summary>
    public const string ConfirmCheck = "confirm_check";

    /// <summary>The payer paid less than due and may still add the rest.</summary>
    public const string WrongAmountWaiting = "wrong_amount_waiting";

    /// <summary>Paid exactly; final.</summary>
    public const string Paid = "paid";

    /// <summary>The payer paid more than due; final.</summary>
    public const string PaidOver = "paid_over";

    /// <summary>The payer paid less than due and did not add the rest; final.</summary>
    public const string WrongAmount = "wrong_amount";

    /// <summary>The payment failed; final.</summary>
    public const string Fail = "fail";

    /// <summary>A system error occurred at Cryptomus; final.</summary>
    public const string SystemFail = "system_fail";

    /// <summary>The payer did not pay in time; final.</summary>
    public const string Cancel = "cancel";

    /// <summary>A refund is in progress.</summary>
    public const string RefundProcess = "refund_process";

    /// <summary>A refund failed; the merchant keeps the money.</summary>
    public const string RefundFail = "refund_fail";

    /// <summary>The money was refunded to the payer.</summary>
    public const string RefundPaid = "refund_paid";

    /// <summary>An anti-money-laundering check holds the money.</summary>
    public const string Locked = "locked";
}
