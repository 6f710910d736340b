namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>
/// The payment statuses of Cryptomus, as they stand in <c>WebhookEvent.EventType</c>: its webhooks have no other name. Of what is neither a
/// payment nor a static wallet's, the type stands before it, <c>payout.paid</c>. A status that is not listed here counts as pending.
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

    /// <summary>Less than asked came; the payer may still add the rest.</summary>
    public const string WrongAmountWaiting = "wrong_amount_waiting";

    /// <summary>Paid exactly; final.</summary>
    public const string Paid = "paid";

    /// <summary>More than asked came; final.</summary>
    public const string PaidOver = "paid_over";

    /// <summary>Less than asked came, and the rest did not; final.</summary>
    public const string WrongAmount = "wrong_amount";

    /// <summary>The payment went wrong; final.</summary>
    public const string Fail = "fail";

    /// <summary>Something went wrong at Cryptomus; final.</summary>
    public const string SystemFail = "system_fail";

    /// <summary>Nothing came in time; final.</summary>
    public const string Cancel = "cancel";

    /// <summary>A refund is under way.</summary>
    public const string RefundProcess = "refund_process";

    /// <summary>A refund went wrong; the merchant still has the money.</summary>
    public const string RefundFail = "refund_fail";

    /// <summary>The money went back to the payer.</summary>
    public const string RefundPaid = "refund_paid";

    /// <summary>The money is held back by an anti-money-laundering check.</summary>
    public const string Locked = "locked";
}
