using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A checkout that waits for its payer. Source: mobbex.dev/checkout.</summary>
public sealed record MobbexCheckout : ApiModel
{
    /// <summary>The id, for example <c>CHK:…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The page to send the payer to; checked to be https, or http on a loopback address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The currency; <c>TEST</c> in test mode.</summary>
    [JsonConverter(typeof(MobbexCurrencyJsonConverter))]
    public MobbexCurrency? Currency { get; init; }

    /// <summary>The amount in major units.</summary>
    public decimal? Total { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    [JsonConverter(typeof(MobbexMillisecondsJsonConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>The ways to pay, when <see cref="MobbexCheckoutRequest.PaymentMethods"/> asked for them.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexPaymentMethod>))]
    public IReadOnlyList<MobbexPaymentMethod>? PaymentMethods { get; init; }

    /// <summary>The saved cards of the customer, when <see cref="MobbexCheckoutRequest.Wallet"/> asked for them.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexWalletCard>))]
    public IReadOnlyList<MobbexWalletCard>? Wallet { get; init; }

    /// <summary>What a page without Mobbex's own form needs, which this SDK does not offer; or null.</summary>
    public JsonElement? Intent { get; init; }

    /// <summary>Where the browser returns to; or null.</summary>
    [JsonPropertyName("return_url")]
    public string? ReturnUrl { get; init; }
}
