using System.Net.Http.Headers;

namespace CoinMoebius.Sdk.Http;

/// <summary>Makes requests and the addresses they go to.</summary>
internal static class ApiRequest
{
    /// <summary>A request with the call's body. A POST without one says that its body is empty.</summary>
    public static HttpRequestMessage Create(CallState state)
    {
        var call = state.Call;
        var request = new HttpRequestMessage(call.Method, Url(state.Options, call.Path));
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        foreach (var header in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            if (body.Length > 0)
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType);
            }
        }

        state.AttachTo(request);
        return request;
    }

    /// <summary>The base address and a path; the base may have a path of its own.</summary>
    public static Uri Url(ApiClientOptions options, string path)
    {
        var root = options.BaseAddress.AbsoluteUri;
        return new Uri(root[root.Length - 1] == '/' ? root + path : $"{root}/{path}");
    }
}
