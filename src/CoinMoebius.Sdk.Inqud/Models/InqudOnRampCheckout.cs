using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A checkout of the on-ramp product: the payer buys a coin with a card. Of its statuses only the first, <c>PENDING</c>, is documented.
/// Source: docs.inqud.com/on-ramp/integration/checkout-flow.
/// </summary>
public sealed record InqudOnRampCheckout : ApiModel
{
    /// <summary>The id, <c>ORCO-…</c>.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Inqud's order, <c>ORD-…</c>.</summary>
    public string? OrderId { get; init; }

    /// <summary>The merchant's own order reference.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>The status in Inqud's words.</summary>
    public string? Status { get; init; }

    /// <summary>Who sets the amount: one of <see cref="InqudCheckoutTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>The title that the payer sees.</summary>
    public string? Name { get; init; }

    /// <summary>The price of a checkout with a fixed price; otherwise null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<InqudAmount>))]
    public InqudAmount? FixedAmount { get; init; }

    /// <summary>The amount that the payer pays, in <see cref="SourceCurrency"/>.</summary>
    public decimal? SourceAmount { get; init; }

    /// <summary>The currency the payer pays in.</summary>
    public string? SourceCurrency { get; init; }

    /// <summary>The amount that is bought, in <see cref="TargetCurrency"/>.</summary>
    public decimal? TargetAmount { get; init; }

    /// <summary>The coin that is bought.</summary>
    public string? TargetCurrency { get; init; }

    /// <summary>Inqud's page, to which to redirect the payer. Null when there is none, or when its URL is unsafe for a browser.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? OnRampUrl { get; init; }

    /// <summary>The page to which the payer returns, as given in the request.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>The card payment; the format is not documented.</summary>
    public JsonElement? Deposit { get; init; }

    /// <summary>The purchase; the format is not documented.</summary>
    public JsonElement? Exchange { get; init; }

    /// <summary>The transfer of the coin to the merchant; the format is not documented.</summary>
    public JsonElement? Transfer { get; init; }

    /// <summary>Inqud's id of the payer.</summary>
    public string? EndUserId { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>When it expires, in UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
