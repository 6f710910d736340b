using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payment. Its method determines where the API reports its status: see <see cref="Method"/> and <see cref="Status"/>.</summary>
/// <remarks>Source: <c>IPayment</c> of https://docs.coinflow.cash/openapi.json.</remarks>
public sealed record CoinflowPayment : ApiModel
{
    /// <summary>The id of Coinflow's record.</summary>
    [JsonPropertyName("_id")]
    public string? RecordId { get; init; }

    /// <summary>The payment's id, a UUID.</summary>
    public string PaymentId { get => field ?? ""; init; }

    /// <summary>The field with the method's details, for example <c>cardInfo</c>; null when this SDK does not know the method.</summary>
    [JsonIgnore]
    public string? Method => Details.Method;

    /// <summary>The status from the method's details; empty, so neither paid nor final, when this SDK does not know the method.</summary>
    [JsonIgnore]
    public CoinflowPaymentStatus Status => Details.Status;

    /// <summary>The amounts.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Totals { get; init; }

    /// <summary>The payer.</summary>
    public CoinflowReference? Customer { get; init; }

    /// <summary>The merchant that is paid.</summary>
    public CoinflowReference? Merchant { get; init; }

    /// <summary>
    /// The decision of chargeback protection: <c>approved</c>, <c>rejected</c>, <c>Not Reviewed</c>, <c>Not Enabled</c>, <c>Overridden</c> or
    /// <c>Pending Review</c>.
    /// </summary>
    public string? ChargebackProtectionDecision { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The id of its intent, or null.</summary>
    public string? PaymentIntentId { get; init; }

    /// <summary>The error, in the API's format; or null.</summary>
    public JsonElement? Error { get; init; }

    /// <summary>The blockchain transaction that settled it, or null. It does not sign a message.</summary>
    public string? Signature { get; init; }

    /// <summary>Your own data, any JSON; or null.</summary>
    public JsonElement? WebhookInfo { get; init; }

    /// <summary>The type of settlement, of <see cref="CoinflowSettlementTypes"/>.</summary>
    public string? SettlementType { get; init; }

    /// <summary>The blockchain of the settlement.</summary>
    public string? Blockchain { get; init; }

    /// <summary>The payer's wallet.</summary>
    public string? Wallet { get; init; }

    /// <summary>The destination of the settlement.</summary>
    public string? Destination { get; init; }

    /// <summary>The party liable for a chargeback: <c>coinflow-entity</c>, <c>coinflow</c> or <c>merchant</c>.</summary>
    public string? LiabilityOwner { get; init; }

    /// <summary>The subscription it is for, or null.</summary>
    public CoinflowReference? Subscription { get; init; }

    /// <summary>The marketplace's share, or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowMarketplaceInfo>))]
    public CoinflowMarketplaceInfo? MarketplaceInfo { get; init; }

    /// <summary>The refunds, or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowRefundInfo>))]
    public CoinflowRefundInfo? RefundInfo { get; init; }

    /// <summary>The delayed settlement, or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowDelayedSettlement>))]
    public CoinflowDelayedSettlement? DelayedSettlement { get; init; }

    /// <summary>The currency conversion, or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowExchangeInfo>))]
    public CoinflowExchangeInfo? ExchangeInfo { get; init; }

    /// <summary>A dispute's early warning: <c>open</c> or <c>blocked</c>; or null.</summary>
    public string? AlertStatus { get; init; }

    /// <summary>The log of overrides, in the API's format.</summary>
    public JsonElement? OverrideAuditLog { get; init; }

    /// <summary>The end of a velocity hold, in the API's format.</summary>
    public string? VelocityDate { get; init; }

    /// <summary>The location of the payer.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowLocation>))]
    public CoinflowLocation? UserLocation { get; init; }

    /// <summary>The referring page.</summary>
    public string? Referrer { get; init; }

    /// <summary>Information from vendors, in the API's format.</summary>
    public JsonElement? VendorInfo { get; init; }

    /// <summary>Details of a card payment.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCardInfo>))]
    public CoinflowCardInfo? CardInfo { get; init; }

    /// <summary>Details of a bank debit (ACH).</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowBankTransferInfo>))]
    public CoinflowBankTransferInfo? BankTransferInfo { get; init; }

    /// <summary>Details of a Pix payment.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTransferInfo>))]
    public CoinflowTransferInfo? PixInfo { get; init; }

    /// <summary>Details of a SEPA or Faster Payments transfer.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTransferInfo>))]
    public CoinflowTransferInfo? IbanInfo { get; init; }

    /// <summary>Details of a wire.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTransferInfo>))]
    public CoinflowTransferInfo? WireInfo { get; init; }

    /// <summary>Details of an Interac transfer.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTransferInfo>))]
    public CoinflowTransferInfo? InteracInfo { get; init; }

    /// <summary>Details of a Cash App payment.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCashAppInfo>))]
    public CoinflowCashAppInfo? CashAppInfo { get; init; }

    /// <summary>Details of a PayPal payment.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowAccountInfo>))]
    public CoinflowAccountInfo? PaypalInfo { get; init; }

    /// <summary>Details of a Venmo payment.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowAccountInfo>))]
    public CoinflowAccountInfo? VenmoInfo { get; init; }

    /// <summary>Details of an APA payment.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowApaInfo>))]
    public CoinflowApaInfo? ApaInfo { get; init; }

    /// <summary>Details of a payment in coins.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCryptoInfo>))]
    public CoinflowCryptoInfo? CryptoInfo { get; init; }

    private (string? Method, CoinflowPaymentStatus Status) Details =>
        CardInfo is { } card ? ("cardInfo", card.Status)
        : BankTransferInfo is { } bank ? ("bankTransferInfo", bank.Status)
        : PixInfo is { } pix ? ("pixInfo", pix.Status)
        : IbanInfo is { } iban ? ("ibanInfo", iban.Status)
        : WireInfo is { } wire ? ("wireInfo", wire.Status)
        : InteracInfo is { } interac ? ("interacInfo", interac.Status)
        : CashAppInfo is { } cashApp ? ("cashAppInfo", cashApp.Status)
        : PaypalInfo is { } paypal ? ("paypalInfo", paypal.Status)
        : VenmoInfo is { } venmo ? ("venmoInfo", venmo.Status)
        : ApaInfo is { } apa ? ("apaInfo", apa.Status)
        : CryptoInfo is { } crypto ? ("cryptoInfo", crypto.Status)
        : default;
}
