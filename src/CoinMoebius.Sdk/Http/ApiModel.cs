using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk;

/// <summary>
/// A JSON object of a gateway's API. It prints only its type's name: models hold personal data, and some hold keys.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract record ApiModel
{
    private protected ApiModel()
    {
    }

    /// <summary>
    /// The members that this version of the SDK does not know, or null. Reading a response keeps them all, and a request sends those that
    /// you add.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }

    /// <summary>Returns the type's name.</summary>
    public sealed override string ToString() => GetType().Name;
}
