using System.Globalization;
using System.Text;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>
/// Describes a refused delivery for the log, with the facts that its verifier does not have: in practice, most mismatches come from
/// middleware and configuration, not from strangers. The description contains no text of the sender.
/// </summary>
internal static class RefusalFacts
{
    public static string Describe(HttpRequest request, IWebhookVerifier verifier, WebhookVerdict verdict, int read, bool wasRead)
    {
        var encoding = EncodingOf(request);
        var chunked = request.Headers.TransferEncoding.Count > 0;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"Body: {read} bytes read, {request.ContentLength?.ToString(CultureInfo.InvariantCulture) ?? "no length"} declared; Content-Encoding: {encoding}; Transfer-Encoding: {(chunked ? "chunked" : "none")}.");
        if (verdict is WebhookVerdict.SignatureMismatch or WebhookVerdict.MalformedBody)
        {
            Append(text, HintAbout(request, read, wasRead, encoding, chunked));
            Append(text, verifier is ISignedUrl { SignedUrl: var url } ? HintAbout(request, url) : null);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string? hint)
    {
        if (hint is not null)
        {
            text.Append(' ').Append(hint);
        }
    }

    private static string? HintAbout(HttpRequest request, int read, bool wasRead, string encoding, bool chunked) => request.ContentLength switch
    {
        > 0 or null when read == 0 && (chunked || request.ContentLength > 0) =>
            "The body was empty here: other middleware read it first. Keep that middleware away from this endpoint, or have it call EnableBuffering before it reads.",
        { } declared when read < declared =>
            "The body was shorter than declared: other middleware read a part of it or replaced it. Keep that middleware away from this endpoint.",
        { } declared when read > declared =>
            "The body was longer than declared: other middleware decompressed or rewrote it. The signature covers the original bytes.",
        _ when encoding != "none" =>
            "The body is compressed. When the provider signs it uncompressed, call UseRequestDecompression before the endpoint.",
        _ when wasRead =>
            "Other middleware had read the body, and the endpoint read it again from its start. Check that nothing rewrites it.",
        _ => "The usual causes are the secret of another account or endpoint, and a body rewritten in transit.",
    };

    // The log gets only the configured URL, without its user and query, which may be secrets.
    private static string? HintAbout(HttpRequest request, string configured)
    {
        if (!Uri.TryCreate(configured, UriKind.Absolute, out var url))
        {
            return null;
        }

        var differences = new List<string>(4);
        Compare("scheme", url.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase);
        Compare("host", url.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
        Compare("path", url.AbsolutePath, (request.PathBase + request.Path).ToUriComponent(), StringComparison.Ordinal);
        Compare("query", url.Query, request.QueryString.ToUriComponent(), StringComparison.Ordinal);
        var shown = $"{url.Scheme}://{url.Authority}{url.AbsolutePath}";
        return differences.Count == 0
            ? $"The signed URL is the configured {shown}, the same as the request's. Compare it, character for character, with the one at the provider."
            : $"The signed URL is the configured {shown}; the request's differs in {string.Join(", ", differences)}. Behind a proxy that is normal. Compare the configured one, character for character, with the one at the provider.";

        void Compare(string part, string left, string? right, StringComparison comparison)
        {
            if (!string.Equals(left, right, comparison))
            {
                differences.Add(part);
            }
        }
    }

    private static string EncodingOf(HttpRequest request)
    {
        var values = request.Headers.ContentEncoding;
        return values.Count == 0 ? "none" : values.ToString().Trim().ToLowerInvariant() switch
        {
            "" => "none",
            "gzip" => "gzip",
            "br" => "br",
            "deflate" => "deflate",
            "zstd" => "zstd",
            "identity" => "identity",
            _ => "another",
        };
    }
}
