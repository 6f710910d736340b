using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>How a service that follows Standard Webhooks derives its key from a shared secret.</summary>
[JsonConverter(typeof(SecretEncodingJsonConverter))]
public enum SecretEncoding
{
    /// <summary>
    /// Decides by the secret's form. Base64, alone or after <c>v1,whsec_</c>, is decoded; a secret with another prefix (<c>polar_whs_…</c>) is
    /// text; one after <c>whsec_</c> is tried both ways, decoded and as text. The default.
    /// </summary>
    Auto = 0,

    /// <summary>The secret holds the key in base64, after an optional <c>whsec_</c> or <c>v1,whsec_</c>, as the standard defines.</summary>
    Base64 = 1,

    /// <summary>The key is the whole text of the secret, including any prefix, in UTF-8.</summary>
    Text = 2,
}

internal sealed class SecretEncodingJsonConverter() : JsonStringEnumConverter<SecretEncoding>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
