using System.Net.Http.Headers;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Testing;

/// <summary>One signed delivery, ready to be sent or verified.</summary>
/// <param name="Provider">The provider that is imitated.</param>
/// <param name="Body">The exact body.</param>
/// <param name="Headers">The headers that belong to the signature.</param>
public sealed record SignedWebhook(PaymentProvider Provider, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The content type the provider sends.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The delivery as a verifier takes it.</summary>
    /// <param name="url">The URL it is sent to, for providers that sign it.</param>
    public WebhookRequest ToRequest(Uri? url = null) => new(Body, Headers, url);

    /// <summary>The delivery as an HTTP request to <paramref name="url"/>.</summary>
    /// <param name="url">The merchant's webhook address.</param>
    public HttpRequestMessage ToHttpRequest(Uri url)
    {
        var content = new ReadOnlyMemoryContent(Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        foreach (var header in Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return request;
    }
}
