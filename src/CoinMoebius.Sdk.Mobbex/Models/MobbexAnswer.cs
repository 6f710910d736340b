using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// The response to an action. Mobbex does not document its details. A refused action throws, so this is always a success; the operation
/// or subscription itself shows the outcome.
/// </summary>
public sealed record MobbexAnswer : ApiModel
{
    /// <summary>True in all successful responses.</summary>
    public bool? Result { get; init; }

    /// <summary>Mobbex's message; or null.</summary>
    [JsonPropertyName("status_message")]
    public string? StatusMessage { get; init; }

    /// <summary>For a refund: the refunded amount in major units, which may differ from the requested amount; or null.</summary>
    public decimal? Total { get; init; }

    /// <summary>Further data of the response; or null.</summary>
    public JsonElement? Data { get; init; }
}
