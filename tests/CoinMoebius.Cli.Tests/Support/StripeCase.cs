using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Cli.Tests.Support;

/// <summary>A genuine Stripe delivery as a case of the command.</summary>
internal static class StripeCase
{
    public const string Secret = "whsec_command_line_tests_0123456789";
    public const string Time = "2026-05-14T01:04:21Z";

    public static SignedWebhook Delivery(string eventId = "evt_1") => new StripeWebhookSigner(Secret, new StoppedClock()).Sign(new TestPayment
    {
        PaymentId = "pi_1",
        EventId = eventId,
        Status = PaymentStatus.Succeeded,
        CustomerRef = "user_42",
    });

    public static JsonObject Create(string id = "c1")
    {
        var delivery = Delivery();
        return new()
        {
            ["id"] = id,
            ["provider"] = "stripe",
            ["options"] = new JsonObject { ["secrets"] = new JsonArray(Secret), ["tolerance"] = "00:05:00" },
            ["headers"] = new JsonObject { ["Stripe-Signature"] = delivery.Headers["Stripe-Signature"] },
            ["body"] = Convert.ToBase64String(delivery.Body.Span),
            ["url"] = "https://shop.example/webhooks/stripe",
            ["now"] = Time,
        };
    }

    public static string With(string name, JsonNode? value)
    {
        var line = Create();
        line[name] = value;
        return line.ToJsonString();
    }

    public static string Without(string name)
    {
        var line = Create();
        line.Remove(name);
        return line.ToJsonString();
    }

    public sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 5, 14, 1, 4, 21, TimeSpan.Zero);
    }
}
