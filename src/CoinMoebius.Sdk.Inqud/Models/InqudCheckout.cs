using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A checkout: a price that the payer pays in a coin of their choice, on Inqud's page or in the widget. Its webhook contains the same object.
/// Source: docs.inqud.com/crypto-widget/integration/inqud-hosted and …/embedded-widget, the samples.
/// </summary>
/// <remarks>
/// The contents of some maps are undocumented; they are plain JSON here. Times have nine digits of a second in Inqud's JSON, and seven here.
/// </remarks>
public sealed record InqudCheckout : ApiModel
{
    /// <summary>The id, <c>CCO-…</c>, to use in the widget.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The widget it belongs to, <c>CAP-…</c>.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The widget's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The merchant's domain; may be absent.</summary>
    public string? MerchantDomain { get; init; }

    /// <summary>The merchant's own order reference.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>The status.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public InqudCheckoutStatus Status { get; init; }

    /// <summary>The reason for a conflict (<see cref="InqudReasons"/>); otherwise null.</summary>
    public string? Reason { get; init; }

    /// <summary>The title that the payer sees.</summary>
    public string? Name { get; init; }

    /// <summary>Who sets the amount: one of <see cref="InqudCheckoutTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>The price of a checkout with a fixed price; otherwise null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<InqudAmount>))]
    public InqudAmount? FixedAmount { get; init; }

    /// <summary>The amounts to choose from; their format is not documented.</summary>
    public JsonElement? SuggestedAmounts { get; init; }

    /// <summary>The coins it can be paid in.</summary>
    public IReadOnlyList<InqudCoin>? CryptoCurrencies { get; init; }

    /// <summary>The coins by blockchain; the format is not documented.</summary>
    public JsonElement? CryptoCurrenciesByBlockchain { get; init; }

    /// <summary>More about each coin; the format is not documented.</summary>
    public JsonElement? CryptoCurrencyDetails { get; init; }

    /// <summary>The estimated amount in each coin; the format is not documented.</summary>
    public JsonElement? EstimatedPayAmounts { get; init; }

    /// <summary>The minimum payment, by coin.</summary>
    public IReadOnlyDictionary<InqudCoin, decimal>? MinLimits { get; init; }

    /// <summary>The maximum payment, by coin.</summary>
    public IReadOnlyDictionary<InqudCoin, decimal>? MaxLimits { get; init; }

    /// <summary>The merchant's fixed fee per payment; the format is not documented.</summary>
    public JsonElement? MerchantFixedPlatformFees { get; init; }

    /// <summary>The merchant's fee in percent; the format is not documented.</summary>
    public JsonElement? MerchantPercentPlatformFees { get; init; }

    /// <summary>The payer's fixed fee per payment; the format is not documented.</summary>
    public JsonElement? PayerFixedPlatformFees { get; init; }

    /// <summary>The payer's fee in percent; the format is not documented.</summary>
    public JsonElement? PayerPercentPlatformFees { get; init; }

    /// <summary>The request in the coin that the payer chose; null before the choice.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<InqudRequest>))]
    public InqudRequest? Request { get; init; }

    /// <summary>The page to which the payer returns, as given in the request.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Inqud's page, to which to redirect the payer. Null when there is none, or when its URL is unsafe for a browser.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? AcquiringUrl { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed, in UTC; null before the first change.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>When it expires, in UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
