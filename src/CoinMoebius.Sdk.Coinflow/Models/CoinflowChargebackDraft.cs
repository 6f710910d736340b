using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>An answer to a dispute that is being written.</summary>
public sealed record CoinflowChargebackDraft : ApiModel
{
    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>The answer so far, in any shape.</summary>
    public JsonElement? Draft { get; init; }
}
