using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>How a service that follows Standard Webhooks makes its key of a shared secret.</summary>
[JsonConverter(typeof(SecretEncodingJsonConverter))]
public enum SecretEncoding
{
    /// <summary>
    /// By the secret's form. Base64, bare or behind <c>v1,whsec_</c>, is decoded; a secret with another prefix (<c>polar_whs_…</c>) is text; one
    /// behind <c>whsec_</c> counts both ways, decoded and as text. The default.
    /// </summary>
    Auto = 0,

    /// <summary>The key is what the secret says in base64, behind an optional <c>whsec_</c> or <c>v1,whsec_</c>. What the standard says.</summary>
    Base64 = 1,

    /// <summary>The key is the whole text of the secret, prefix and all, in UTF-8.</summary>
    Text = 2,
}

internal sealed class SecretEncodingJsonConverter() : JsonStringEnumConverter<SecretEncoding>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
