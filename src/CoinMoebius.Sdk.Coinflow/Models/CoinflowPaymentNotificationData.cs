using System.Diagnostics;
using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The common data of all events about a payment. A field that is missing or has another type than documented is null. Source:
/// docs.coinflow.cash/guides/developer-resources/webhooks/checkout-webhooks and docs.coinflow.cash/openapi.json.
/// </summary>
public abstract record CoinflowPaymentNotificationData : CoinflowNotificationData
{
    /// <summary>The payment id.</summary>
    public string? Id { get; init; }

    /// <summary>The payer: a wallet address, or <c>merchant id</c> + <c>ʬ</c> + <c>your user id</c>. Sent up to version 2.</summary>
    public string? Wallet { get; init; }

    /// <summary>The payer as <c>merchant id</c> + <c>ʬ</c> + <c>your user id</c>. Sent since version 3.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Your own id of the payer. Sent with <c>Settled</c> in version 3.</summary>
    public string? RawCustomerId { get; init; }

    /// <summary>The merchant.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The payment method.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>The price before fees. Compare it with your order.</summary>
    public CoinflowMoney? Subtotal { get; init; }

    /// <summary>The fees of the payment method.</summary>
    public CoinflowMoney? Fees { get; init; }

    /// <summary>The network fees of a blockchain transaction.</summary>
    public CoinflowMoney? GasFees { get; init; }

    /// <summary>The fees of the protection against chargebacks.</summary>
    public CoinflowMoney? ChargebackProtectionFees { get; init; }

    /// <summary>The fees of the currency exchange.</summary>
    public CoinflowMoney? FxFees { get; init; }

    /// <summary>The fees of the card or payment network.</summary>
    public CoinflowMoney? NetworkFees { get; init; }

    /// <summary>The amount that the payer pays, including fees.</summary>
    public CoinflowMoney? Total { get; init; }

    /// <summary>The part of <see cref="Fees"/> that the merchant pays.</summary>
    public CoinflowMoney? MerchantPaidFees { get; init; }

    /// <summary>The part of <see cref="ChargebackProtectionFees"/> that the merchant pays.</summary>
    public CoinflowMoney? MerchantPaidChargebackProtectionFees { get; init; }

    /// <summary>The part of <see cref="GasFees"/> that the merchant pays.</summary>
    public CoinflowMoney? MerchantPaidGasFees { get; init; }

    /// <summary>The part of <see cref="FxFees"/> that the merchant pays.</summary>
    public CoinflowMoney? MerchantPaidFxFees { get; init; }

    /// <summary>The part of <see cref="NetworkFees"/> that the merchant pays.</summary>
    public CoinflowMoney? MerchantPaidNetworkFees { get; init; }

    /// <summary>The card fees that are invoiced later.</summary>
    public CoinflowMoney? InvoicedCreditCardFees { get; init; }

    /// <summary>The fees of the protection against chargebacks that are invoiced later.</summary>
    public CoinflowMoney? InvoicedChargebackProtectionFees { get; init; }

    /// <summary>The network fees of a blockchain transaction that are invoiced later.</summary>
    public CoinflowMoney? InvoicedGasFees { get; init; }

    /// <summary>The exchange fees that are invoiced later.</summary>
    public CoinflowMoney? InvoicedFxFees { get; init; }

    /// <summary>The network fees that are invoiced later.</summary>
    public CoinflowMoney? InvoicedNetworkFees { get; init; }

    /// <summary>The totals in the currency shown to the payer. Not in the published schema, so it is plain JSON.</summary>
    public JsonElement? PresentmentTotals { get; init; }

    /// <summary>The totals in the currency of the settlement. Not in the published schema, so it is plain JSON.</summary>
    public JsonElement? SettlementTotals { get; init; }

    /// <summary>The id of the blockchain transaction, once there is one. It does not sign this delivery.</summary>
    public string? Signature { get; init; }

    /// <summary>The token of the card.</summary>
    public string? CardToken { get; init; }

    /// <summary>The last four digits of the card or account.</summary>
    public string? Last4 { get; init; }

    /// <summary>The first digits of the card, which name its issuer.</summary>
    public string? Bin { get; init; }

    /// <summary>The code of the reason for a failure or dispute.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The reason for a failure.</summary>
    public string? ReasonMessage { get; init; }

    /// <summary>The merchant's data from the creation of the payment: any JSON, or null.</summary>
    public JsonElement? WebhookInfo { get; init; }

    /// <summary>The subscription this payment belongs to, or its id. An object may contain the merchant with its keys: never log it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public JsonElement? Subscription { get; init; }
}
