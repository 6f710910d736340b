using System.Net.Http.Headers;

namespace CoinMoebius.Sdk.Http;

/// <summary>
/// The weight in <c>Accept: application/json, */*; q=0.1</c>, which refuses to be written into a request for another origin. A handler
/// that follows redirects sends the same message with its custom headers, including keys (.NET only drops <c>Authorization</c>), and an
/// <see cref="HttpClient"/> does not reveal whether it has such a handler. .NET formats headers as it writes each request, so this one
/// stops the write before any byte is sent. .NET Framework formats them before it redirects; there <see cref="ApiTransport"/> detects
/// the redirect from the response.
/// </summary>
internal sealed class OriginBound : NameValueHeaderValue
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private readonly HttpRequestMessage _request;
    private readonly Uri _origin;

    private OriginBound(HttpRequestMessage request, Uri origin)
        : base("q", "0.1") => (_request, _origin) = (request, origin);

    /// <summary>Binds a request to its origin.</summary>
    public static void Bind(HttpRequestMessage request)
    {
        if (request.RequestUri is { IsAbsoluteUri: true } origin)
        {
            var any = new MediaTypeWithQualityHeaderValue("*/*");
            any.Parameters.Add(new OriginBound(request, origin));
            request.Headers.Remove("Accept");
            request.Headers.Accept.Add(Json);
            request.Headers.Accept.Add(any);
        }
    }

    public override string ToString() =>
        Origin.IsSame(_request.RequestUri, _origin) ? base.ToString() : throw ForeignOriginException.Leaving(_request.RequestUri, _origin);
}
