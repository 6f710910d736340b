using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

/// <summary>Authentic bodies nobody thought of: none throws, and none but Settled reads as paid.</summary>
public sealed class CoinflowFuzzTests
{
    private const string Secret = "whk_test_0123456789abcdef";
    private const int Rounds = 2000;

    private static readonly string[] EventTypes = [.. typeof(CoinflowEventTypes).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    private static readonly string[] Names =
    [
        "id", "paymentId", "subscriptionId", "eventType", "data", "subtotal", "total", "totals", "cents", "currency", "status", "signature", "wallet",
        "customerId", "rawCustomerId", "webhookInfo", "orderId", "customerRef", "planCode", "amount", "declineCode", "chargebackId", "respondByDate",
        "created", "category", "subscription", "merchant", "velocityHold", "thresholdPercent", "", "\u02AC", "Settled",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "Settled", "settled", "Succeeded", "paid", "USD", "x\u02ACy", "\u02AC", "p1", "2024-05-29T19:52:25.000Z", "9999-99-99", "İ", "\0", "\uD83D\uDE00",
    ];

    private readonly FixedClock _clock = new();

    [Test]
    public async Task Random_JSON_never_throws_and_is_paid_only_when_it_says_Settled([Seeds(1, 5)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Rounds; i++)
        {
            var body = random.Next(4) == 0 ? RandomObject(random, 4) : Envelope(random);

            await CheckAsync(JsonSerializer.SerializeToUtf8Bytes(body));
        }
    }

    [Test]
    public async Task A_genuine_body_with_bytes_changed_never_throws_and_is_paid_only_when_it_says_Settled([Seeds(1, 5)] int seed)
    {
        var random = new Random(seed);
        var signer = new CoinflowWebhookSigner(Secret, _clock);
        for (var i = 0; i < Rounds; i++)
        {
            var status = signer.Statuses.ElementAt(random.Next(signer.Statuses.Count));
            var body = signer.CreateBody(new() { PaymentId = "p1", Status = status, CustomerRef = "user_42" }).ToList();
            for (var change = random.Next(1, 6); change > 0 && body.Count > 0; change--)
            {
                var at = random.Next(body.Count);
                switch (random.Next(4))
                {
                    case 0:
                        body[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        body.RemoveAt(at);
                        break;
                    case 2:
                        body.Insert(at, "{}[]\",:\\0aE-.u"u8[random.Next(14)]);
                        break;
                    default:
                        body.RemoveRange(at, Math.Min(random.Next(20), body.Count - at));
                        break;
                }
            }

            await CheckAsync([.. body]);
        }
    }

    private async Task CheckAsync(byte[] body)
    {
        var options = new CoinflowWebhookOptions();
        options.Secrets.Add(Secret);

        var verification = await new CoinflowWebhookVerifier(options, _clock).VerifyAsync(new CoinflowWebhookSigner(Secret, _clock).Sign(body).ToRequest());

        verification.Verdict.Should().BeOneOf(WebhookVerdict.Verified, WebhookVerdict.MalformedBody);
        if (!verification.IsVerified)
        {
            return;
        }

        var text = Encoding.UTF8.GetString(body);
        var notification = CoinflowNotification.Read(verification.Event);
        verification.Event.EventId.Should().NotBeNullOrEmpty(text);

        // A chargeback that was won and a refund that failed speak of a payment that stands, and say so.
        var isPaid = verification.Event is PaymentEvent { Dispute: null, Refund: null } payment && payment.Status == PaymentStatus.Succeeded;
        if (isPaid || notification.Data is CoinflowSettledData)
        {
            SaysSettled(body).Should().BeTrue(text);
        }
    }

    private static bool SaysSettled(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("eventType").ValueEquals("Settled");
    }

    private static JsonObject Envelope(Random random) => new()
    {
        ["eventType"] = random.Next(8) == 0 ? RandomValue(random, 2) : EventTypes[random.Next(EventTypes.Length)],
        ["category"] = RandomValue(random, 1),
        ["created"] = RandomValue(random, 1),
        ["data"] = random.Next(8) == 0 ? RandomValue(random, 3) : RandomObject(random, 4),
    };

    private static JsonObject RandomObject(Random random, int depth)
    {
        var result = new JsonObject();
        for (var count = random.Next(12); count > 0; count--)
        {
            result[Names[random.Next(Names.Length)]] = RandomValue(random, depth - 1);
        }

        return result;
    }

    private static JsonNode? RandomValue(Random random, int depth) => random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => null,
        1 => true,
        2 => random.Next(-5, 5000),
        3 => random.NextDouble(),
        4 => long.MaxValue,
        5 or 6 => Texts[random.Next(Texts.Length)],
        7 => RandomObject(random, depth),
        _ => new JsonArray(RandomValue(random, depth - 1), RandomValue(random, depth - 1)),
    };
}
