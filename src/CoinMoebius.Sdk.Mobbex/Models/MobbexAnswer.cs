using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// The answer to an action, whose details Mobbex does not document. That an action was refused is an exception, so this is always a
/// success; the operation or subscription itself says what came of it.
/// </summary>
public sealed record MobbexAnswer : ApiModel
{
    /// <summary>True.</summary>
    public bool? Result { get; init; }

    /// <summary>What Mobbex says about it; or null.</summary>
    [JsonPropertyName("status_message")]
    public string? StatusMessage { get; init; }

    /// <summary>For a refund: what was given back, in major units, which may differ from what was asked for; or null.</summary>
    public decimal? Total { get; init; }

    /// <summary>What else belongs to it; or null.</summary>
    public JsonElement? Data { get; init; }
}
