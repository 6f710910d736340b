namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The names of Coinflow's events, as in <c>WebhookEvent.EventType</c>. An open vocabulary: Coinflow adds to it, and a name
/// that is not listed here arrives as an unmapped event. Sources: docs.coinflow.cash/openapi.json, and
/// docs.coinflow.cash/guides/developer-resources/webhooks with its pages on checkout, withdraw and configuration webhooks.
/// </summary>
public static class CoinflowEventTypes
{
    /// <summary>The issuer approved a card payment; no money has moved.</summary>
    public const string CardPaymentAuthorized = "Card Payment Authorized";

    /// <summary>The issuer declined a card payment.</summary>
    public const string CardPaymentDeclined = "Card Payment Declined";

    /// <summary>An authorised card payment was voided before capture.</summary>
    public const string CardPaymentVoided = "Card Payment Voided";

    /// <summary>A card payment was stopped by fraud protection.</summary>
    public const string CardPaymentSuspectedFraud = "Card Payment Suspected Fraud";

    /// <summary>The buyer's bank opened a chargeback of a card payment.</summary>
    public const string CardPaymentChargebackOpened = "Card Payment Chargeback Opened";

    /// <summary>The merchant won the chargeback of a card payment.</summary>
    public const string CardPaymentChargebackWon = "Card Payment Chargeback Won";

    /// <summary>The merchant lost the chargeback of a card payment.</summary>
    public const string CardPaymentChargebackLost = "Card Payment Chargeback Lost";

    /// <summary>A payment of another method was approved; no money has moved.</summary>
    public const string PaymentAuthorized = "Payment Authorized";

    /// <summary>A payment is waiting for the merchant's or Coinflow's decision.</summary>
    public const string PaymentPendingReview = "Payment Pending Review";

    /// <summary>A payment was not made in time.</summary>
    public const string PaymentExpiration = "Payment Expiration";

    /// <summary>The money of a payment is in the merchant's settlement location: the one event that means paid.</summary>
    public const string Settled = "Settled";

    /// <summary>The on-chain payout of settled money; carries its transaction signature.</summary>
    public const string DisbursedFunds = "Disbursed Funds";

    /// <summary>A payment in USDC was detected; it is not settled yet.</summary>
    public const string UsdcPaymentReceived = "USDC Payment Received";

    /// <summary>Credits were minted for the buyer.</summary>
    public const string CreditsMinted = "Credits Minted";

    /// <summary>An ACH payment was started.</summary>
    public const string AchInitiated = "ACH Initiated";

    /// <summary>An ACH payment was sent to the bank in a batch.</summary>
    public const string AchBatched = "ACH Batched";

    /// <summary>The bank accepted an ACH payment; it can still be returned.</summary>
    public const string AchSuccess = "ACH Success";

    /// <summary>An ACH payment was returned, possibly after it was settled.</summary>
    public const string AchReturned = "ACH Returned";

    /// <summary>An ACH payment failed.</summary>
    public const string AchFailed = "ACH Failed";

    /// <summary>The account holder reversed an ACH payment.</summary>
    public const string AchChargeback = "ACH Chargeback";

    /// <summary>A PIX payment failed.</summary>
    public const string PixFailed = "PIX Failed";

    /// <summary>A PIX code expired unpaid.</summary>
    public const string PixExpiration = "PIX Expiration";

    /// <summary>A wire payment was started.</summary>
    public const string WireInitiated = "Wire Initiated";

    /// <summary>A wire payment failed.</summary>
    public const string WireFailure = "Wire Failure";

    /// <summary>A wire arrived that belongs to no payment.</summary>
    public const string UnknownWirePaymentReceived = "Unknown Wire Payment Received";

    /// <summary>An IBAN payment failed.</summary>
    public const string IbanFailure = "Iban Failure";

    /// <summary>The bank requests information about an IBAN transfer.</summary>
    public const string IbanRfiCreated = "Iban RFI Created";

    /// <summary>The bank's request about an IBAN transfer was answered.</summary>
    public const string IbanRfiSubmitted = "Iban RFI Submitted";

    /// <summary>An Interac payment failed.</summary>
    public const string InteracFailure = "Interac Failure";

    /// <summary>A Cash App payment failed.</summary>
    public const string CashAppFailure = "CashApp Failure";

    /// <summary>A PayPal payment was approved; no money has moved.</summary>
    public const string PayPalPaymentAuthorized = "PayPal Payment Authorized";

    /// <summary>An authorised PayPal payment was voided before capture.</summary>
    public const string PayPalPaymentVoided = "PayPal Payment Voided";

    /// <summary>A PayPal payment failed.</summary>
    public const string PayPalFailure = "PayPal Failure";

    /// <summary>A chargeback of a PayPal payment was opened.</summary>
    public const string PayPalPaymentChargebackOpened = "PayPal Payment Chargeback Opened";

