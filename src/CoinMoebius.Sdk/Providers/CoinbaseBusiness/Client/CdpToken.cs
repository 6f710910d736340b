using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Client;

/// <summary>
/// The token that signs one call: a JWT under ES256 that names the method and the address, without the query. Sources:
/// docs.cdp.coinbase.com/api-reference/v2/authentication; github.com/coinbase/cdp-sdk, auth/utils/jwt.
/// </summary>
internal static class CdpToken
{
    private const int NonceSize = 16;

    /// <summary>The lifetime of a token, which is the maximum that Coinbase allows.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public static string Create(CoinbaseBusinessOptions options, HttpMethod method, Uri url, TimeProvider timeProvider)
    {
        var now = timeProvider.GetUtcNow();
        var header = Encode(writer =>
        {
            writer.WriteString("alg", "ES256");
            writer.WriteString("kid", options.KeyId);
            writer.WriteString("nonce", Nonce.Create(NonceSize));
            writer.WriteString("typ", "JWT");
        });
        var claims = Encode(writer =>
        {
            // The older APIs require "uri"; the platform's own libraries send "uris".
            var uri = $"{method.Method} {url.Authority}{url.AbsolutePath}";
            writer.WriteString("iss", "cdp");
            writer.WriteString("sub", options.KeyId);
            writer.WriteStartArray("aud");
            writer.WriteStringValue("cdp_service");
            writer.WriteEndArray();
            writer.WriteNumber("iat", now.ToUnixTimeSeconds());
            writer.WriteNumber("nbf", now.ToUnixTimeSeconds());
            writer.WriteNumber("exp", (now + Lifetime).ToUnixTimeSeconds());
            writer.WriteString("uri", uri);
            writer.WriteStartArray("uris");
            writer.WriteStringValue(uri);
            writer.WriteEndArray();
        });
        var signed = $"{header}.{claims}";
        return $"{signed}.{Base64UrlDigest.Encode(CdpKey.Sign(options, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Base64UrlDigest.Encode(stream.ToArray());
    }
}
