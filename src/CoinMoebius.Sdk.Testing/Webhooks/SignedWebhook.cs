using System.Net.Http.Headers;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A signed delivery, ready to be sent or verified.</summary>
/// <param name="Provider">The simulated provider.</param>
/// <param name="Body">The exact body.</param>
/// <param name="Headers">The headers that belong to the signature.</param>
public sealed record SignedWebhook(PaymentProvider Provider, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly Uri AnyUrl = new("https://localhost/");

    /// <summary>The content type the provider sends.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>
    /// Query parameters for the URL that is called, for a provider that signs nothing, so that merchants add their own proof to the query. Empty
    /// for all others.
    /// </summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = NoQuery;

    internal static IReadOnlyDictionary<string, string> NoQuery { get; } = new Dictionary<string, string>();

    /// <summary>The delivery as a request for a verifier.</summary>
    /// <param name="url">The URL to which it is sent, for providers that verify it; <see cref="Query"/> is added.</param>
    public WebhookRequest ToRequest(Uri? url = null) => new(Body, Headers, url is null && Query.Count == 0 ? null : Complete(url ?? AnyUrl));

    /// <summary>The delivery as an HTTP request to <paramref name="url"/>.</summary>
    /// <param name="url">The merchant's webhook address; <see cref="Query"/> is added.</param>
    public HttpRequestMessage ToHttpRequest(Uri url)
    {
        var content = new ReadOnlyMemoryContent(Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, Complete(url)) { Content = content };
        foreach (var header in Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return request;
    }

    private Uri Complete(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (Query.Count == 0)
        {
            return url;
        }

        var pairs = Query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        var query = url.Query.TrimStart('?');
        return new UriBuilder(url) { Query = string.Join('&', query.Length == 0 ? pairs : pairs.Prepend(query)) }.Uri;
    }
}
