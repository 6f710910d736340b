using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// The coins of a widget and their limits. Source:
/// docs.inqud.com/crypto-widget/integration/using-your-own-ui-with-inqud-processing.
/// </summary>
public sealed record InqudDepositOptions : ApiModel
{
    /// <summary>The coins.</summary>
    public IReadOnlyList<InqudCoin>? CryptoCurrencies { get; init; }

    /// <summary>Limits and rate by coin.</summary>
    [JsonConverter(typeof(InqudObjectsJsonConverter<InqudLimits>))]
    public IReadOnlyDictionary<InqudCoin, InqudLimits>? Limits { get; init; }

    /// <summary>The minimum payment, by coin.</summary>
    public IReadOnlyDictionary<InqudCoin, decimal>? MinLimits { get; init; }

    /// <summary>The maximum payment, by coin.</summary>
    public IReadOnlyDictionary<InqudCoin, decimal>? MaxLimits { get; init; }

    /// <summary>By coin, the currencies that <see cref="InqudCoinRequest.AmountIn"/> may name, with limits and rate.</summary>
    [JsonConverter(typeof(InqudLimitsByCoinJsonConverter))]
    public IReadOnlyDictionary<InqudCoin, IReadOnlyDictionary<string, InqudLimits>>? AmountInOptions { get; init; }
}
