using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A checkout: a price that the payer pays in a coin of his choice, on Inqud's page or in the widget. Its webhook carries the same
/// object. Source: docs.inqud.com/crypto-widget/integration/inqud-hosted and …/embedded-widget, the samples.
/// </summary>
/// <remarks>
/// The documentation leaves out what some maps hold; those are plain JSON here. Times carry nine digits of a second on the wire, seven
/// here.
/// </remarks>
public sealed record InqudCheckout : ApiModel
{
    /// <summary>The id, <c>CCO-…</c>; goes into the widget.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The widget it belongs to, <c>CAP-…</c>.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The widget's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The merchant's domain; may be absent.</summary>
    public string? MerchantDomain { get; init; }

    /// <summary>The merchant's own order reference.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public InqudCheckoutStatus Status { get; init; }

    /// <summary>Why there is a conflict (<see cref="InqudReasons"/>); null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>What the payer reads above it.</summary>
    public string? Name { get; init; }

    /// <summary>Who sets the amount: one of <see cref="InqudCheckoutTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>The price of a checkout with a fixed one; null otherwise.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<InqudAmount>))]
    public InqudAmount? FixedAmount { get; init; }

    /// <summary>The amounts to choose from; their shape is not documented.</summary>
    public JsonElement? SuggestedAmounts { get; init; }

    /// <summary>The coins it can be paid in.</summary>
    public IReadOnlyList<InqudCoin>? CryptoCurrencies { get; init; }

    /// <summary>The same by blockchain; the shape is not documented.</summary>
    public JsonElement? CryptoCurrenciesByBlockchain { get; init; }

    /// <summary>More about each coin; the shape is not documented.</summary>
    public JsonElement? CryptoCurrencyDetails { get; init; }

    /// <summary>About what is to be paid in each coin; the shape is not documented.</summary>
    public JsonElement? EstimatedPayAmounts { get; init; }

    /// <summary>The least that can be paid, by coin.</summary>
    public IReadOnlyDictionary<InqudCoin, decimal>? MinLimits { get; init; }

    /// <summary>The most that can be paid, by coin.</summary>
    public IReadOnlyDictionary<InqudCoin, decimal>? MaxLimits { get; init; }

    /// <summary>What the merchant pays for each payment; the shape is not documented.</summary>
    public JsonElement? MerchantFixedPlatformFees { get; init; }

    /// <summary>The merchant's fee in percent; the shape is not documented.</summary>
    public JsonElement? MerchantPercentPlatformFees { get; init; }

    /// <summary>What the payer pays for each payment; the shape is not documented.</summary>
    public JsonElement? PayerFixedPlatformFees { get; init; }

    /// <summary>The payer's fee in percent; the shape is not documented.</summary>
    public JsonElement? PayerPercentPlatformFees { get; init; }

    /// <summary>What is to be paid in the coin that the payer chose; null before he has.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<InqudRequest>))]
    public InqudRequest? Request { get; init; }

    /// <summary>Where the payer goes afterwards, as it was given.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Inqud's page for it, to send the payer to. Null when it came without one, or with one that no browser should be sent to.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? AcquiringUrl { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed, in UTC; null before it has.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>When it can no longer be paid, in UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
