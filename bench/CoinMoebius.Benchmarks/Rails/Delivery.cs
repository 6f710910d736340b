using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Benchmarks.Rails;

/// <summary>Genuine and forged deliveries of a given size.</summary>
internal static class Delivery
{
    // Stripe's longest metadata value; others allow about as much.
    private const int LongestValue = 500;

    public static WebhookRequest Genuine(Rail rail, int size) => Sign(rail, size).ToRequest();

    /// <summary>The same body under the signature of another.</summary>
    public static WebhookRequest Forged(Rail rail, int size)
    {
        if (rail.Forger is { } forger)
        {
            return forger.Sign(Body(rail, size)).ToRequest();
        }

        var headers = new Dictionary<string, string>(Sign(rail, size).Headers);
        var other = rail.Signer.Sign("{}"u8.ToArray());
        headers[rail.SignatureHeader] = other.Headers[rail.SignatureHeader];
        return new(Body(rail, size), headers);
    }

    private static SignedWebhook Sign(Rail rail, int size) => rail.Signer.Sign(Body(rail, size));

    private static byte[] Body(Rail rail, int size)
    {
        var payment = new TestPayment
        {
            PaymentId = rail.Signer.CreatePaymentId(1),
            EventId = "evt_1TestOfTheSameLength",
            CustomerRef = "user_42",
            Reference = "order-1001",
        };
        var bare = rail.Signer.CreateBody(payment);
        var body = JsonNode.Parse(bare)!.AsObject();
        if (size >= 2048)
        {
            rail.Complete(body);
        }

        var bag = rail.Padding.Aggregate((JsonNode)body, (node, name) => node[name]!).AsObject();
        for (var i = 0; ; i++)
        {
            var name = "note" + i.ToString("D4", CultureInfo.InvariantCulture);
            bag[name] = "";
            var missing = size - Encoding.UTF8.GetByteCount(body.ToJsonString());
            if (missing <= 0)
            {
                bag.Remove(name);
                return Encoding.UTF8.GetBytes(body.ToJsonString());
            }

            bag[name] = new string('x', Math.Min(missing, LongestValue));
        }
    }
}
