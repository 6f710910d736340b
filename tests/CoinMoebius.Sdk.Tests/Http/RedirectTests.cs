using System.Net;
using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Tests.Http;

/// <summary>What is meant for one origin reaches no other, over real sockets.</summary>
public sealed class RedirectTests
{
    private const string Key = "k3y";
    private const string Payment = """{"payment_id":5,"payment_status":"finished","pay_address":"a","price_amount":1,"price_currency":"usd","pay_amount":1,"pay_currency":"btc"}""";

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task A_redirect_to_another_origin_is_stopped_before_a_byte_has_left(int status)
    {
        await using var stranger = LoopbackApi.Answers(Payment);
        await using var api = LoopbackApi.RedirectsTo(_ => new(stranger.Address, "/v1/payment/5"), status);
        using var http = new HttpClient();
        using var client = new NowPaymentsClient(http, Options(api));

        var failure = (await client.Awaiting(it => it.GetPaymentAsync("5")).Should().ThrowAsync<CoinMoebiusTransportException>()).Which;

        stranger.Requests.Should().BeEmpty();
        api.Requests.Should().ContainSingle("a redirect stays one").Which.Should().Contain("x-api-key: " + Key);
        failure.Message.Should().ContainAll(Name(api.Address), Name(stranger.Address), "AllowAutoRedirect = false").And.NotContain(Key).And.NotContain("/v1/");
    }

    [Test]
    public async Task A_body_is_not_handed_to_another_origin()
    {
        await using var stranger = LoopbackApi.Answers(Payment);
        await using var api = LoopbackApi.RedirectsTo(_ => stranger.Address);
        using var http = new HttpClient();
        using var client = new NowPaymentsClient(http, Options(api));

        await client.Awaiting(it => it.CreateInvoiceAsync(new() { PriceAmount = 5, PriceCurrency = "usd" })).Should().ThrowAsync<CoinMoebiusTransportException>();

        stranger.Requests.Should().BeEmpty();
        api.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task A_redirect_within_the_origin_is_the_callers_affair()
    {
        await using var api = LoopbackApi.Moved(Payment);
        using var http = new HttpClient();
        using var client = new NowPaymentsClient(http, Options(api));

        (await client.GetPaymentAsync("5")).PaymentId.Should().Be("5");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_answer_from_another_origin_is_an_error_and_never_read(bool isRefusal)
    {
        using var http = new HttpClient(new AnsweredElsewhere(isRefusal ? HttpStatusCode.InternalServerError : HttpStatusCode.OK));
        using var client = new NowPaymentsClient(http, new() { ApiKey = Key });

        var failure = (await client.Awaiting(it => it.GetPaymentAsync("5")).Should().ThrowAsync<CoinMoebiusTransportException>()).Which;

        failure.Message.Should().ContainAll("https://api.nowpayments.io ", "https://stranger.example:8443:", "AllowAutoRedirect = false", "replace the credentials");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_handler_that_takes_the_place_of_ours_follows_no_redirects_either(bool isWrapped)
    {
        await using var stranger = LoopbackApi.Answers(Payment);
        await using var api = LoopbackApi.RedirectsTo(_ => stranger.Address);
        var services = new ServiceCollection();
        services.AddNowPaymentsClient(options => (options.ApiKey, options.BaseAddress) = (Key, api.Address)).ConfigurePrimaryHttpMessageHandler(
            () => isWrapped ? new Wrapper { InnerHandler = new HttpClientHandler() } : new HttpClientHandler());
        await using var provider = services.BuildServiceProvider();

        var failure = (await provider.GetRequiredService<INowPaymentsClient>().Awaiting(it => it.GetPaymentAsync("5"))
            .Should().ThrowAsync<CoinMoebiusApiException>().WithMessage("*answered 307. Redirects are not followed*")).Which;

        failure.StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect);
        stranger.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task A_handler_of_an_unknown_kind_takes_nothing_to_another_origin()
    {
        await using var stranger = LoopbackApi.Answers(Payment);
        await using var api = LoopbackApi.RedirectsTo(_ => stranger.Address);
        var services = new ServiceCollection();
        services.AddNowPaymentsClient(options => (options.ApiKey, options.BaseAddress) = (Key, api.Address))
            .ConfigurePrimaryHttpMessageHandler(() => new Unknown());
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<INowPaymentsClient>().Awaiting(it => it.GetPaymentAsync("5"))
            .Should().ThrowAsync<CoinMoebiusTransportException>().WithMessage("*AllowAutoRedirect = false*");

        stranger.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task A_handler_that_sends_the_request_elsewhere_does_not_take_the_credentials_along()
    {
        var sent = new List<HttpRequestMessage>();
        var services = new ServiceCollection();
        services.AddNowPaymentsClient(options => options.ApiKey = Key).AddHttpMessageHandler(() => new Detour())
            .ConfigurePrimaryHttpMessageHandler(() => new Recorder(sent));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<INowPaymentsClient>().Awaiting(it => it.GetPaymentAsync("5")).Should().ThrowAsync<CoinMoebiusTransportException>();

        sent.Should().ContainSingle().Which.Headers.Contains("x-api-key").Should().BeFalse();
    }

    [Test]
    public async Task A_handler_in_the_callers_client_that_sends_again_is_stopped()
    {
        await using var api = LoopbackApi.LosesAnswers();
        using var http = new HttpClient(new Insisting { InnerHandler = new HttpClientHandler() });
        using var client = new NowPaymentsClient(http, Options(api));

        var failure = (await client.Awaiting(it => it.CreateInvoiceAsync(new() { PriceAmount = 5, PriceCurrency = "usd" }))
            .Should().ThrowAsync<CoinMoebiusTransportException>()).Which;

        api.Requests.Should().ContainSingle();
        failure.Message.Should().Contain("Remove handlers that retry");
    }

    private static NowPaymentsOptions Options(LoopbackApi api) => new() { ApiKey = Key, BaseAddress = api.Address };

    private static string Name(Uri address) => $"http://127.0.0.1:{address.Port}";

    private sealed class AnsweredElsewhere(HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new("https://stranger.example:8443/secret");
            return Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(Payment) });
        }
    }

    private sealed class Wrapper : DelegatingHandler;

    private sealed class Unknown : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(new HttpClientHandler());

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _inner.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Detour : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new("https://stranger.example/");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Recorder(List<HttpRequestMessage> sent) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Add(request);
            return Task.FromResult(new HttpResponseMessage { RequestMessage = request, Content = new StringContent(Payment) });
        }
    }

    private sealed class Insisting : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
