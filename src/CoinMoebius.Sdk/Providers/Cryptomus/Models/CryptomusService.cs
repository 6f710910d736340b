using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>A coin on a network, and what Cryptomus makes of it. Source: doc.cryptomus.com/business/payments/list-of-services.</summary>
public sealed record CryptomusService : ApiModel
{
    /// <summary>The coin.</summary>
    public string? Currency { get; init; }

    /// <summary>The network.</summary>
    public string? Network { get; init; }

    /// <summary>Whether it can be paid with now.</summary>
    public bool? IsAvailable { get; init; }

    /// <summary>The least and the most that can be paid.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CryptomusLimit>))]
    public CryptomusLimit? Limit { get; init; }

    /// <summary>The fee.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CryptomusCommission>))]
    public CryptomusCommission? Commission { get; init; }
}
