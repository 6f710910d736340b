using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A checkout of the other product: the payer buys a coin with a card. Of its statuses only the first, <c>PENDING</c>, is documented.
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

    /// <summary>Where it stands, as Inqud says it.</summary>
    public string? Status { get; init; }

    /// <summary>Who sets the amount: one of <see cref="InqudCheckoutTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>What the payer reads above it.</summary>
    public string? Name { get; init; }

    /// <summary>The price of a checkout with a fixed one; null otherwise.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<InqudAmount>))]
    public InqudAmount? FixedAmount { get; init; }

    /// <summary>What the payer pays, in <see cref="SourceCurrency"/>.</summary>
    public decimal? SourceAmount { get; init; }

    /// <summary>The currency the payer pays in.</summary>
    public string? SourceCurrency { get; init; }

    /// <summary>What is bought, in <see cref="TargetCurrency"/>.</summary>
    public decimal? TargetAmount { get; init; }

    /// <summary>The coin that is bought.</summary>
    public string? TargetCurrency { get; init; }

    /// <summary>Inqud's page for it, to send the payer to. Null when it came without one, or with one that no browser should be sent to.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? OnRampUrl { get; init; }

    /// <summary>Where the payer goes afterwards, as it was given.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>The card payment; the shape is not documented.</summary>
    public JsonElement? Deposit { get; init; }

    /// <summary>The purchase; the shape is not documented.</summary>
    public JsonElement? Exchange { get; init; }

    /// <summary>The coin's way to the merchant; the shape is not documented.</summary>
    public JsonElement? Transfer { get; init; }

    /// <summary>Inqud's id of the payer.</summary>
    public string? EndUserId { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>When it can no longer be paid, in UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
