using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Faults.Plan;

/// <summary>Dodo Payments: the event's id and the time of signing are signed headers.</summary>
public sealed class DodoPaymentsRail(string secret) : Rail(PaymentProvider.DodoPayments, "DodoPayments", secret)
{
    protected override IWebhookSigner Signer { get; } = new DodoPaymentsWebhookSigner(secret);

    public override byte[] CreateBody(TestPayment payment, DateTimeOffset occurredAt, string? deliveryId) =>
        new DodoPaymentsWebhookSigner(Secret, new FixedClock(occurredAt)).CreateBody(payment);

    public override SignedWebhook Sign(byte[] body, string eventId, string secret, TimeProvider clock) =>
        new StandardWebhookSigner(Provider, secret, clock).Sign(body, eventId);
}
