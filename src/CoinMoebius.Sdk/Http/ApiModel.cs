using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk;

/// <summary>
/// A JSON object of a gateway's API. It prints as its type's name only: models hold personal data, and some hold keys.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract record ApiModel
{
    private protected ApiModel()
    {
    }

    /// <summary>
    /// The members that this version of the SDK does not know, or null: none is lost when an answer is read, and what is added here is
    /// sent along with a request.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }

    /// <summary>The type's name.</summary>
    public sealed override string ToString() => GetType().Name;
}
