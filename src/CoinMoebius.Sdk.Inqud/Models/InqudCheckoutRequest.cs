using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A checkout to create. Begin with one of the three kinds; what else you set, you set <c>with { … }</c>. A kind and an amount that do
/// not belong together cannot be written. Source: docs.inqud.com/crypto-widget/integration/inqud-hosted.
/// </summary>
/// <remarks>
/// Inqud has a feature that preselects the coin; the name of its field is not known here. Put it into
/// <see cref="ApiModel.AdditionalFields"/> once you know it.
/// </remarks>
public sealed record InqudCheckoutRequest : ApiModel
{
    private InqudCheckoutRequest(string type, InqudAmount? fixedAmount = null)
    {
        Type = type;
        FixedAmount = fixedAmount;
    }

    /// <summary>Who sets the amount: one of <see cref="InqudCheckoutTypes"/>.</summary>
    public string Type { get; }

    /// <summary>The price; null unless it is fixed.</summary>
    public InqudAmount? FixedAmount { get; }

    /// <summary>Your own order reference. Comes back in the webhook. Whether Inqud wants it unique is not documented.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>What the payer reads above it. Without one he reads none.</summary>
    public string? Name { get; init; }

    /// <summary>Where the payer goes afterwards, absolute. That he comes back says nothing: look at the checkout's status.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>When it can no longer be paid. Inqud decides unless set; how long it gives is not documented.</summary>
    [JsonConverter(typeof(InqudTimeJsonConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The merchant sets the price.</summary>
    /// <param name="amount">The price, above zero, in major units.</param>
    /// <param name="currency">A fiat currency such as <c>USD</c>, or a coin's symbol; in any case.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above zero.</exception>
    /// <exception cref="ArgumentException">The currency is empty.</exception>
    public static InqudCheckoutRequest FixedPrice(decimal amount, string currency) =>
        new(InqudCheckoutTypes.FixedPrice, InqudChecks.Price(amount, currency));

    /// <summary>The payer sets the amount, within Inqud's limits.</summary>
    public static InqudCheckoutRequest NoPrice() => new(InqudCheckoutTypes.NoPrice);

    /// <summary>The payer picks one of the amounts that are set on the widget; they cannot be set here.</summary>
    public static InqudCheckoutRequest SuggestedFixedPrice() => new(InqudCheckoutTypes.SuggestedFixedPrice);

    internal void Validate(string parameterName)
    {
        SafeUrls.RequirePage(ReturnUrl, nameof(ReturnUrl), parameterName);
        InqudChecks.NoMemberTwice(this, parameterName);
    }
}
