using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using ApiError = CoinMoebius.Sdk.Http.ApiError;

namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>The client of a gateway that does not exist, over a handler that answers at once.</summary>
internal sealed class TestGateway
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public TestGateway(Action<TestGatewayOptions>? configure = null)
    {
        var options = new TestGatewayOptions();
        configure?.Invoke(options);
        Api = new(new(new HttpMessageInvoker(ApiHandlers.Create(new Handler(this), Clock, () => 0.5)).SendAsync, () => options, Clock));
    }

    public PauseClock Clock { get; } = new();

    public TestGatewayClient Api { get; }

    public ConcurrentQueue<(DateTimeOffset At, HttpRequestMessage Request, string? Key)> Calls { get; } = new();

    /// <summary>Adds the next answer; the last one stays.</summary>
    public TestGateway Answer(HttpStatusCode status, string body, string? retryAfter = null)
    {
        _answers.Enqueue(() => StubApi.Json(status, body, retryAfter));
        return this;
    }

    /// <summary>The next call fails before it is sent.</summary>
    public TestGateway Refuse()
    {
        _answers.Enqueue(() => throw new HttpRequestException(
            HttpRequestError.ConnectionError, inner: new SocketException((int)SocketError.ConnectionRefused)));
        return this;
    }

    private sealed class Handler(TestGateway gateway) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var key = request.Headers.TryGetValues("x-key", out var values) ? values.Single() : null;
            gateway.Calls.Enqueue((gateway.Clock.GetUtcNow(), request, key));
            var answer = gateway._answers.Count > 1 ? gateway._answers.Dequeue() : gateway._answers.Peek();
            try
            {
                return Task.FromResult(answer());
            }
            catch (HttpRequestException exception)
            {
                return Task.FromException<HttpResponseMessage>(exception);
            }
        }
    }
}

/// <summary>The client alone.</summary>
internal sealed class TestGatewayClient(ApiConnection<TestGatewayOptions> connection) : ApiClient<TestGatewayOptions>(connection);

internal sealed class TestGatewayOptions() : ApiClientOptions(new("https://api.acme.example/v1"))
{
    public string Key { get; set; } = "k_5ecret";

    internal override ApiDialect Dialect { get; } = new(new("acme"), "Acme", "Check AcmeOptions.Key.")
    {
        IsFailure = static body => body.Span.IndexOf("\"ok\":false"u8) >= 0,
        CreateException = static (message, error, _) => error.Code == "special" ? new AcmeException(message, error) : null,
    };

    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body) =>
        request.Set("x-key", $"{Key}:{body.Length}");

    internal override void Validate(List<string> failures) =>
        failures.Require(OptionsFailures.IsHeaderToken(Key), "Key is missing. Copy it from the dashboard.");
}

internal sealed class AcmeException(string message, ApiError error) : CoinMoebiusApiException(message, error);

internal sealed record AcmeThing : ApiModel
{
    public string? Id { get; init; }

    public int State { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AcmeThing))]
internal sealed partial class AcmeJson : JsonSerializerContext;
