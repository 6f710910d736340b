using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Blocks a customer, or lets one pay again.</summary>
public sealed record CoinflowBlockRequest : ApiModel
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>What the customer is then: <c>Functional</c>, <c>Blocked</c> or <c>Override</c>.</summary>
    public string? Status { get; init; }

    /// <summary>A merchant below yours.</summary>
    public string? MerchantId { get; init; }

    internal void Check() => CoinflowChecks.RequireText(Reason, nameof(Reason));
}
