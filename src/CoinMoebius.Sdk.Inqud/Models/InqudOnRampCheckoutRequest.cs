using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A checkout in which the payer buys a coin with a card. Begin with one of the kinds. Source:
/// docs.inqud.com/on-ramp/integration/checkout-flow.
/// </summary>
public sealed record InqudOnRampCheckoutRequest : ApiModel
{
    private InqudOnRampCheckoutRequest(string type, InqudAmount? fixedAmount = null)
    {
        Type = type;
        FixedAmount = fixedAmount;
    }

    /// <summary>Who sets the amount: one of <see cref="InqudCheckoutTypes"/>.</summary>
    public string Type { get; }

    /// <summary>The price; null unless it is fixed.</summary>
    public InqudAmount? FixedAmount { get; }

    /// <summary>Your own order reference.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>What the payer reads above it. Without one he reads none.</summary>
    public string? Name { get; init; }

    /// <summary>Where the payer goes afterwards, absolute. Without one he stays.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>When it can no longer be paid. In an hour unless set.</summary>
    [JsonConverter(typeof(InqudTimeJsonConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What you know about the payer, as Inqud's page describes it; its shape is not documented here.</summary>
    public System.Text.Json.Nodes.JsonNode? MerchantShareUserData { get; init; }

    /// <summary>The merchant sets the price.</summary>
    /// <param name="amount">The price, above zero, in major units.</param>
    /// <param name="currency">The currency; in any case.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above zero.</exception>
    /// <exception cref="ArgumentException">The currency is empty.</exception>
    public static InqudOnRampCheckoutRequest FixedPrice(decimal amount, string currency) =>
        new(InqudCheckoutTypes.FixedPrice, InqudChecks.Price(amount, currency));

    /// <summary>The payer sets the amount.</summary>
    public static InqudOnRampCheckoutRequest NoPrice() => new(InqudCheckoutTypes.NoPrice);

    internal void Validate(string parameterName)
    {
        SafeUrls.RequirePage(ReturnUrl, nameof(ReturnUrl), parameterName);
        InqudChecks.NoMemberTwice(this, parameterName);
    }
}
