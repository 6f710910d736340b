using System.Net;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Http;

public sealed class RawRequestTests
{
    private readonly TestGateway _gateway = new(options => (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1)));

    [Test]
    public async Task A_raw_call_goes_below_the_base_address_with_the_clients_credentials()
    {
        _gateway.Answer(HttpStatusCode.Created, """{"id":"a"}""");

        var response = await _gateway.Api.SendRawAsync(
            RawRequest.Json(HttpMethod.Put, "things/a?x=1", new JsonObject { ["name"] = "b" }));

        response.ReadJson().GetProperty("id").GetString().Should().Be("a");
        var (_, request, key) = _gateway.Calls.Single();
        (request.Method, request.RequestUri!.AbsoluteUri).Should().Be((HttpMethod.Put, "https://api.acme.example/v1/things/a?x=1"));
        request.Content!.Headers.ContentType!.MediaType.Should().Be("application/json");
        key.Should().Be("k_5ecret:12", "credentials may depend on the bytes that are sent");
    }

    [Test]
    public async Task A_raw_call_fails_with_the_errors_of_the_client()
    {
        _gateway.Answer(HttpStatusCode.NotFound, """{"code":"no_thing","message":"gone"}""");

        var failure = (await _gateway.Api.Awaiting(api => api.SendRawAsync(new(HttpMethod.Get, "things/b"))).Should()
            .ThrowAsync<CoinMoebiusNotFoundException>()).Which;

        (failure.ErrorCode, failure.Provider).Should().Be(("no_thing", new PaymentProvider("acme")));
    }

    [TestCase("GET", null, 2)]
    [TestCase("POST", null, 1)]
    [TestCase("POST", true, 2)]
    [TestCase("GET", false, 1)]
    public async Task A_raw_call_is_repeated_only_when_that_is_harmless(string method, bool? isIdempotent, int calls)
    {
        _gateway.Answer(HttpStatusCode.InternalServerError, "{}").Answer(HttpStatusCode.OK, "");

        var sending = _gateway.Api.SendRawAsync(new(new(method), "things") { IsIdempotent = isIdempotent });
        await _gateway.Clock.RunAsync(sending.ContinueWith(_ => { }, TaskScheduler.Default));

        _gateway.Calls.Should().HaveCount(calls);
        sending.IsCompletedSuccessfully.Should().Be(calls == 2);
    }

    [TestCase("/things")]
    [TestCase("//evil.example/things")]
    [TestCase("https://evil.example/")]
    [TestCase("../admin")]
    [TestCase("things/../../admin")]
    [TestCase("things/%2e%2E/admin")]
    [TestCase("things/./a")]
    [TestCase("things#x")]
    [TestCase("things\\..\\admin")]
    [TestCase("things a")]
    [TestCase("")]
    [TestCase("?x=1")]
    public async Task A_path_that_leaves_the_base_address_is_refused(string path)
    {
        await _gateway.Api.Awaiting(api => api.SendRawAsync(new(HttpMethod.Get, path))).Should().ThrowAsync<ArgumentException>().WithParameterName("request");

        _gateway.Calls.Should().BeEmpty();
    }

    [TestCase("x-a", "b\r\nx-c: d")]
    [TestCase("x a", "b")]
    [TestCase("Content-Type", "text/plain")]
    public async Task A_header_that_cannot_be_sent_is_refused(string name, string value)
    {
        var request = new RawRequest(HttpMethod.Get, "things") { Headers = new Dictionary<string, string> { [name] = value } };

        await _gateway.Api.Awaiting(api => api.SendRawAsync(request)).Should().ThrowAsync<ArgumentException>().WithMessage($"*{name}*");
    }

    [Test]
    public async Task A_media_type_that_is_none_is_refused() =>
        await _gateway.Api.Awaiting(api => api.SendRawAsync(new(HttpMethod.Post, "things") { Body = new byte[1], ContentType = "json" }))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*media type*");
}
