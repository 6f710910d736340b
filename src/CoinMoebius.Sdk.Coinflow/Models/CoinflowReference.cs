using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A customer, merchant, subscription or plan, which the API returns as an id or as a complete object.</summary>
/// <remarks>
/// A complete merchant includes its API key and webhook key; this type drops them while reading, at any depth. The rest is personal data: do
/// not log it.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(CoinflowReferenceJsonConverter))]
public sealed record CoinflowReference
{
    /// <summary>The id, possibly from the object (<c>_id</c>, <c>id</c>, or the id of its type); null when it has none.</summary>
    /// <remarks>A customer's id may be internal to Coinflow and unknown to you and the dashboard: link payments by their own ids.</remarks>
    public string? Id { get; init; }

    /// <summary>The complete object without its keys, or null when there is only the id.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public JsonElement? Document { get; init; }

    /// <summary>Returns the type's name only.</summary>
    public override string ToString() => nameof(CoinflowReference);
}
