using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class WebhooksServiceCollectionExtensionsTests
{
    [Test]
    public async Task Accounts_of_one_provider_do_not_take_each_others_secrets()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks()
            .AddStripe(options => options.Secrets.Add("whsec_of_the_main_account"))
            .AddStripe("eu", options => options.Secrets.Add("whsec_of_the_euro_account"));
        var verifiers = services.BuildServiceProvider().GetRequiredService<IWebhookVerifiers>();
        var request = new StripeWebhookSigner("whsec_of_the_euro_account").Sign(new TestPayment { PaymentId = "pi_1" }).ToRequest();

        (await verifiers.Find(PaymentProvider.Stripe, "eu")!.VerifyAsync(request)).IsVerified.Should().BeTrue();
        (await verifiers.Find(PaymentProvider.Stripe)!.VerifyAsync(request)).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        verifiers.Find(PaymentProvider.Stripe, "us").Should().BeNull();
        verifiers.Find(PaymentProvider.PayPal).Should().BeNull();
    }

    [Test]
    public void Registering_twice_is_harmless_and_the_last_verifier_of_an_account_counts()
    {
        var mine = new RefusingVerifier();
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks();
        services.AddCoinMoebiusWebhooks().AddStripe(options => options.Secrets.Add("whsec_of_the_main_account")).AddVerifier(PaymentProvider.Stripe, _ => mine);
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        provider.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.Stripe).Should().BeSameAs(mine);
        provider.GetServices<IWebhookVerifiers>().Should().ContainSingle();
    }

    [Test]
    public void Start_up_fails_with_the_account_and_the_remedy()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks().AddStripe("eu", options => options.Secrets.Add(" "));

        FluentActions.Invoking(() => services.BuildServiceProvider().GetRequiredService<IStartupValidator>().Validate())
            .Should().Throw<OptionsValidationException>().WithMessage("stripe webhooks (account \"eu\"): Secrets[0] is empty.*");
    }

    [Test]
    public void A_handler_is_added_once_for_every_kind_it_handles()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks().AddHandler<TwoKinds>().AddHandler<TwoKinds>();
        using var scope = services.BuildServiceProvider().CreateScope();

        scope.ServiceProvider.GetServices<IWebhookHandler<PaymentEvent>>().Should().ContainSingle().Which.Should().BeOfType<TwoKinds>();
        scope.ServiceProvider.GetServices<IWebhookHandler<UnmappedEvent>>().Should().ContainSingle();
        scope.ServiceProvider.GetServices<IWebhookHandler<SubscriptionEvent>>().Should().BeEmpty();
    }

    [Test]
    public void A_handler_of_nothing_is_a_mistake() =>
        new ServiceCollection().AddCoinMoebiusWebhooks().Invoking(builder => builder.AddHandler<RefusingVerifier>())
            .Should().Throw<ArgumentException>().WithMessage("RefusingVerifier handles nothing*");

    private sealed class TwoKinds : IWebhookHandler<PaymentEvent>, IWebhookHandler<UnmappedEvent>
    {
        public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task HandleAsync(UnmappedEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class RefusingVerifier : IWebhookVerifier
    {
        public PaymentProvider Provider => PaymentProvider.Stripe;

        public ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default) =>
            new(WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch));
    }
}
