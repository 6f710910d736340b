using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A draft of the response to a dispute.</summary>
public sealed record CoinflowChargebackDraft : ApiModel
{
    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>The draft, in any format.</summary>
    public JsonElement? Draft { get; init; }
}
