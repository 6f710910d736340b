using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

/// <summary>What can be made of one leaked delivery: PayPal signs a CRC-32 of the body.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
public sealed class ForgedPayPalTests(string engineName) : EngineFixture(engineName)
{
    private const string WebhookId = "8PT597110X687430L";

    private const string Forgery =
        """{"id":"WH-FORGED","event_type":"PAYMENT.CAPTURE.COMPLETED","note":"FILLER","resource":{"id":"CAPTURE-1","amount":{"currency_code":"USD","value":"100000.00"}}}""";

    [Test]
    public async Task A_leaked_delivery_cannot_be_forged_on_another_node_nor_after_a_restart([Values] bool afterRestart)
    {
        var signer = new PayPalWebhookSigner(WebhookId);
        var genuine = signer.Sign(new TestPayment { PaymentId = "CAPTURE-1", Amount = 1m });
        var forged = genuine with { Body = CrcForgery.Forge(Forgery, genuine.Body.Span) };
        var first = await StartAsync();
        try
        {
            (await SendAsync(first, genuine)).Should().Be(WebhookDisposition.Accepted);
            await first.DoneAsync();
            if (afterRestart)
            {
                await first.DisposeAsync();
            }

            await using var second = await StartAsync();

            (await SendAsync(second, forged)).Should().Be(WebhookDisposition.Replayed);
            (await second.Ledger.FindAsync(PaymentProvider.PayPal, "CAPTURE-1"))!.Amount.Should().Be(1m);
            (await second.RowsAsync()).Should().ContainSingle();
        }
        finally
        {
            if (!afterRestart)
            {
                await first.DisposeAsync();
            }
        }
    }

    [Test]
    public async Task Retention_outlasts_the_age_at_which_a_delivery_still_counts()
    {
        (await FluentActions.Awaiting(() => StartAsync(options => options.Retention = TimeSpan.FromDays(4))).Should().ThrowAsync<OptionsValidationException>())
            .Which.Message.Should().ContainAll("EntityFrameworkInboxOptions.Retention", "MaximumAge", "4.00:00:00");

        await using var kept = await StartAsync(options => options.Retention = TimeSpan.FromDays(5));
        await using var forEver = await StartAsync(options => options.Retention = null);
    }

    private static async Task<WebhookDisposition> SendAsync(Node node, SignedWebhook delivery)
    {
        var verification = await node.Services.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.PayPal)!.VerifyAsync(delivery.ToRequest());

        // The signature is right either way; that the delivery came before is the only thing that tells.
        verification.IsVerified.Should().BeTrue();
        ((PaymentEvent)verification.Event!).Status.Should().Be(PaymentStatus.Succeeded);
        return await node.AcceptAsync(verification.Event);
    }

    private Task<Node> StartAsync(Action<EntityFrameworkInboxOptions>? configure = null) => Node.StartAsync(
        Database,
        configure,
        add: services => services.AddCoinMoebiusWebhooks().AddPayPal(options =>
        {
            (options.WebhookId, options.Environment) = (WebhookId, PayPalEnvironment.Sandbox);
            PayPalTestCertificate.Shared.Trust(options);
        }));
}
