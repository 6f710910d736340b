using System.Net;
using System.Text;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Tests.Support;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal;

public sealed class PayPalClientTests : IDisposable
{
    private const string ClientSecret = "EFs3cret-of-the-app";
    private const string TokenUrl = "https://api-m.paypal.com/v1/oauth2/token";

    private readonly MockHttpMessageHandler _http = new();
    private readonly FixedClock _clock = new();
    private int _tokens;

    public void Dispose() => _http.Dispose();

    [TestCase(PayPalEnvironment.Live, TokenUrl)]
    [TestCase(PayPalEnvironment.Sandbox, "https://api-m.sandbox.paypal.com/v1/oauth2/token")]
    public async Task The_token_is_asked_for_with_the_apps_credentials(PayPalEnvironment environment, string url)
    {
        _http.Expect(HttpMethod.Post, url)
            .WithHeaders("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("client:" + ClientSecret)))
            .WithHeaders("Content-Type", "application/x-www-form-urlencoded")
            .WithContent("grant_type=client_credentials")
            .Respond("application/json",
                """
                {"scope":"https://uri.paypal.com/services/invoicing https://uri.paypal.com/services/disputes/read-seller","access_token":"A21AAFEpH4PsADK7qSS7pSRsgz",
                "token_type":"Bearer","app_id":"APP-80W284485P519543T","expires_in":31668,"nonce":"2020-04-03T15:35:36Z"}
                """);

        var token = await Client(options => options.Environment = environment).GetAccessTokenAsync();

        _http.VerifyNoOutstandingExpectation();
        token.Value.Should().Be("A21AAFEpH4PsADK7qSS7pSRsgz");
        token.ExpiresAt.Should().Be(_clock.Now.AddSeconds(31668));
        token.Scopes.Should().Equal("https://uri.paypal.com/services/invoicing", "https://uri.paypal.com/services/disputes/read-seller");
        token.ToString().Should().Be("PayPalAccessToken { ExpiresAt = 2026-05-14 09:52:09Z }");
    }

    [Test]
    public async Task A_token_is_kept_until_a_minute_before_it_ends()
    {
        IssueTokens();
        var client = Client();
        var first = await client.GetAccessTokenAsync();

        _clock.Now += TimeSpan.FromSeconds(3600 - 61);
        (await client.GetAccessTokenAsync()).Should().BeSameAs(first);
        _clock.Now += TimeSpan.FromSeconds(1);
        (await client.GetAccessTokenAsync()).Value.Should().Be("token-2");
    }

    [Test]
    public async Task A_refused_token_is_replaced_and_refusing_it_again_costs_no_request()
    {
        IssueTokens();
        var client = Client();
        var first = await client.GetAccessTokenAsync();

        var second = await client.ReplaceAccessTokenAsync(first);
        (await client.ReplaceAccessTokenAsync(first)).Should().BeSameAs(second);
        (await client.GetAccessTokenAsync()).Should().BeSameAs(second);

        (second.Value, _tokens).Should().Be(("token-2", 2));
    }

    [Test]
    public async Task Many_who_ask_at_once_share_one_request()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _http.When(TokenUrl).Respond(_ =>
        {
            _tokens++;
            asked.TrySetResult();
            return answer.Task;
        });
        var client = Client();
        var waiting = Enumerable.Range(0, 20).Select(_ => client.GetAccessTokenAsync()).ToArray();
        await asked.Task;

        answer.SetResult(Token(1));

        (await Task.WhenAll(waiting)).Should().OnlyContain(token => token.Value == "token-1");
        _tokens.Should().Be(1);
    }

    [Test]
    public async Task Whoever_leaves_takes_nobody_along()
    {
        using var leaving = new CancellationTokenSource();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var switching = new SwitchingHandler(new SilentHandler(asked));
        using var http = new HttpClient(switching);
        using var client = new PayPalTokenClient(http, Options(), _clock);
        var first = client.GetAccessTokenAsync(leaving.Token);
        await asked.Task;
        var second = client.GetAccessTokenAsync();

        switching.Inner = _http;
        IssueTokens();
        await leaving.CancelAsync();

        await first.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        (await second).Value.Should().Be("token-1");
    }

    [TestCase(HttpStatusCode.Unauthorized)]
    [TestCase(HttpStatusCode.BadRequest)]
    [TestCase(HttpStatusCode.Forbidden)]
    public async Task Refused_credentials_are_told_to_all_and_not_tried_again_for_five_seconds(HttpStatusCode status)
    {
        _http.When(TokenUrl).Respond(_ =>
        {
            _tokens++;
            return StubApi.Json(status, """{"error":"invalid_client","error_description":"Client Authentication failed"}""");
        });
        var client = Client();

        var first = await RefusalAsync(client);
        var second = await RefusalAsync(client);
        _tokens.Should().Be(1);
        _clock.Now += TimeSpan.FromSeconds(5);
        await RefusalAsync(client);

        _tokens.Should().Be(2);
        second.Should().NotBeSameAs(first, "each caller throws his own");
        (first.StatusCode, first.ErrorCode).Should().Be((status, "invalid_client"));
        first.ToString().Should().Contain("ClientId").And.NotContain(ClientSecret).And.NotContain("Basic");
    }

