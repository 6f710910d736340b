using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A request for one coin on one blockchain at one address. It is part of a checkout, or independent when the page is the merchant's own. Its
/// webhook contains the same object. Source: docs.inqud.com/crypto-widget/integration/using-your-own-ui-with-inqud-processing.
/// </summary>
public sealed record InqudRequest : ApiModel
{
    /// <summary>The id, <c>CAPD-…</c>.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Inqud's order, <c>ORD-…</c>.</summary>
    public string? OrderId { get; init; }

    /// <summary>The merchant's own order reference.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>The symbol of the coin to pay in, for example <c>USDT</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>The blockchain to pay on, for example <c>TRON</c>.</summary>
    public string? Blockchain { get; init; }

    /// <summary>The status.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public InqudRequestStatus Status { get; init; }

    /// <summary>The reason for a conflict (<see cref="InqudReasons"/>); otherwise null.</summary>
    public string? Reason { get; init; }

    /// <summary>The widget it belongs to, <c>CAP-…</c>.</summary>
    public string? CryptoAcquiringProjectId { get; init; }

    /// <summary>The widget's name.</summary>
    public string? CryptoAcquiringProjectName { get; init; }

    /// <summary>The checkout it belongs to, <c>CCO-…</c>; null when it is independent.</summary>
    public string? CheckoutId { get; init; }

    /// <summary>The address to pay to.</summary>
    public string? Address { get; init; }

    /// <summary>The deadline to show to the payer, in UTC. Inqud accepts payments that arrive a little later.</summary>
    public DateTimeOffset? PaymentWindowEndsAt { get; init; }

    /// <summary>When it expires, in UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed, in UTC; null before the first change.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>The status of its payment; null before there is one.</summary>
    public InqudPaymentStatus? PaymentStatus { get; init; }

    /// <summary>Its payment, <c>PMT-…</c>; null before there is one.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Its payment; null before there is one.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<InqudPayment>))]
    public InqudPayment? Payment { get; init; }

    /// <summary>The chain's transaction; null before there is one.</summary>
    public string? TxHash { get; init; }

    /// <summary>The requested amount, in <see cref="RequestAmountIn"/>.</summary>
    public decimal? RequestAmount { get; init; }

    /// <summary>The currency of <see cref="RequestAmount"/>, for example <c>USD</c>.</summary>
    public string? RequestAmountIn { get; init; }

    /// <summary>The requested amount, in <see cref="Currency"/>.</summary>
    public decimal? RequestAmountConverted { get; init; }

    /// <summary>The two currencies of <see cref="ConvertRate"/>, for example <c>USDTUSD</c>.</summary>
    public string? ConvertPair { get; init; }

    /// <summary>The amount of the second currency that one unit of the first is worth.</summary>
    public decimal? ConvertRate { get; init; }

    /// <summary>The minimum that the payer must send, in <see cref="Currency"/>. Less causes a conflict.</summary>
    public decimal? PayAmount { get; init; }

    /// <summary>The payer's fee, in <see cref="Currency"/>.</summary>
    public decimal? PayerPlatformFee { get; init; }

    /// <summary>The fixed part of <see cref="PayerPlatformFee"/>.</summary>
    public decimal? PayerFixedPlatformFee { get; init; }

    /// <summary>The percentage in <see cref="PayerPlatformFee"/>.</summary>
    public decimal? PayerPercentPlatformFee { get; init; }

    /// <summary>The merchant's fee, in <see cref="Currency"/>.</summary>
    public decimal? MerchantPlatformFee { get; init; }

    /// <summary>The fixed part of <see cref="MerchantPlatformFee"/>.</summary>
    public decimal? MerchantFixedPlatformFee { get; init; }

    /// <summary>The percentage in <see cref="MerchantPlatformFee"/>.</summary>
    public decimal? MerchantPercentPlatformFee { get; init; }

    /// <summary>The amount that the merchant receives, in <see cref="Currency"/>.</summary>
    public decimal? ProcessingAmount { get; init; }

    /// <summary>The amount that the payer sent, in <see cref="Currency"/>; null before the payment.</summary>
    public decimal? PaidAmount { get; init; }

    /// <summary>True when more than the requested amount arrived.</summary>
    public bool? Overpaid { get; init; }

    /// <summary>The minimum payment, for a request without an amount.</summary>
    public decimal? MinLimit { get; init; }

    /// <summary>The maximum payment, for a request without an amount.</summary>
    public decimal? MaxLimit { get; init; }
}
