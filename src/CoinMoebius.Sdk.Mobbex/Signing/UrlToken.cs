using System.Text;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex.Signing;

/// <summary>The token in the query of a webhook's address: HMAC-SHA256 of the merchant's reference, in base64url.</summary>
internal static class UrlToken
{
    public const string DefaultParameter = "cm_token";

    /// <summary>The size of a token in bytes.</summary>
    public const int Size = 32;

    private const int MaxParameterLength = 64;

    // "%20" and "%09" are white space; a longer text is not decoded to find out.
    private const int MaxBlankLength = 12;

    /// <summary>Returns true for a name that needs no escaping in a query.</summary>
    public static bool IsParameter(string? name) =>
        name is { Length: > 0 and <= MaxParameterLength }
        && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '~');

    /// <summary>Creates the token of a reference.</summary>
    public static string Create(string secret, string reference)
    {
        Span<byte> digest = stackalloc byte[Size];
        HmacSignature.Compute(SignatureHash.HmacSha256, secret, default, Encoding.UTF8.GetBytes(reference), digest);
        return Base64UrlDigest.Encode(digest);
    }

    /// <summary>Returns true when the token belongs to the reference under any of the secrets.</summary>
    public static bool IsOf(ReadOnlySpan<byte> reference, IList<string> secrets, ReadOnlySpan<byte> token) =>
        HmacSignature.MatchesAny(SignatureHash.HmacSha256, secrets, default, reference, token);

    /// <summary>Reads the token from the query of the requested address.</summary>
    /// <returns>
    /// <see cref="WebhookVerdict.Verified"/> when it occurs once and is well formed. Two parameters of that name are malformed, even if
    /// both are valid: proxies and servers differ on which one counts.
    /// </returns>
    public static WebhookVerdict Read(Uri? url, string parameter, Span<byte> token)
    {
        if (!TryFind(url is { IsAbsoluteUri: true } ? url.Query.AsSpan() : default, parameter.AsSpan(), out var text))
        {
            return WebhookVerdict.MalformedSignature;
        }

        return IsBlank(text) ? WebhookVerdict.MissingSignature
            : Base64UrlDigest.TryDecode(text, token) ? WebhookVerdict.Verified
            : WebhookVerdict.MalformedSignature;
    }

    /// <summary>Returns the value of a parameter, empty when it is absent; false when it occurs twice.</summary>
    public static bool TryFind(ReadOnlySpan<char> query, ReadOnlySpan<char> parameter, out ReadOnlySpan<char> value)
    {
        value = default;
        var found = false;
        var rest = query.TrimStart('?');
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('&');
            var pair = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            var equals = pair.IndexOf('=');
            if (!(equals < 0 ? pair : pair[..equals]).SequenceEqual(parameter))
            {
                continue;
            }

            if (found)
            {
                return false;
            }

            found = true;
            value = equals < 0 ? default : pair[(equals + 1)..];
        }

        return true;
    }

    private static bool IsBlank(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text.Length <= MaxBlankLength && string.IsNullOrWhiteSpace(Uri.UnescapeDataString(text.ToString())));
}
