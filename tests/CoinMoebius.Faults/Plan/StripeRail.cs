using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Faults.Plan;

/// <summary>Stripe: the event's id is in the body, the time of signing in the header.</summary>
public sealed class StripeRail(string secret) : Rail(PaymentProvider.Stripe, "Stripe", secret)
{
    protected override IWebhookSigner Signer { get; } = new StripeWebhookSigner(secret);

    public override byte[] CreateBody(TestPayment payment, DateTimeOffset occurredAt, string? deliveryId) =>
        new StripeWebhookSigner(Secret, new FixedClock(occurredAt)).CreateBody(payment);

    public override SignedWebhook Sign(byte[] body, string eventId, string secret, TimeProvider clock) => new StripeWebhookSigner(secret, clock).Sign(body);
}
