using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk;

/// <summary>A call for <see cref="IApiClient.SendRawAsync"/>.</summary>
/// <param name="method">The method.</param>
/// <param name="path">
/// The path below <see cref="ApiClientOptions.BaseAddress"/> with its query and without a leading slash, for example
/// <c>v1/payments?limit=10</c>. Escape the values in it with <see cref="Uri.EscapeDataString(string)"/>.
/// </param>
public sealed class RawRequest(HttpMethod method, string path)
{
    /// <summary>The method.</summary>
    public HttpMethod Method { get; } = method ?? throw new ArgumentNullException(nameof(method));

    /// <summary>The path below <see cref="ApiClientOptions.BaseAddress"/>.</summary>
    public string Path { get; } = path ?? throw new ArgumentNullException(nameof(path));

    /// <summary>The body, byte for byte; none by default.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The media type of the body; <c>application/json</c> by default.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Headers of this call. The client's credentials replace a header of the same name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>True when the call may be sent twice without harm. By default only GET and HEAD may.</summary>
    public bool? IsIdempotent { get; init; }

    /// <summary>Creates a call whose body is JSON.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below <see cref="ApiClientOptions.BaseAddress"/>; see the constructor.</param>
    /// <param name="body">The body.</param>
    public static RawRequest Json(HttpMethod method, string path, JsonNode body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new(method, path) { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
    }

    /// <exception cref="ArgumentException">The path leaves the base address, or a header or the media type cannot be sent.</exception>
    internal ApiCall ToCall(string parameterName)
    {
        if (!IsPath(Path))
        {
            throw new ArgumentException(
                "The path must be relative: without a leading slash, a scheme, a '.' or '..' segment, a fragment or characters that need escaping.",
                parameterName);
        }

        foreach (var header in Headers)
        {
            using var probe = new HttpRequestMessage();
            if (header.Value.Any(char.IsControl) || !probe.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                throw new ArgumentException($"The header '{header.Key}' cannot be sent with a request.", parameterName);
            }
        }

        if (!MediaTypeHeaderValue.TryParse(ContentType, out _))
        {
            throw new ArgumentException($"'{ContentType}' is not a media type.", parameterName);
        }

        var idempotent = IsIdempotent ?? (Method == HttpMethod.Get || Method == HttpMethod.Head);
        return new(Method, Path, Body?.ToArray(), idempotent ? ApiRetry.Idempotent : ApiRetry.NotReceived)
        {
            ContentType = ContentType,
            Headers = [.. Headers],
        };
    }

    private static bool IsPath(string path)
    {
        var query = path.AsSpan().IndexOf('?');
        var segments = (query < 0 ? path : path.Substring(0, query)).Split('/');
        return SafeUrls.IsCleanText(path)
            && path.AsSpan().IndexOf('#') < 0
            && segments[0].Length > 0
            && segments[0].AsSpan().IndexOf(':') < 0
            && segments.All(static segment => Uri.UnescapeDataString(segment) is not ("." or ".."));
    }
}