    /// <summary>The merchant won the chargeback of a PayPal payment.</summary>
    public const string PayPalPaymentChargebackWon = "PayPal Payment Chargeback Won";

    /// <summary>The merchant lost the chargeback of a PayPal payment.</summary>
    public const string PayPalPaymentChargebackLost = "PayPal Payment Chargeback Lost";

    /// <summary>A Venmo payment was approved; no money has moved.</summary>
    public const string VenmoPaymentAuthorized = "Venmo Payment Authorized";

    /// <summary>An authorised Venmo payment was voided before capture.</summary>
    public const string VenmoPaymentVoided = "Venmo Payment Voided";

    /// <summary>A Venmo payment failed.</summary>
    public const string VenmoFailure = "Venmo Failure";

    /// <summary>A chargeback of a Venmo payment was opened.</summary>
    public const string VenmoPaymentChargebackOpened = "Venmo Payment Chargeback Opened";

    /// <summary>The merchant won the chargeback of a Venmo payment.</summary>
    public const string VenmoPaymentChargebackWon = "Venmo Payment Chargeback Won";

    /// <summary>The merchant lost the chargeback of a Venmo payment.</summary>
    public const string VenmoPaymentChargebackLost = "Venmo Payment Chargeback Lost";

    /// <summary>Coins of a crypto payment arrived; it is not settled yet.</summary>
    public const string CryptoPayInFundsReceived = "Crypto Payin Funds Received";

    /// <summary>Coins arrived at a deposit address.</summary>
    public const string CryptoDepositFundsReceived = "Crypto Deposit Funds Received";

    /// <summary>More coins arrived than the payment requires.</summary>
    public const string CryptoOverpayment = "Crypto Overpayment";

    /// <summary>Fewer coins arrived than the payment requires.</summary>
    public const string CryptoUnderpayment = "Crypto Underpayment";

    /// <summary>A refund changed its status.</summary>
    public const string Refund = "Refund";

    /// <summary>A refund reached the buyer.</summary>
    public const string RefundComplete = "Refund Complete";

    /// <summary>A refund failed; the payment remains valid.</summary>
    public const string RefundFailure = "Refund Failure";

    /// <summary>A refund was returned to the merchant.</summary>
    public const string RefundReturned = "Refund Returned";

    /// <summary>Money that was held back as a reserve was released.</summary>
    public const string ReserveReleased = "Reserve Released";

    /// <summary>A customer used up half, most or all of a raised limit.</summary>
    public const string CustomerOverrideLimitThreshold = "Customer Override Limit Threshold";

    /// <summary>A subscription began.</summary>
    public const string SubscriptionCreated = "Subscription Created";

    /// <summary>A subscription was canceled.</summary>
    public const string SubscriptionCanceled = "Subscription Canceled";

    /// <summary>A subscription expired.</summary>
    public const string SubscriptionExpired = "Subscription Expired";

    /// <summary>A charge of a subscription failed.</summary>
    public const string SubscriptionFailure = "Subscription Failure";

    /// <summary>A subscription reached its planned end.</summary>
    public const string SubscriptionConcluded = "Subscription Concluded";

    /// <summary>An identity check of a payee began.</summary>
    public const string KycCreated = "KYC Created";

    /// <summary>An identity check of a payee succeeded.</summary>
    public const string KycSuccess = "KYC Success";

    /// <summary>An identity check of a payee failed.</summary>
    public const string KycFailure = "KYC Failure";

    /// <summary>A payout is under way.</summary>
    public const string WithdrawPending = "Withdraw Pending";

    /// <summary>A payout reached the payee.</summary>
    public const string WithdrawSuccess = "Withdraw Success";

    /// <summary>A payout failed.</summary>
    public const string WithdrawFailure = "Withdraw Failure";

    /// <summary>The payee has not claimed a PayPal or Venmo payout.</summary>
    public const string WithdrawUnclaimed = "Withdraw Unclaimed";

    /// <summary>A PayPal or Venmo payout is on hold.</summary>
    public const string WithdrawOnHold = "Withdraw On Hold";

    /// <summary>The check of a sub-merchant's business began.</summary>
    public const string SubMerchantKybCreated = "Sub-merchant KYB Created";

    /// <summary>The check of a sub-merchant's business succeeded.</summary>
    public const string SubMerchantKybSuccess = "Sub-merchant KYB Success";

    /// <summary>The check of a sub-merchant's business failed.</summary>
    public const string SubMerchantKybFailure = "Sub-merchant KYB Failure";

    /// <summary>A seller was blocked.</summary>
    public const string SellerBlocked = "Seller Blocked";

    /// <summary>Payment methods were enabled or disabled; one event contains a batch of changes.</summary>
    public const string ConfigMethodStatusChanged = "Config Method Status Changed";

    /// <summary>Fees were changed; one event contains a batch of changes.</summary>
    public const string ConfigFeeChanged = "Config Fee Changed";
}
