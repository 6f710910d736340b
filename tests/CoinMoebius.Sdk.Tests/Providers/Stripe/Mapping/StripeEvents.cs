using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Stripe;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Stripe.Mapping;

/// <summary>Events of Stripe around a literal object, verified and mapped.</summary>
internal static class StripeEvents
{
    private const string Secret = "whsec_test_secret";

    public static Task<WebhookEvent> MapAsync(
        string type,
        string data,
        string before = "null",
        string version = "2026-07-29.dahlia",
        StripePaymentIntents intents = StripePaymentIntents.Auto) =>
        MapRawAsync(
            $$$"""
            {"id":"evt_1","object":"event","api_version":"{{{version}}}","created":1778720661,"livemode":true,"type":"{{{type}}}",
             "data":{"object":{{{data}}},"previous_attributes":{{{before}}} } }
            """,
            intents);

    public static Task<WebhookEvent> MapRawAsync(string body, StripePaymentIntents intents = StripePaymentIntents.Auto)
    {
        var clock = new FixedClock();
        var options = new StripeWebhookOptions { Secrets = { Secret }, PaymentIntents = intents };
        return MappedEvent.OfAsync(new StripeWebhookSigner(Secret, clock), new StripeWebhookVerifier(options, clock), body);
    }
}
