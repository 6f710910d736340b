using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A chain that coins are taken on.</summary>
public sealed record CoinflowCryptoChain : ApiModel
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>A picture of it.</summary>
    public string? Image { get; init; }

    /// <summary>Its coins, an array as the API writes it.</summary>
    public JsonElement? Tokens { get; init; }
}

/// <summary>The answer of <c>GET /checkout/crypto</c>.</summary>
internal sealed record CoinflowCryptoChains
{
    [JsonConverter(typeof(LenientListJsonConverter<CoinflowCryptoChain>))]
    public IReadOnlyList<CoinflowCryptoChain>? Chains { get; init; }
}
