using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Tests.Support;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Http;

public sealed class ApiClientTests
{
    private const string Thing = """{"id":"a","state":1}""";

    private readonly TestGateway _gateway = new(options => (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1)));

    [Test]
    public async Task A_call_goes_below_the_base_address_with_credentials_and_its_headers()
    {
        _gateway.Answer(HttpStatusCode.Created, Thing);

        var thing = await Send(ApiCall.Post("things?x=1", new AcmeThing { Id = "a" }, AcmeJson.Default.AcmeThing) with { Headers = [new("x-payer", "p1")] });

        thing.Id.Should().Be("a");
        var (_, request, key) = _gateway.Calls.Single();
        request.RequestUri.Should().Be(new Uri("https://api.acme.example/v1/things?x=1"));
        request.Headers.GetValues("x-payer").Should().Equal("p1");
        key.Should().Be("k_5ecret:20", "credentials may depend on the bytes that are sent");
    }

    [Test]
    public async Task A_form_is_encoded_and_says_what_it_is()
    {
        _gateway.Answer(HttpStatusCode.OK, Thing);

        var call = ApiCall.Form("things", [new("flow[type]", "a b&c=d"), new("name", "Zoë+")]);
        await Send(call);

        System.Text.Encoding.ASCII.GetString(call.Body!).Should().Be("flow%5Btype%5D=a%20b%26c%3Dd&name=Zo%C3%AB%2B");
        _gateway.Calls.Single().Request.Content!.Headers.ContentType!.ToString().Should().Be("application/x-www-form-urlencoded");
    }

    [Test]
    public async Task An_anonymous_call_carries_no_credentials()
    {
        _gateway.Answer(HttpStatusCode.OK, Thing);

        await Send(ApiCall.Get("things/a") with { IsAnonymous = true });

        _gateway.Calls.Single().Key.Should().BeNull();
    }

    [TestCase(nameof(ApiRetry.Idempotent), 500, null, 2)]
    [TestCase(nameof(ApiRetry.Idempotent), 429, null, 2)]
    [TestCase(nameof(ApiRetry.NotReceived), 500, null, 1)]
    [TestCase(nameof(ApiRetry.NotReceived), 429, null, 2)]
    [TestCase(nameof(ApiRetry.NotReceived), 503, null, 1)]
    [TestCase(nameof(ApiRetry.NotReceived), 503, "0", 2)]
    [TestCase(nameof(ApiRetry.Never), 429, "0", 1)]
    [TestCase(nameof(ApiRetry.Never), 503, "0", 1)]
    [TestCase(nameof(ApiRetry.Never), 500, null, 1)]
    public async Task What_is_tried_again_is_said_by_the_call_and_not_by_its_method(string retry, int status, string? retryAfter, int calls)
    {
        _gateway.Answer((HttpStatusCode)status, "{}", retryAfter).Answer(HttpStatusCode.OK, Thing);

        var sending = Send(ApiCall.Get("things/a") with { Retry = Enum.Parse<ApiRetry>(retry) });
        await _gateway.Clock.RunAsync(sending.ContinueWith(_ => { }, TaskScheduler.Default));

        _gateway.Calls.Should().HaveCount(calls);
        sending.IsCompletedSuccessfully.Should().Be(calls == 2);
    }

    [TestCase(nameof(ApiRetry.NotReceived), 2)]
    [TestCase(nameof(ApiRetry.Never), 1)]
    public async Task A_call_that_never_left_is_tried_again_unless_it_must_not(string retry, int calls)
    {
        _gateway.Refuse().Answer(HttpStatusCode.OK, Thing);

        var sending = Send(ApiCall.Post("things") with { Retry = Enum.Parse<ApiRetry>(retry) });
        await _gateway.Clock.RunAsync(sending.ContinueWith(_ => { }, TaskScheduler.Default));

        _gateway.Calls.Should().HaveCount(calls);
    }

    [Test]
    public async Task A_success_status_with_a_failure_inside_is_an_error()
    {
        _gateway.Answer(HttpStatusCode.OK, """{"ok":false,"code":"API:LIMIT","error":"Too much."}""");

        var exception = (await _gateway.Awaiting(_ => Send(ApiCall.Get("things/a"))).Should().ThrowAsync<CoinMoebiusApiException>()).Which;

        exception.StatusCode.Should().Be(HttpStatusCode.OK);
        exception.ErrorCode.Should().Be("API:LIMIT");
        exception.Message.Should().Be("The Acme API reported a failure with status 200 (API:LIMIT).");
    }

    [Test]
    public async Task A_call_may_expect_one_status_alone()
    {
        _gateway.Answer(HttpStatusCode.Created, """{"id":"a"}""");

        (await Send(ApiCall.Get("things/a"))).Id.Should().Be("a");
        (await _gateway.Awaiting(_ => Send(ApiCall.Get("things/a") with { ExpectedStatus = HttpStatusCode.OK })).Should().ThrowAsync<CoinMoebiusApiException>())
            .Which.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Test]
    public async Task A_dialect_may_make_its_own_exception()
    {
        _gateway.Answer(HttpStatusCode.Conflict, """{"code":"special"}""");

        await _gateway.Awaiting(_ => Send(ApiCall.Get("things/a"))).Should().ThrowExactlyAsync<AcmeException>().WithMessage("The Acme API answered 409 (special).");
    }

    [Test]
    public async Task Refused_credentials_say_which_option_to_check()
    {
        _gateway.Answer(HttpStatusCode.Unauthorized, "");

        await _gateway.Awaiting(_ => Send(ApiCall.Get("things/a"))).Should().ThrowAsync<CoinMoebiusAuthenticationException>()
            .WithMessage("The Acme API answered 401. Check AcmeOptions.Key.");
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("")]
    public async Task A_success_that_is_not_what_is_due_is_an_error(string body)
    {
        _gateway.Answer(HttpStatusCode.OK, body);

        await _gateway.Awaiting(_ => Send(ApiCall.Get("things/a"))).Should().ThrowAsync<CoinMoebiusApiException>()
            .WithMessage("The Acme API answered 200, but the body *");
    }

    [Test]
    public void Bad_options_are_refused_with_all_that_is_wrong()
    {
        using var http = new HttpClient();

        var act = () => ApiConnection<TestGatewayOptions>.Over(http, new() { Key = "two words", MaxRetries = 99 }, null);

        act.Should().Throw<OptionsValidationException>().Which.Failures.Should().SatisfyRespectively(
            first => first.Should().Be("TestGateway: Key is missing. Copy it from the dashboard."),
            second => second.Should().StartWith("TestGateway: MaxRetries is 99"));
    }

    [Test]
    public void What_a_model_does_not_know_survives()
    {
        var thing = JsonSerializer.Deserialize("""{"id":"a","state":1,"new":{"x":[1.50,null]}}""", AcmeJson.Default.AcmeThing)!;

        JsonSerializer.Serialize(thing, AcmeJson.Default.AcmeThing).Should().Be("""{"id":"a","state":1,"new":{"x":[1.50,null]}}""");
    }

    [Test]
    public void A_model_prints_nothing_that_it_holds() => new AcmeThing { Id = "5ecret" }.ToString().Should().Be("AcmeThing");

    private Task<AcmeThing> Send(ApiCall call) => _gateway.Api.SendAsync(call, AcmeJson.Default.AcmeThing, default);
}
