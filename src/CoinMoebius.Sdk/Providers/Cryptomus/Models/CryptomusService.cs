using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>A coin on a network, with Cryptomus's limits and fee. Source: doc.cryptomus.com/business/payments/list-of-services.</summary>
public sealed record CryptomusService : ApiModel
{
    /// <summary>The coin.</summary>
    public string? Currency { get; init; }

    /// <summary>The network.</summary>
    public string? Network { get; init; }

    /// <summary>Whether payers can use it at the moment.</summary>
    public bool? IsAvailable { get; init; }

    /// <summary>The minimum and maximum of a payment.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CryptomusLimit>))]
    public CryptomusLimit? Limit { get; init; }

    /// <summary>The fee.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CryptomusCommission>))]
    public CryptomusCommission? Commission { get; init; }
}
