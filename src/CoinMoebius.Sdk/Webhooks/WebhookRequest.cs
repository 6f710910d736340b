using Microsoft.Extensions.Primitives;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Looks up a header by its name, ignoring case; the empty value when it is absent.</summary>
/// <param name="name">The header's name.</param>
/// <returns>All values received under that name.</returns>
public delegate StringValues WebhookHeaderLookup(string name);

/// <summary>
/// One delivery as received, independent of any web framework: the exact bytes of the body and a way to look up headers. It does not copy
/// the body: do not change or reuse the buffer while events created from it are in use.
/// </summary>
public sealed class WebhookRequest
{
    private readonly WebhookHeaderLookup _headers;
    private readonly Func<Uri?> _url;

    /// <summary>Wraps a delivery of any framework.</summary>
    /// <param name="body">The exact bytes received, before any decoding.</param>
    /// <param name="headers">Looks up headers, ignoring case.</param>
    /// <param name="url">The called URL with its query; only some providers need it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    public WebhookRequest(ReadOnlyMemory<byte> body, WebhookHeaderLookup headers, Uri? url = null)
        : this(body, headers, url is null ? NoUrl : () => url)
    {
    }

    /// <summary>Wraps a delivery with pairs as headers, as in queues and serverless functions.</summary>
    /// <param name="body">The exact bytes received, before any decoding.</param>
    /// <param name="headers">Names and values; a name may occur more than once, in any case.</param>
    /// <param name="url">The called URL with its query; only some providers need it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    public WebhookRequest(ReadOnlyMemory<byte> body, IEnumerable<KeyValuePair<string, string>> headers, Uri? url = null)
        : this(body, ToLookup(headers), url)
    {
    }

    /// <summary>For hosts where the URL is expensive: few verifiers read it.</summary>
    internal WebhookRequest(ReadOnlyMemory<byte> body, WebhookHeaderLookup headers, Func<Uri?> url)
    {
        ArgumentNullException.ThrowIfNull(headers);
        Body = body;
        _headers = headers;
        _url = url;
    }

    /// <summary>The exact bytes received.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The called URL, or null when the caller did not pass it.</summary>
    public Uri? Url => _url();

    /// <summary>Returns all values of a header; empty when it is absent.</summary>
    /// <param name="name">The header's name, in any case.</param>
    public StringValues GetHeader(string name) => _headers(name);

    /// <summary>Reads the text of a header that must occur once.</summary>
    /// <param name="name">The header's name, in any case.</param>
    /// <param name="value">The text when the result is <see cref="WebhookVerdict.Verified"/>, otherwise empty.</param>
    /// <returns>
    /// <see cref="WebhookVerdict.Verified"/> when it occurs once; <see cref="WebhookVerdict.MissingSignature"/> when it is absent or blank;
    /// <see cref="WebhookVerdict.MalformedSignature"/> when it occurs twice, since it is unclear which value counts.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public WebhookVerdict GetSingleHeader(string name, out string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var values = _headers(name);
        value = "";
        if (values.Count > 1)
        {
            return WebhookVerdict.MalformedSignature;
        }

        var only = values.Count == 0 ? null : values[0];
        if (string.IsNullOrWhiteSpace(only))
        {
            return WebhookVerdict.MissingSignature;
        }

        value = only!;
        return WebhookVerdict.Verified;
    }

    private static Uri? NoUrl() => null;

    private static WebhookHeaderLookup ToLookup(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var map = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers)
        {
            map[header.Key] = map.TryGetValue(header.Key, out var before) ? StringValues.Concat(before, header.Value) : header.Value;
        }

        return name => map.TryGetValue(name, out var values) ? values : StringValues.Empty;
    }
}
