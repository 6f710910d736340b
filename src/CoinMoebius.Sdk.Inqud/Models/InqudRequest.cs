using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A request for one coin on one blockchain at one address. Stands inside a checkout, or alone when the page is the merchant's own. Its
/// webhook carries the same object. Source: docs.inqud.com/crypto-widget/integration/using-your-own-ui-with-inqud-processing.
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

    /// <summary>Where it stands.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public InqudRequestStatus Status { get; init; }

    /// <summary>Why there is a conflict (<see cref="InqudReasons"/>); null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The widget it belongs to, <c>CAP-…</c>.</summary>
    public string? CryptoAcquiringProjectId { get; init; }

    /// <summary>The widget's name.</summary>
    public string? CryptoAcquiringProjectName { get; init; }

    /// <summary>The checkout it belongs to, <c>CCO-…</c>; null for one without.</summary>
    public string? CheckoutId { get; init; }

    /// <summary>Where to pay.</summary>
    public string? Address { get; init; }

    /// <summary>Until when to tell the payer to pay, in UTC. Inqud accepts what comes a little later.</summary>
    public DateTimeOffset? PaymentWindowEndsAt { get; init; }

    /// <summary>When it can no longer be paid, in UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed, in UTC; null before it has.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>Where its payment stands; null before there is one.</summary>
    public InqudPaymentStatus? PaymentStatus { get; init; }

    /// <summary>Its payment, <c>PMT-…</c>; null before there is one.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Its payment; null before there is one.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<InqudPayment>))]
    public InqudPayment? Payment { get; init; }

    /// <summary>The chain's transaction; null before there is one.</summary>
    public string? TxHash { get; init; }

    /// <summary>What was asked, in <see cref="RequestAmountIn"/>.</summary>
    public decimal? RequestAmount { get; init; }

    /// <summary>The currency of <see cref="RequestAmount"/>, for example <c>USD</c>.</summary>
    public string? RequestAmountIn { get; init; }

    /// <summary>What was asked, in <see cref="Currency"/>.</summary>
    public decimal? RequestAmountConverted { get; init; }

    /// <summary>The two currencies of <see cref="ConvertRate"/>, for example <c>USDTUSD</c>.</summary>
    public string? ConvertPair { get; init; }

    /// <summary>How much of the second currency one unit of the first is.</summary>
    public decimal? ConvertRate { get; init; }

    /// <summary>What the payer must send at least, in <see cref="Currency"/>. Less makes a conflict.</summary>
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

    /// <summary>What remains for the merchant, in <see cref="Currency"/>.</summary>
    public decimal? ProcessingAmount { get; init; }

    /// <summary>What the payer sent, in <see cref="Currency"/>; null before he has.</summary>
    public decimal? PaidAmount { get; init; }

    /// <summary>True when more came than asked.</summary>
    public bool? Overpaid { get; init; }

    /// <summary>The least that can be paid, for a request without an amount.</summary>
    public decimal? MinLimit { get; init; }

    /// <summary>The most that can be paid, for a request without an amount.</summary>
    public decimal? MaxLimit { get; init; }
}
