using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CoinMoebius.Sdk.Http;

/// <summary>One call to an API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the base address, with its query, without a leading slash.</param>
/// <param name="Body">The body; null for none, empty for a POST with a length of 0.</param>
/// <param name="Retry">When a retry is allowed.</param>
internal sealed record ApiCall(HttpMethod Method, string Path, byte[]? Body, ApiRetry Retry)
{
    /// <summary>The content type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Headers for this call only.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The only status that counts as success; every 2xx by default.</summary>
    public HttpStatusCode? ExpectedStatus { get; init; }

    /// <summary>True to send no credentials.</summary>
    public bool IsAnonymous { get; init; }

    public static ApiCall Get(string path) => new(HttpMethod.Get, path, null, ApiRetry.Idempotent);

    public static ApiCall Delete(string path) => new(HttpMethod.Delete, path, null, ApiRetry.NotReceived);

    /// <summary>Creates a POST without content.</summary>
    public static ApiCall Post(string path) => new(HttpMethod.Post, path, [], ApiRetry.NotReceived);

    public static ApiCall Post<T>(string path, T body, JsonTypeInfo<T> json) => WithBody(HttpMethod.Post, path, body, json);

    public static ApiCall WithBody<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> json) =>
        new(method, path, JsonSerializer.SerializeToUtf8Bytes(body, json), ApiRetry.NotReceived);

    /// <summary>Creates a POST of a form, as <c>application/x-www-form-urlencoded</c>.</summary>
    public static ApiCall Form(string path, IEnumerable<KeyValuePair<string, string>> fields, ApiRetry retry = ApiRetry.NotReceived)
    {
        var text = string.Join("&", fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        return new(HttpMethod.Post, path, Encoding.ASCII.GetBytes(text), retry) { ContentType = "application/x-www-form-urlencoded" };
    }
}
