using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Faults.Plan;

/// <summary>MakePay in its versioned envelope: the event is the group of deliveries, and each delivery has a signed id of its own.</summary>
public sealed class MakePayRail(string secret) : Rail(PaymentProvider.MakePay, "MakePay", secret)
{
    public override bool HasDeliveryIds => true;

    protected override IWebhookSigner Signer { get; } = new MakePayWebhookSigner(secret);

    public override byte[] CreateBody(TestPayment payment, DateTimeOffset occurredAt, string? deliveryId)
    {
        var body = new MakePayWebhookSigner(Secret, new FixedClock(occurredAt)) { UseVersionedEnvelope = true }.CreateBody(payment);

        // The signer gives every delivery a new id; a repeated one has its own again.
        var envelope = JsonNode.Parse(body)!.AsObject();
        envelope["deliveryId"] = deliveryId;
        return Encoding.UTF8.GetBytes(envelope.ToJsonString());
    }

    public override SignedWebhook Sign(byte[] body, string eventId, string secret, TimeProvider clock) => new MakePayWebhookSigner(secret, clock).Sign(body);
}
