using System.Net;
using System.Text;
using CoinMoebius.Sdk.Coinflow;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

/// <summary>The client over answers of the test's, which keeps what was sent.</summary>
internal sealed class CoinflowApi : IDisposable
{
    public const string Key = "coinflow_sandbox_5ecret";

    private readonly MockHttpMessageHandler _http = new();
    private readonly HttpClient _client;

    public CoinflowApi(HttpStatusCode status, string body = "", string? retryAfter = null)
        : this(_ => Answer(status, body, retryAfter))
    {
    }

    public CoinflowApi(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _http.When("*").Respond(async request =>
        {
            Requests.Add((request, request.Content is null ? null : await request.Content.ReadAsStringAsync()));
            return answer(request);
        });
        _client = _http.ToHttpClient();
        Client = new CoinflowClient(_client, Options());
    }

    public CoinflowClient Client { get; }

    public List<(HttpRequestMessage Message, string? Body)> Requests { get; } = [];

    public static CoinflowOptions Options() => new()
    {
        ApiKey = Key,
        MerchantId = "shop 1",
        Environment = CoinflowEnvironment.Sandbox,
        RetryDelay = TimeSpan.FromMilliseconds(1),
        MaxRetryDelay = TimeSpan.FromMilliseconds(1),
        PollInterval = TimeSpan.FromMilliseconds(1),
        MaxPollInterval = TimeSpan.FromMilliseconds(1),
    };

    public static HttpResponseMessage Answer(HttpStatusCode status, string body, string? retryAfter = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    public void Dispose()
    {
        Client.Dispose();
        _client.Dispose();
        _http.Dispose();
    }
}
