using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>An exchange of currencies.</summary>
public sealed record CoinflowExchangeInfo : ApiModel
{
    /// <summary>The rate.</summary>
    public decimal? Rate { get; init; }

    /// <summary>What was exchanged, as the API writes it.</summary>
    public JsonElement? Base { get; init; }

    /// <summary>The result, as the API writes it.</summary>
    public JsonElement? Amount { get; init; }
}
