using System.Net;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RichardSzalay.MockHttp;
using By = CoinMoebius.Sdk.CoinMoebiusServiceCollectionExtensions;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddCoinMoebiusTests : ClientRegistrationContract<ICoinMoebiusClient, CoinMoebiusOptions>
{
    private const string Status = "https://api.coinmoebius.com/status/proj_1/tx_1";
    private static readonly string Pending = StubApi.Status("pending");

    private protected override ClientForms<CoinMoebiusOptions> Add => new(By.AddCoinMoebius, By.AddCoinMoebius, By.AddCoinMoebius, By.AddCoinMoebius);

    private protected override string Name => "CoinMoebius";

    private protected override Dictionary<string, string?> Values => new()
    {
        ["ApiKey"] = "cmk_2",
        ["ProjectId"] = "p",
        ["PollsPerMinute"] = "600",
        ["NotFoundGracePeriod"] = "00:00:07",
    };

    private protected override string[] Problems => ["ApiKey", "ProjectId"];

    [Test]
    public async Task The_client_calls_with_the_key()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect(Status).WithHeaders("Authorization", "Bearer cmk_1").Respond("application/json", Pending);
        services.AddCoinMoebius(Configure).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var transaction = await provider.GetRequiredService<ICoinMoebiusClient>().GetStatusAsync("tx_1");

        transaction.Status.Should().Be(PaymentStatus.Pending);
        http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public void Named_clients_are_keyed_services_with_options_of_their_own()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebius(Configure);
        services.AddCoinMoebius("eu", options => options.ProjectId = "proj_eu");
        services.AddCoinMoebius("us", Section(new() { ["ProjectId"] = "proj_us" }));
        using var provider = services.BuildServiceProvider();

        WebhookOf(provider.GetRequiredService<ICoinMoebiusClient>()).Should().EndWith("/stripe/proj_1");
        WebhookOf(provider.GetRequiredKeyedService<ICoinMoebiusClient>("eu")).Should().EndWith("/stripe/proj_eu");
        WebhookOf(provider.GetRequiredKeyedService<ICoinMoebiusClient>("us")).Should().EndWith("/stripe/proj_us");

        static string WebhookOf(ICoinMoebiusClient client) => client.GetWebhookUrl(PaymentProvider.Stripe).AbsoluteUri;
    }

    [Test]
    public async Task Adding_twice_is_harmless()
    {
        var services = new ServiceCollection();
        var calls = 0;
        using var http = new MockHttpMessageHandler();
        http.When("*").Respond(_ => { calls++; return StubApi.Json(HttpStatusCode.ServiceUnavailable, "", "0"); });
        services.AddCoinMoebius(Configure);
        services.AddCoinMoebius(options => options.MaxRetries = 2).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider();

        await FluentActions.Awaiting(() => provider.GetRequiredService<ICoinMoebiusClient>().GetProjectInfoAsync())
            .Should().ThrowAsync<CoinMoebiusApiException>();

        calls.Should().Be(3);
        provider.GetServices<ICoinMoebiusClient>().Should().ContainSingle();
    }

    [Test]
    public async Task A_handler_of_the_merchants_sees_every_attempt()
    {
        var services = new ServiceCollection();
        var seen = new CountingHandler();
        using var http = new MockHttpMessageHandler();
        http.Expect(Status).Respond(() => Task.FromResult(StubApi.Json(HttpStatusCode.TooManyRequests, "", "0")));
        http.Expect(Status).WithHeaders("X-Merchant", "1").Respond("application/json", Pending);
        services.AddCoinMoebius(Configure).ConfigurePrimaryHttpMessageHandler(() => http).AddHttpMessageHandler(() => seen);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ICoinMoebiusClient>().GetStatusAsync("tx_1");

        seen.Count.Should().Be(2);
        http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_changed_key_counts_from_the_next_call_on()
    {
        var section = Section(new() { ["ProjectId"] = "proj_1", ["ApiKey"] = "cmk_old" });
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect(Status).WithHeaders("Authorization", "Bearer cmk_old").Respond("application/json", Pending);
        http.Expect(Status).WithHeaders("Authorization", "Bearer cmk_new").Respond("application/json", Pending);
        services.AddCoinMoebius(section).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ICoinMoebiusClient>();
        await client.GetStatusAsync("tx_1");

        section["ApiKey"] = "cmk_new";
        ((IConfigurationRoot)section).Reload();
        await client.GetStatusAsync("tx_1");

        http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Logs_hold_no_key_and_no_body()
    {
        using var logs = new CapturingLoggerProvider();
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.When("*").Respond(HttpStatusCode.BadRequest, "application/json", """{"error":"b0dy"}""");
        services.AddLogging(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddCoinMoebius(options => (options.ProjectId, options.ApiKey) = ("proj_1", "cmk_5ecret")).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider();

        var exception = (await FluentActions.Awaiting(() => provider.GetRequiredService<ICoinMoebiusClient>().CreateCheckoutAsync(
            new() { Provider = PaymentProvider.Stripe, ProductId = "p", CustomerRef = "cust0mer" })).Should().ThrowAsync<CoinMoebiusValidationException>()).Which;

        var text = string.Join('\n', logs.Lines);
        text.Should().Contain("Authorization").And.NotContain("5ecret").And.NotContain("b0dy").And.NotContain("cust0mer");
        exception.ToString().Should().NotContain("5ecret");
    }

    [Test]
    public async Task A_published_webhook_ends_a_wait_and_disposal_of_the_container_ends_the_others()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.When("*").Respond("application/json", Pending);
        services.AddCoinMoebius(Configure).ConfigurePrimaryHttpMessageHandler(() => http);
        var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ICoinMoebiusClient>();
        var paid = client.WaitForCompletionAsync("tx_1");
        var other = client.WaitForCompletionAsync("tx_2");

        provider.GetRequiredService<IPaymentEventNotifier>().Publish(new PaymentEvent
        {
            Provider = PaymentProvider.Stripe,
            EventId = "e",
            EventType = "e",
            Status = PaymentStatus.Succeeded,
            PaymentId = "tx_1",
        });
        (await paid).Status.Should().Be(PaymentStatus.Succeeded);
        await provider.DisposeAsync();

        await other.Awaiting(task => task).Should().ThrowAsync<ObjectDisposedException>();
    }

    private static void Configure(CoinMoebiusOptions options) => (options.ProjectId, options.ApiKey) = ("proj_1", "cmk_1");

    private static IConfiguration Section(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            request.Headers.Remove("X-Merchant");
            request.Headers.Add("X-Merchant", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private protected override void Set(CoinMoebiusOptions options)
    {
        options.ApiKey = "cmk_2";
        options.ProjectId = "p";
        options.PollsPerMinute = 600;
        options.NotFoundGracePeriod = TimeSpan.FromSeconds(7);
    }

    private protected override void Spoil(CoinMoebiusOptions options) => options.ApiKey = "sk_5ecret";
}
