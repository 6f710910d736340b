using System.Net.Http.Json;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.AuthorizeNet;
using CoinMoebius.Sdk.Providers.Monero;
using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Testing.Tests.Support;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Testing.Tests.Simulator;

/// <summary>Providers that carry no metadata still lead back to the transaction.</summary>
public sealed class SimulatorRailsTests : SimulatorFixture
{
    private const string Secret = "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF";

    private Dictionary<string, IWebhookSigner> Signers => new()
    {
        ["nowpayments"] = new NowPaymentsWebhookSigner(Secret, Clock),
        ["authorizenet"] = new AuthorizeNetWebhookSigner(Secret, Clock),
        ["monero"] = new MoneroWebhookSigner(Secret, Clock),
    };

    [TestCase("nowpayments")]
    [TestCase("authorizenet")]
    public async Task The_reference_of_a_verified_event_is_the_transaction(string provider)
    {
        var transaction = await CheckoutAsync(new PaymentProvider(provider));
        await Simulator.PayAsync(transaction.Id);
        await Simulator.RefundAsync(transaction.Id, 5m);

        foreach (var delivery in Simulator.Deliveries)
        {
            delivery.Outcome.Should().Be(SimulatorDeliveryOutcome.Delivered);
            var signed = Signers[provider].Sign(delivery.Body);
            var verification = await Verifier(provider).VerifyAsync(signed.ToRequest());
            var verified = verification.EnsureVerified().Should().BeOfType<PaymentEvent>().Subject;
            (verified.Status, verified.Reference, verified.PaymentId).Should().Be((delivery.Status, transaction.Id, transaction.ProviderPaymentId));
        }

        Simulator.Deliveries.Should().HaveCount(2);
    }

    [Test]
    public async Task A_payment_in_Monero_is_known_by_the_id_that_its_checkout_answered()
    {
        using var response = await PostAsync("api/checkout/monero/demo", """{"productId":"t-shirt"}""");
        var paymentId = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("paymentId").GetString()!;

        await Simulator.PayAsync(paymentId);

        var delivery = Simulator.Deliveries.Should().ContainSingle().Subject;
        var verifier = new MoneroWebhookVerifier(new() { Secrets = { Secret } }, Clock);
        var verification = await verifier.VerifyAsync(Signers["monero"].Sign(delivery.Body).ToRequest());
        var verified = verification.EnsureVerified().Should().BeOfType<PaymentEvent>().Subject;
        (verified.Status, verified.PaymentId, verified.Amount).Should().Be((PaymentStatus.Succeeded, paymentId, 19.99m));
        (await StatusTextAsync(paymentId)).Should().Be("succeeded");
    }

    protected override void Configure(CoinMoebiusSimulatorOptions options)
    {
        foreach (var signer in Signers.Values)
        {
            options.AddRail(signer, ScriptedMerchant.Url);
        }
    }

    private static IWebhookVerifier Verifier(string provider)
    {
        if (provider == PaymentProvider.Values.NowPayments)
        {
            var nowPayments = new NowPaymentsWebhookOptions();
            nowPayments.Secrets.Add(Secret);
            return new NowPaymentsWebhookVerifier(nowPayments);
        }

        var authorizeNet = new AuthorizeNetWebhookOptions();
        authorizeNet.Secrets.Add(Secret);
        return new AuthorizeNetWebhookVerifier(authorizeNet);
    }
}
