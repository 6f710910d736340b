using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A currency conversion.</summary>
public sealed record CoinflowExchangeInfo : ApiModel
{
    /// <summary>The rate.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The original amount, in the API's format.</summary>
    public JsonElement? Base { get; init; }

    /// <summary>The result, in the API's format.</summary>
    public JsonElement? Amount { get; init; }
}
