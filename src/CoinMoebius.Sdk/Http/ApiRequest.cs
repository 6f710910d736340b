using System.Net.Http.Headers;

namespace CoinMoebius.Sdk.Http;

/// <summary>Creates requests and their addresses.</summary>
internal static class ApiRequest
{
    /// <summary>Creates a request with the call's body. A POST without content declares an empty body.</summary>
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

    /// <summary>Joins the base address and a path; the base address may have a path too.</summary>
    public static Uri Url(ApiClientOptions options, string path)
    {
        var root = options.BaseAddress.AbsoluteUri;
        return new Uri(root[root.Length - 1] == '/' ? root + path : $"{root}/{path}");
    }
}
