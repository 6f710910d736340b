using System.Net.Http.Headers;

namespace CoinMoebius.Sdk.Http;

/// <summary>
/// The weight in <c>Accept: application/json, */*; q=0.1</c>, which cannot be written into a request for another origin. A handler that
/// follows redirects sends the same message on with its custom headers, keys included (.NET drops <c>Authorization</c> alone), and an
/// <see cref="HttpClient"/> does not say whether it has such a handler. Headers are turned into text as each request is written: this
/// one ends the writing before a byte has left. .NET Framework writes them before it redirects; there <see cref="ApiTransport"/> sees
/// it in the answer.
/// </summary>
internal sealed class OriginBound : NameValueHeaderValue
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private readonly HttpRequestMessage _request;
    private readonly Uri _origin;

    private OriginBound(HttpRequestMessage request, Uri origin)
        : base("q", "0.1") => (_request, _origin) = (request, origin);

    /// <summary>Binds a request to the origin it is for.</summary>
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
