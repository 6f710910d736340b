using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddStandardWebhooksTests
{
    private static readonly PaymentProvider Polar = new("polar");
    private static readonly PaymentProvider OpenAI = new("openai");

    [Test]
    public async Task Every_service_and_account_has_options_of_its_own()
    {
        var clock = new FixedClock();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddCoinMoebiusWebhooks()
            .AddStandardWebhooks(Polar, options => options.Secrets.Add(SecretOf("polar")))
            .AddStandardWebhooks(Polar, "eu", Section(SecretOf("polar/eu")))
            .AddStandardWebhooks(OpenAI, Section(SecretOf("openai")))
            .AddStandardWebhooks(OpenAI, "eu", options => options.Secrets.Add(SecretOf("openai/eu")));
        await using var provider = services.BuildServiceProvider();
        var verifiers = provider.GetRequiredService<IWebhookVerifiers>();
        var all = new[] { (Polar, ""), (Polar, "eu"), (OpenAI, ""), (OpenAI, "eu") };

        foreach (var (service, account) in all)
        {
            var name = account.Length == 0 ? service.Value : $"{service}/{account}";
            var delivery = new StandardWebhookSigner(service, SecretOf(name), clock).Sign("{}"u8.ToArray());
            foreach (var (otherService, otherAccount) in all)
            {
                var verification = await verifiers.Find(otherService, otherAccount)!.VerifyAsync(delivery.ToRequest());

                verification.IsVerified.Should().Be((service, account) == (otherService, otherAccount));
                verification.Event?.Provider.Should().Be(service);
            }
        }
    }

    [Test]
    public void Bad_options_fail_at_start_up_and_name_the_service_and_the_account()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks()
            .AddStandardWebhooks(Polar, options => options.Secrets.Add(SecretOf("polar")))
            .AddStandardWebhooks(OpenAI, "eu", Section("whsec_"));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Invoking(validator => validator.Validate())
            .Should().Throw<OptionsValidationException>().Which.Failures.Should().ContainSingle()
            .Which.Should().StartWith("openai webhooks (account \"eu\"): Secrets[0]");
    }

    [Test]
    public void A_service_needs_a_name()
    {
        var builder = new ServiceCollection().AddCoinMoebiusWebhooks();

        builder.Invoking(it => it.AddStandardWebhooks(default, options => options.Secrets.Add(SecretOf("x")))).Should().Throw<ArgumentException>().WithMessage("*polar*");
        builder.Invoking(it => it.AddStandardWebhooks(Polar, null!, Section("x"))).Should().Throw<ArgumentNullException>();
    }

    private static string SecretOf(string name) => "whsec_" + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"the secret of {name}"));

    private static IConfigurationSection Section(string secret) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Service:Secrets:0", (string?)secret)]).Build().GetSection("Service");
}
