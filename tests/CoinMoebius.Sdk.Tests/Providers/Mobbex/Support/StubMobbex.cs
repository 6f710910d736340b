using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex.Support;

/// <summary>A client of Mobbex over a handler that answers at once, and what it sent.</summary>
internal sealed class StubMobbex : HttpMessageHandler
{
    public const string Key = "k_5ecret";
    public const string Token = "t_5ecret";

    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public StubMobbex(Action<MobbexOptions>? configure = null)
    {
        // Limits of an hour are none to the clock, which moves over pauses only.
        var hour = TimeSpan.FromHours(1);
        var options = new MobbexOptions { ApiKey = Key, AccessToken = Token, AttemptTimeout = hour, TotalTimeout = hour };
        configure?.Invoke(options);
        Client = new(new ApiConnection<MobbexOptions>(
            new HttpMessageInvoker(ApiHandlers.Create(this, Clock, () => 0.5)).SendAsync, () => options, Clock));
    }

    public PauseClock Clock { get; } = new();

    public MobbexClient Client { get; }

    public List<MobbexCall> Calls { get; } = [];

    public MobbexCall Call => Calls.Should().ContainSingle().Which;

    /// <summary>Adds the next answer; the last one stays.</summary>
    public StubMobbex Answer(string body, HttpStatusCode status = HttpStatusCode.OK, string? retryAfter = null)
    {
        _answers.Enqueue(() => StubApi.Json(status, body, retryAfter));
        return this;
    }

    /// <summary>The next call breaks off after it was sent.</summary>
    public StubMobbex BreakOff()
    {
        _answers.Enqueue(() => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        return this;
    }

    /// <summary>The next call never gets as far as Mobbex.</summary>
    public StubMobbex Refuse()
    {
        _answers.Enqueue(() => throw new HttpRequestException(
            HttpRequestError.ConnectionError, "Refused.", new SocketException((int)SocketError.ConnectionRefused)));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls.Add(new(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase)));
        return (_answers.Count > 1 ? _answers.Dequeue() : _answers.Peek())();
    }
}

internal sealed record MobbexCall(string Method, string Url, string? Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Path => new Uri(Url).PathAndQuery;

    public JsonObject Json => JsonNode.Parse(Body!)!.AsObject();
}