    [Test]
    public async Task Wrong_credentials_of_another_app_say_nothing_about_this_one()
    {
        var options = Options();
        _http.When(TokenUrl).Respond(request => request.Headers.Authorization!.Parameter == Convert.ToBase64String("client:wrong"u8)
            ? StubApi.Json(HttpStatusCode.Unauthorized, "{}")
            : Token(++_tokens));
        var client = new PayPalTokenClient(new(CoinMoebius.Sdk.Http.ApiHandlers.Over(() => _http.ToHttpClient(), _clock), () => options, _clock));
        options.ClientSecret = "wrong";
        await RefusalAsync(client);

        options.ClientSecret = ClientSecret;

        (await client.GetAccessTokenAsync()).Value.Should().Be("token-1");
    }

    [Test]
    public async Task What_may_pass_is_tried_again_and_not_remembered()
    {
        _http.Expect(TokenUrl).Respond(HttpStatusCode.InternalServerError);
        _http.Expect(TokenUrl).Respond(HttpStatusCode.ServiceUnavailable);
        var client = Client(options => (options.MaxRetries, options.RetryDelay, options.MaxRetryDelay) = (1, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1)));

        (await client.Awaiting(it => it.GetAccessTokenAsync()).Should().ThrowAsync<CoinMoebiusApiException>()).Which.StatusCode
            .Should().Be(HttpStatusCode.ServiceUnavailable);
        _http.VerifyNoOutstandingExpectation();

        IssueTokens();
        (await client.GetAccessTokenAsync()).Value.Should().Be("token-1");
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("token-1")]
    [TestCase("""{"access_token":""}""")]
    [TestCase("""{"access_token":7,"expires_in":3600}""")]
    [TestCase("""{"access_token":"a\r\nX-Other: b","expires_in":3600}""")]
    public async Task An_answer_without_a_token_is_none(string answer)
    {
        _http.When(TokenUrl).Respond("application/json", answer);

        (await Client().Awaiting(it => it.GetAccessTokenAsync()).Should().ThrowAsync<CoinMoebiusApiException>()).Which.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [TestCase("")]
    [TestCase(",\"expires_in\":null")]
    [TestCase(",\"expires_in\":-5")]
    [TestCase(",\"expires_in\":\"soon\"")]
    [TestCase(",\"expires_in\":1e99")]
    [TestCase(",\"expires_in\":60")]
    public async Task A_token_that_does_not_say_how_long_it_lives_is_not_kept(string lifetime)
    {
        _http.When(TokenUrl).Respond(_ => StubApi.Json(HttpStatusCode.OK, $$"""{"access_token":"token-{{++_tokens}}"{{lifetime}}}"""));
        var client = Client();

        (await client.GetAccessTokenAsync()).Scopes.Should().BeEmpty();
        (await client.GetAccessTokenAsync()).Value.Should().Be("token-2");
    }

    [TestCase("ClientId", "")]
    [TestCase("ClientId", "a b")]
    [TestCase("ClientSecret", null)]
    [TestCase("ClientSecret", "EFs3cret-of-the-app\n")]
    [TestCase("Environment", null)]
    public void Unusable_options_are_named(string option, string? value)
    {
        var options = Options();
        switch (option)
        {
            case "ClientId": options.ClientId = value!; break;
            case "ClientSecret": options.ClientSecret = value!; break;
            default: options.Environment = (PayPalEnvironment)7; break;
        }

        FluentActions.Invoking(() => new PayPalTokenClient(options)).Should().Throw<OptionsValidationException>().WithMessage($"PayPalToken: {option} *")
            .Which.Message.Should().NotContain(ClientSecret);
    }

    [Test]
    public void Nothing_prints_a_secret()
    {
        Options().ToString().Should().Be("PayPalTokenOptions { ClientId = client, Environment = Live, BaseAddress = https://api-m.paypal.com/ }");
        new PayPalAccessToken("5ecret", FixedClock.Epoch).ToString().Should().NotContain("5ecret");
        FluentActions.Invoking(() => new PayPalAccessToken(" ", FixedClock.Epoch)).Should().Throw<ArgumentException>();
    }

    private static PayPalTokenOptions Options() => new() { ClientId = "client", ClientSecret = ClientSecret };

    private static HttpResponseMessage Token(int number) =>
        StubApi.Json(HttpStatusCode.OK, $$"""{"access_token":"token-{{number}}","token_type":"Bearer","expires_in":3600}""");

    private static async Task<CoinMoebiusAuthenticationException> RefusalAsync(PayPalTokenClient client) =>
        (await client.Awaiting(it => it.GetAccessTokenAsync()).Should().ThrowAsync<CoinMoebiusAuthenticationException>()).Which;

    private void IssueTokens() => _http.When(TokenUrl).Respond(_ => Token(++_tokens));

    private PayPalTokenClient Client(Action<PayPalTokenOptions>? configure = null)
    {
        var options = Options();
        configure?.Invoke(options);
        return new(_http.ToHttpClient(), options, _clock);
    }

    private sealed class SwitchingHandler(HttpMessageHandler inner) : HttpMessageHandler
    {
        public HttpMessageHandler Inner { get; set; } = inner;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new HttpMessageInvoker(Inner, disposeHandler: false).SendAsync(request, cancellationToken);
    }
}
