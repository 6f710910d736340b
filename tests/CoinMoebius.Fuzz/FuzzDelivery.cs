using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Fuzz;

/// <summary>A delivery as a stranger may make it: any bytes, any headers in any number, any query.</summary>
internal sealed record FuzzDelivery(byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers, string Query)
{
    private const string ContentType = "Content-Type";
    private const string Address = "https://shop.example/webhooks";

    public static FuzzDelivery Of(SignedWebhook signed) => new(
        signed.Body.ToArray(),
        [.. signed.Headers.Where(header => header.Key != ContentType), KeyValuePair.Create(ContentType, signed.ContentType)],
        string.Join('&', signed.Query.Select(pair => $"{pair.Key}={pair.Value}")));

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) =>
        Headers.Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();

    public WebhookRequest ToRequest() =>
        new(Body, Headers, Uri.TryCreate($"{Address}?{Query}", UriKind.Absolute, out var url) ? url : null);
}
