using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>
/// A payment as the API reports it. Amounts are in major units, and null when the response has none. Source:
/// https://documenter.getpostman.com/view/7907941/S1a32n38 ("Get payment status", "Create payment").
/// </summary>
public sealed record NowPaymentsPayment : ApiModel
{
    /// <summary>The id, a number as text; never empty in what the client returns.</summary>
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public string PaymentId { get => field ?? ""; init; } = "";

    /// <summary>
    /// For a second deposit to the same address, or one in another coin: the original payment. Notifications contain it; responses of the
    /// API are not documented to.
    /// </summary>
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public string? ParentPaymentId { get; init; }

    /// <summary>The invoice of the payment, or null.</summary>
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public string? InvoiceId { get; init; }

    /// <summary>The id that payments of one purchase share.</summary>
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public string? PurchaseId { get; init; }

    /// <summary>The status.</summary>
    [JsonPropertyName("payment_status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public NowPaymentsPaymentStatus Status { get; init; }

    /// <summary>True when it is finished and not known to be a second deposit. Deliver the order in <see cref="OrderId"/> only then.</summary>
    [JsonIgnore]
    public bool IsPaid => Status.IsFinished && string.IsNullOrEmpty(ParentPaymentId);

    /// <summary>The price, in <see cref="PriceCurrency"/>.</summary>
    public decimal? PriceAmount { get; init; }

    /// <summary>The currency of the price, in lower case.</summary>
    public string? PriceCurrency { get; init; }

    /// <summary>The amount that the buyer has to pay, in <see cref="PayCurrency"/>.</summary>
    public decimal? PayAmount { get; init; }

    /// <summary>The coin that the buyer pays in, with its network, in lower case: for example <c>usdttrc20</c>.</summary>
    public string? PayCurrency { get; init; }

    /// <summary>The received amount in <see cref="PayCurrency"/>, never in the price's currency.</summary>
    public decimal? ActuallyPaid { get; init; }

    /// <summary>The received amount in <see cref="PriceCurrency"/>; zero or null if NOWPayments did not calculate it.</summary>
    public decimal? ActuallyPaidAtFiat { get; init; }

    /// <summary>The address that the buyer pays to.</summary>
    public string? PayAddress { get; init; }

    /// <summary>The memo or tag that the transaction must have, for coins that need one. A payment without it is not recognised.</summary>
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public string? PayinExtraId { get; init; }

    /// <summary>The network of the address, or null when the response has none.</summary>
    public string? Network { get; init; }

    /// <summary>Until when <see cref="PayAmount"/> is valid; only in the response to a creation.</summary>
    public DateTimeOffset? ExpirationEstimateDate { get; init; }

    /// <summary>The merchant's own order reference.</summary>
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public string? OrderId { get; init; }

    /// <summary>The merchant's description of the order.</summary>
    public string? OrderDescription { get; init; }

    /// <summary>The amount that the merchant receives, in <see cref="OutcomeCurrency"/>.</summary>
    public decimal? OutcomeAmount { get; init; }

    /// <summary>The coin of the merchant's wallet, in lower case.</summary>
    public string? OutcomeCurrency { get; init; }

    /// <summary>The buyer's transaction, once it was seen.</summary>
    public string? PayinHash { get; init; }

    /// <summary>The transaction to the merchant, once it was sent.</summary>
    public string? PayoutHash { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it changed last, in UTC.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
