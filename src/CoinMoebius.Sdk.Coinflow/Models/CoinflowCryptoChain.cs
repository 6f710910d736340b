using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A chain for payments in coins.</summary>
public sealed record CoinflowCryptoChain : ApiModel
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The URL of its logo.</summary>
    public string? Image { get; init; }

    /// <summary>Its coins, an array in the API's format.</summary>
    public JsonElement? Tokens { get; init; }
}

/// <summary>The response of <c>GET /checkout/crypto</c>.</summary>
internal sealed record CoinflowCryptoChains
{
    [JsonConverter(typeof(LenientListJsonConverter<CoinflowCryptoChain>))]
    public IReadOnlyList<CoinflowCryptoChain>? Chains { get; init; }
}
