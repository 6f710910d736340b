using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A saved card of a customer. Source: the plugins Mobbex publishes.</summary>
public sealed record MobbexWalletCard : ApiModel
{
    /// <summary>The name to show.</summary>
    public string? Name { get; init; }

    /// <summary>The token with which the page's script pays.</summary>
    [JsonPropertyName("it")]
    public string? IntentToken { get; init; }

    /// <summary>The card.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSavedCard>))]
    public MobbexSavedCard? Card { get; init; }

    /// <summary>The brand: <c>card.product</c> with <c>logo</c>, and <c>code</c> with the name and length of the security code.</summary>
    public JsonElement? Source { get; init; }

    /// <summary>The instalment plans of the card.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexInstallmentPlan>))]
    public IReadOnlyList<MobbexInstallmentPlan>? Installments { get; init; }
}

/// <summary>The number of a saved card.</summary>
public sealed record MobbexSavedCard : ApiModel
{
    /// <summary>The masked number.</summary>
    [JsonPropertyName("card_number")]
    public string? CardNumber { get; init; }
}
