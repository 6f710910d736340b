using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A created checkout. Source: mobbex.dev/checkout.</summary>
public sealed record MobbexCheckout : ApiModel
{
    /// <summary>The id, for example <c>CHK:…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The checkout page for the payer; always https, or http on a loopback address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The currency; <c>TEST</c> in test mode.</summary>
    [JsonConverter(typeof(MobbexCurrencyJsonConverter))]
    public MobbexCurrency? Currency { get; init; }

    /// <summary>The amount in major units.</summary>
    public decimal? Total { get; init; }

    /// <summary>The time of creation, in UTC.</summary>
    [JsonConverter(typeof(MobbexMillisecondsJsonConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>The ways to pay, when <see cref="MobbexCheckoutRequest.PaymentMethods"/> requests them.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexPaymentMethod>))]
    public IReadOnlyList<MobbexPaymentMethod>? PaymentMethods { get; init; }

    /// <summary>The saved cards of the customer, when <see cref="MobbexCheckoutRequest.Wallet"/> requests them.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexWalletCard>))]
    public IReadOnlyList<MobbexWalletCard>? Wallet { get; init; }

    /// <summary>The data for a page without Mobbex's form, which this SDK does not support; or null.</summary>
    public JsonElement? Intent { get; init; }

    /// <summary>The page to which the browser returns; or null.</summary>
    [JsonPropertyName("return_url")]
    public string? ReturnUrl { get; init; }
}
