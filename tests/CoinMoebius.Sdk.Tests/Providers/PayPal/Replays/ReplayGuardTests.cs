using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal.Replays;

public sealed class ReplayGuardTests
{
    private const string WebhookId = "8PT597110X687430L";

    [Test]
    public async Task The_local_mode_does_not_start_where_a_restart_forgets_deliveries(
        [Values] PayPalEnvironment environment, [Values("", "eu")] string account)
    {
        using var host = Build(hooks => hooks.AddPayPal(account, options => (options.WebhookId, options.Environment) = (WebhookId, environment)));

        (await host.Awaiting(it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>())
            .Which.Message.Should().ContainAll("localCertificate", "UseEntityFrameworkInbox", "Mode to postback", "CRC-32", account.Length == 0 ? "paypal webhooks: " : "(account \"eu\")");
    }

    [Test]
    public async Task The_postback_starts_without_an_inbox()
    {
        using var host = Build(hooks => hooks.AddPayPal(options =>
        {
            (options.WebhookId, options.Mode) = (WebhookId, PayPalVerificationMode.Postback);
            (options.ClientId, options.ClientSecret) = ("client", "secret");
        }));

        await host.StartAsync();
        await host.StopAsync();
    }

    [TestCase(null, 4, true)]
    [TestCase(36.0, 4, true)]
    [TestCase(4.01, 4, true)]
    [TestCase(4.001, 4, false)]
    [TestCase(4.0, 4, false)]
    [TestCase(1.0, 4, false)]
    [TestCase(36.0, 40, false)]
    public async Task A_delivery_is_remembered_for_longer_than_it_counts_as_timely(double? retention, int maximumAge, bool starts)
    {
        using var host = Build(
            hooks => hooks.AddPayPal(options => (options.WebhookId, options.MaximumAge) = (WebhookId, TimeSpan.FromDays(maximumAge))),
            new StubDeliveryMemory(retention is { } days ? TimeSpan.FromDays(days) : null));

        if (starts)
        {
            await host.StartAsync();
            await host.StopAsync();
        }
        else
        {
            (await host.Awaiting(it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>())
                .Which.Message.Should().ContainAll("ShopInbox.Keep", "MaximumAge");
        }
    }

    [Test]
    public async Task An_age_without_bounds_needs_a_memory_without_bounds()
    {
        using var host = Build(
            hooks => hooks.AddPayPal(options => (options.WebhookId, options.MaximumAge) = (WebhookId, TimeSpan.MaxValue)), new StubDeliveryMemory(TimeSpan.MaxValue));

        await host.Awaiting(it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>();
    }

    [Test]
    public async Task Options_that_change_while_the_application_runs_are_held_to_it_as_well()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WebhookId"] = WebhookId,
            ["Mode"] = "postback",
            ["ClientId"] = "client",
            ["ClientSecret"] = "secret",
        }).Build();
        using var host = Build(hooks => hooks.AddPayPal(configuration));
        await host.StartAsync();

        configuration["Mode"] = "localCertificate";
        configuration.Invoking(it => it.Reload()).Should().Throw<Exception>("the source of the change is told");

        var verifier = host.Services.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.PayPal)!;
        await verifier.Awaiting(it => it.VerifyAsync(new PayPalWebhookSigner(WebhookId).Sign("{}"u8.ToArray()).ToRequest()).AsTask())
            .Should().ThrowAsync<OptionsValidationException>();
        await host.StopAsync();
    }

    [Test]
    public async Task Two_accounts_do_not_share_a_webhook_as_a_delivery_of_one_could_be_forged_for_the_other()
    {
        using var host = Build(
            hooks => hooks
                .AddPayPal(options => options.WebhookId = WebhookId)
                .AddPayPal("eu", options => options.WebhookId = WebhookId)
                .AddPayPal("us", options => options.WebhookId = "3PT597110X687430L"),
            new StubDeliveryMemory(null));

        (await host.Awaiting(it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>())
            .Which.Failures.Should().ContainSingle().Which.Should().Contain("account \"eu\"").And.Contain("account \"\"");
    }

    [Test]
    public async Task Unusable_options_end_the_start_with_their_own_sentence()
    {
        using var host = Build(hooks => hooks.AddPayPal(options => options.WebhookId = ""), new StubDeliveryMemory(null));

        (await host.Awaiting(it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>())
            .Which.Failures.Should().ContainSingle().Which.Should().Contain("WebhookId is empty");
    }

    private static IHost Build(Action<IWebhooksBuilder> add, IWebhookDeliveryMemory? memory = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        add(builder.Services.AddCoinMoebiusWebhooks());
        if (memory is not null)
        {
            builder.Services.AddSingleton(memory);
        }

        return builder.Build();
    }
}
