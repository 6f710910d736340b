using CoinMoebius.Sdk.Providers.Stripe;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static CoinMoebius.Sdk.Tests.Providers.Stripe.Mapping.StripeEvents;

namespace CoinMoebius.Sdk.Tests.Providers.Stripe.Mapping;

public sealed class StripeIntentTests
{
    private const string BeforeBasil = "2025-02-24.acacia";
    private const string Basil = "2025-03-31.basil";

    [TestCase("payment_intent.succeeded", "succeeded", "15.00")]
    [TestCase("payment_intent.processing", "pending", "20.00")]
    [TestCase("payment_intent.payment_failed", "failed", "20.00")]
    [TestCase("payment_intent.canceled", "failed", "20.00")]
    public async Task An_intent_of_Elements_or_Terminal_is_a_payment(string type, string status, string amount) =>
        (await MapAsync(type, """
            {"id":"pi_1","object":"payment_intent","amount":2000,"amount_received":1500,"currency":"eur","customer":"cus_1","description":null,
             "metadata":{"reference":"order-7","customerRef":"user_42"}}
            """))
            .ShouldShow($$$"""
            {"kind":"payment","status":"{{{status}}}","paymentId":"pi_1","amount":"{{{amount}}}","currency":"EUR","customerRef":"user_42","reference":"order-7"}
            """);

    [TestCase("null", "\"Order 7\"", Basil, "payment")]
    [TestCase("null", "null", Basil, "payment")]
    [TestCase("null", "\"Subscription creation\"", Basil, "unmapped")]
    [TestCase("null", "\"Subscription update\"", "2026-07-29.dahlia", "unmapped")]
    [TestCase("null", "\"Payment for Invoice\"", Basil, "unmapped")]
    [TestCase("null", "\"Payment for Invoice 7\"", Basil, "payment")]
    [TestCase("null", "\"Subscription box\"", BeforeBasil, "payment")]
    [TestCase("\"in_1\"", "null", BeforeBasil, "unmapped")]
    [TestCase("{\"id\":\"in_1\"}", "null", BeforeBasil, "unmapped")]
    public async Task An_intent_of_an_invoice_is_left_to_the_invoice(string invoice, string description, string version, string kind)
    {
        var intent = $$$"""{"id":"pi_1","object":"payment_intent","amount_received":100,"currency":"usd","status":"succeeded","invoice":{{{invoice}}},"description":{{{description}}}}""";

        (await MapAsync("payment_intent.succeeded", intent, version: version)).ShouldShow($$$"""{"kind":"{{{kind}}}"}""");
        (await MapAsync("payment_intent.succeeded", intent, version: version, intents: StripePaymentIntents.Always)).ShouldShow("""{"kind":"payment"}""");
        (await MapAsync("payment_intent.succeeded", intent, version: version, intents: StripePaymentIntents.Never))
            .ShouldShow("""{"kind":"unmapped"}""");
    }

    [Test]
    public async Task An_intent_that_stays_unmapped_keeps_its_ids() =>
        (await MapAsync("payment_intent.requires_action", """{"id":"pi_1","object":"payment_intent","status":"requires_action","latest_charge":"ch_1"}"""))
            .ShouldShow("""{"kind":"unmapped","metadata":{"paymentId":"pi_1","status":"requires_action"}}""");

    [Test]
    public async Task A_captured_charge_is_paid_under_the_id_of_its_intent() =>
        (await MapAsync("charge.captured", """
            {"id":"ch_1","object":"charge","amount":2000,"amount_captured":1500,"captured":true,"currency":"usd","payment_intent":"pi_1","status":"succeeded",
             "metadata":{"order_id":"order-7"}}
            """))
            .ShouldShow("""{"kind":"payment","status":"succeeded","paymentId":"pi_1","amount":"15.00","reference":"order-7","metadata":{"order_id":"order-7","chargeId":"ch_1"}}""");

    [TestCase("failed")]
    [TestCase("some_future_word")]
    public async Task A_charge_that_did_not_succeed_is_never_paid(string status) =>
        (await MapAsync("charge.captured", $$$"""{"id":"ch_1","object":"charge","amount_captured":1500,"currency":"usd","status":"{{{status}}}"}"""))
            .ShouldShow($$$"""{"kind":"unmapped","metadata":{"paymentId":"ch_1","chargeId":"ch_1","status":"{{{status}}}"}}""");

    [TestCase("auto", "payment")]
    [TestCase("always", "payment")]
    [TestCase("never", "unmapped")]
    [TestCase("Never", "unmapped")]
    public async Task The_option_is_read_from_JSON_and_from_a_configuration(string text, string kind)
    {
        const string Secret = "whsec_test_secret";
        var clock = new FixedClock();
        var delivery = new StripeWebhookSigner(Secret, clock).Sign(
            """{"id":"evt_1","type":"payment_intent.succeeded","data":{"object":{"id":"pi_1","amount_received":100,"currency":"usd"}}}"""u8.ToArray());
        var fromJson = WebhookProviders.CreateVerifier(PaymentProvider.Stripe, $$"""{"secrets":["{{Secret}}"],"paymentIntents":"{{text}}"}""", clock);
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:0", Secret), new("PaymentIntents", text)]).Build();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        services.AddCoinMoebiusWebhooks().AddStripe(section);
        await using var provider = services.BuildServiceProvider();
        var fromSection = provider.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.Stripe, "")!;

        foreach (var verifier in new[] { fromJson, fromSection })
        {
            (await verifier.VerifyAsync(delivery.ToRequest())).EnsureVerified().ShouldShow($$$"""{"kind":"{{{kind}}}"}""");
        }
    }

    [Test]
    public void An_option_that_is_none_of_the_three_fails()
    {
        FluentActions.Invoking(() => WebhookProviders.CreateVerifier(PaymentProvider.Stripe, """{"secrets":["whsec_test_secret"],"paymentIntents":"some"}"""))
            .Should().Throw<System.Text.Json.JsonException>();
        FluentActions.Invoking(() => new StripeWebhookVerifier(new StripeWebhookOptions { Secrets = { "whsec_test_secret" }, PaymentIntents = (StripePaymentIntents)7 }))
            .Should().Throw<OptionsValidationException>().WithMessage("*PaymentIntents is 7*auto, always or never*");
    }
}
