using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Something that the API names by its id, or tells whole: a customer, merchant, subscription or plan.</summary>
/// <remarks>
/// A merchant that is told whole comes with its API key and webhook key; these are dropped while reading, at any depth. What is left is
/// personal data: do not log it.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(CoinflowReferenceJsonConverter))]
public sealed record CoinflowReference
{
    /// <summary>The id, also out of the object (<c>_id</c>, <c>id</c>, or the one of its kind); null when it has none.</summary>
    /// <remarks>A customer's may be an id of Coinflow's own that neither you nor the dashboard know: link payments by their ids.</remarks>
    public string? Id { get; init; }

    /// <summary>The whole object without its keys, or null when only the id was told.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public JsonElement? Document { get; init; }

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(CoinflowReference);
}
