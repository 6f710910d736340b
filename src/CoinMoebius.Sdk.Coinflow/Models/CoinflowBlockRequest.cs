using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Blocks or unblocks a customer.</summary>
public sealed record CoinflowBlockRequest : ApiModel
{
    /// <summary>The reason.</summary>
    public required string Reason { get; init; }

    /// <summary>The new status of the customer: <c>Functional</c>, <c>Blocked</c> or <c>Override</c>.</summary>
    public string? Status { get; init; }

    /// <summary>A merchant below your own.</summary>
    public string? MerchantId { get; init; }

    internal void Check() => CoinflowChecks.RequireText(Reason, nameof(Reason));
}
