using System.Net;
using CoinMoebius.Sdk.PolicyHandlers.Tests.Support;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.PolicyHandlers.Tests;

/// <summary>What a verifier asks goes through an HttpClient of the container's as well.</summary>
public sealed class PayPalPostbackTests
{
    [TestCase(0)]
    [TestCase(1)]
    public async Task A_delivery_costs_PayPal_one_question_whoever_tries_again(int answered)
    {
        var wire = new Wire(count => Task.FromResult(count > answered
            ? Wire.Answer(HttpStatusCode.InternalServerError, count)
            : new HttpResponseMessage { Content = new StringContent("""{"access_token":"a","expires_in":3600}""") }));
        var services = new ServiceCollection();
        Neighbours.Aspire.Before(services);
        services.AddCoinMoebiusWebhooks().AddPayPal(options =>
        {
            (options.WebhookId, options.ClientId, options.ClientSecret) = ("8PT597110X687430L", "c", "s");
            (options.Environment, options.Mode) = (PayPalEnvironment.Sandbox, PayPalVerificationMode.Postback);
        });
        services.AddHttpClient(PayPalWebhookVerifier.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => wire);
        await using var provider = services.BuildServiceProvider();
        var verifier = provider.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.PayPal)!;
        var delivery = new PayPalWebhookSigner("8PT597110X687430L").Sign(new TestPayment { PaymentId = "p" }).ToRequest();

        await verifier.Awaiting(it => it.VerifyAsync(delivery).AsTask()).Should().ThrowAsync<WebhookVerificationUnavailableException>();

        wire.Sends.Should().HaveCount(answered + 1).And.OnlyContain(send => send["Authorization"].Length == 1);
    }
}
