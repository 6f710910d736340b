using System.Net;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Tests.Support;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests;

public sealed class CoinMoebiusClientTests
{
    private readonly StubApi _api = new();

    [Test]
    public async Task It_works_over_a_plain_http_client_and_retries()
    {
        using var http = new MockHttpMessageHandler();
        const string url = "https://api.coinmoebius.com/api/checkout/stripe/proj_1";
        http.Expect(HttpMethod.Post, url).Respond(() => Task.FromResult(StubApi.Json(HttpStatusCode.TooManyRequests, "", "0")));
        http.Expect(HttpMethod.Post, url).WithContent("{\"productId\":\"p\"}").WithHeaders("Authorization", "Bearer cmk_1")
            .Respond("application/json", """{"url":"https://pay.example/"}""");
        using var httpClient = http.ToHttpClient();
        using var client = new CoinMoebiusClient(httpClient, new() { ProjectId = "proj_1", ApiKey = "cmk_1" });

        (await client.CreateCheckoutAsync(new() { Provider = PaymentProvider.Stripe, ProductId = "p" })).Should().BeOfType<RedirectCheckout>();

        http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Without_a_key_calls_are_anonymous()
    {
        var api = new StubApi(options => options.ApiKey = null).Answer(StubApi.Status("pending"));

        await api.Client.GetStatusAsync("tx_1");

        api.Calls.Single().Authorization.Should().BeNull();
    }

    [TestCase("https://evil.example/status")]
    [TestCase("http://api.coinmoebius.com/status")]
    [TestCase("https://api.coinmoebius.com:8443/status")]
    public async Task The_key_goes_to_the_configured_origin_only(string url)
    {
        using var http = new MockHttpMessageHandler();
        HttpRequestMessage? sent = null;
        http.When("*").Respond(request =>
        {
            sent = request;
            return new HttpResponseMessage();
        });
        using var invoker = new HttpMessageInvoker(ApiHandlers.Create(http, null));
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        new CallState(new CoinMoebiusOptions { ApiKey = "cmk_1", ProjectId = "p" }, ApiCall.Get("status")).AttachTo(request);

        (await invoker.SendAsync(request, default)).Dispose();

        sent!.Headers.Authorization.Should().BeNull();
    }

    [Test]
    public void The_primary_handler_follows_no_redirects()
    {
        using var handler = PrimaryHandler.Create();

        handler.FollowsRedirects().Should().BeFalse();
    }

#if !CORE_NETSTANDARD
    [Test]
    public void The_primary_handler_renews_connections()
    {
        using var handler = (SocketsHttpHandler)PrimaryHandler.Create();

        handler.PooledConnectionLifetime.Should().BeLessThan(TimeSpan.FromHours(1));
    }
#endif

    [Test]
    public async Task A_portal_page_is_minted()
    {
        _api.Answer("""{"url":"https://billing.example/session/1"}""");

        var page = await _api.Client.CreatePortalUrlAsync(new() { SubscriptionId = "sub/1", ReturnUrl = new("https://shop.example/account?a=1") });

        page.Should().Be(new Uri("https://billing.example/session/1"));
        var call = _api.Calls.Single();
        call.Method.Should().Be(HttpMethod.Post);
        call.Url.AbsoluteUri.Should().Be("https://api.coinmoebius.com/api/subscriptions/proj_1/sub%2F1/portal-url");
        call.Body.Should().Be("""{"returnUrl":"https://shop.example/account?a=1"}""");
    }

    [Test]
    public async Task A_portal_page_without_return_has_an_empty_body()
    {
        _api.Answer("""{"url":"https://billing.example/"}""");

        await _api.Client.CreatePortalUrlAsync(new() { SubscriptionId = "sub_1" });

        _api.Calls.Single().Body.Should().BeEmpty();
    }

    [TestCase("""{"url":"javascript:alert(1)"}""")]
    [TestCase("""{"url":"http://billing.example/"}""")]
    [TestCase("{}")]
    [TestCase("[]")]
    public async Task An_unsafe_portal_page_is_never_passed_on(string body)
    {
        _api.Answer(body);

        await FluentActions.Awaiting(() => _api.Client.CreatePortalUrlAsync(new() { SubscriptionId = "sub_1" })).Should().ThrowAsync<CoinMoebiusApiException>();
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("/account")]
    public async Task A_return_address_must_be_a_page(string address)
    {
        await FluentActions.Awaiting(() => _api.Client.CreatePortalUrlAsync(new() { SubscriptionId = "sub_1", ReturnUrl = new(address, UriKind.RelativeOrAbsolute) }))
            .Should().ThrowAsync<ArgumentException>();
    }

    [Test]
    public async Task A_project_lists_its_providers()
    {
        _api.Answer("""
            {"projectId":"proj_1","providers":[{"id":"stripe","name":"Card","publishableKey":"pk_1"},{"name":"no id"},
             {"id":"manual","mailingAddress":"1 Main St","expectedCurrency":"GOLDBACK","goldbackRate":"6.25"}]}
            """);

        var project = await _api.Client.GetProjectInfoAsync();

        _api.Calls.Single().Url.AbsoluteUri.Should().Be("https://api.coinmoebius.com/api/projects/proj_1/public-info");
        project.ProjectId.Should().Be("proj_1");
        project.Providers.Should().Equal(
            new ProjectProvider { Id = PaymentProvider.Stripe, Name = "Card", PublishableKey = "pk_1" },
            new ProjectProvider
            {
                Id = PaymentProvider.Manual,
                Name = "manual",
                MailingAddress = "1 Main St",
                ExpectedCurrency = "GOLDBACK",
                GoldbackRate = 6.25m,
            });
    }

    [TestCase("{}")]
    [TestCase("""{"projectId":"proj_1"}""")]
    [TestCase("""{"projectId":"proj_1","providers":{}}""")]
    public async Task A_body_that_is_no_project_is_an_api_exception(string body)
    {
        _api.Answer(body);

        await FluentActions.Awaiting(() => _api.Client.GetProjectInfoAsync()).Should().ThrowAsync<CoinMoebiusApiException>();
    }

    [TestCase(".")]
    [TestCase("..")]
    [TestCase("")]
    public async Task An_id_that_walks_the_path_is_refused(string id)
    {
        await FluentActions.Awaiting(() => _api.Client.GetStatusAsync(id)).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => _api.Client.CreatePortalUrlAsync(new() { SubscriptionId = id })).Should().ThrowAsync<ArgumentException>();
        _api.Calls.Should().BeEmpty();
    }

    [Test]
    public void Portals_that_need_no_call_have_fixed_addresses()
    {
        ProviderPortals.PayPal().AbsoluteUri.Should().Be("https://www.paypal.com/myaccount/autopay/");
        ProviderPortals.PayPal(sandbox: true).AbsoluteUri.Should().Be("https://www.sandbox.paypal.com/myaccount/autopay/");
        ProviderPortals.Square().AbsoluteUri.Should().Be("https://squareup.com/dashboard/subscriptions");
        ProviderPortals.Square("s/1", sandbox: true).AbsoluteUri.Should().Be("https://app.squareupsandbox.com/dashboard/subscriptions/s%2F1");
        ProviderPortals.AuthorizeNet().AbsoluteUri.Should().Be("https://account.authorize.net/");
        ProviderPortals.AuthorizeNet(sandbox: true).AbsoluteUri.Should().Be("https://sandbox.authorize.net/");
    }
}
