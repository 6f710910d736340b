using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex.Confirmation;

/// <summary>Somebody knows the address of order-A, a genuine token, and writes bodies. Mobbex knows a paid order-B and a subscriber.</summary>
public sealed class KnownAddressTests
{
    private const string Secret = "merchant-webhook-secret-0123456789abcdef";
    private static readonly Uri Shop = new("https://shop.example/webhooks/mobbex");

    private static readonly string[] Types =
    [
        "checkout", "checkout:expired", "payment_order", "subscription:registration", "subscription:execution", "subscription:execution:error",
        "subscription:change_source", "subscription:subscriber:active", "subscription:subscriber:suspended", "made:up",
    ];

    private readonly FakeTimeProvider _clock = new();
    private readonly ScriptedRecords _mobbex = new()
    {
        Operations =
        {
            ["PAID-B"] = """
                {"payment":{"id":"PAID-B","reference":"order-B","total":500,"currency":{"code":"ARS"},"status":{"code":"200"},"updated":"2026-11-30T10:00:00.000Z"},
                "customer":{"uid":"victim"},"checkout":{"uid":"CHK:B","reference":"order-B"}}
                """,
            ["CHARGE"] = """
                {"payment":{"id":"CHARGE","reference":"exe-1","total":9,"currency":{"code":"ARS"},"status":{"code":"200"}},
                "subscription":{"uid":"GOLD","reference":"gold"},"subscriber":{"uid":"VICTIM"}}
                """,
        },
        Subscribers = { ["VICTIM"] = """{"uid":"VICTIM","reference":"user-7","status":"active","customer":{"uid":"victim"}}""" },
        Subscriptions = { ["GOLD"] = """{"uid":"GOLD","reference":"gold"}""" },
    };

    [Test]
    public async Task With_one_orders_address_nothing_can_be_said_of_another_payment_or_subscriber(
        [ValueSource(nameof(Types))] string type, [Values("PAID-B", "CHARGE", null)] string? operation)
    {
        var body = Body(type, "order-A");
        if (operation is not null)
        {
            body["data"]!["payment"] = new JsonObject { ["id"] = operation };
        }

        var verification = await VerifyAsync(body, "order-A");

        if (verification.IsVerified)
        {
            var shown = Encoding.UTF8.GetString(WebhookEventJson.Serialize(verification.Event)) + Encoding.UTF8.GetString(verification.Event.RawBody.Span);
            verification.Event.Should().BeOfType<UnmappedEvent>();
            shown.Should().NotContainAny("PAID-B", "CHARGE", "VICTIM", "GOLD", "victim", "attacker", "order-B");
        }
    }

    [Test]
    public async Task However_the_body_is_changed_one_address_makes_one_event_of_a_type_and_its_raw_body_stays_small(
        [ValueSource(nameof(Types))] string type, [Values("order-A", "order-B", "gold")] string reference)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            var body = Body(type, reference);
            body["data"]!["checkout"]!["uid"] = "C" + i;
            body["fill"] = new string('x', 1000 * i);
            body["data"]!["execution"] = new JsonObject { ["uid"] = "E" + i, ["total"] = i };
            body["data"]!["customer"] = new JsonObject { ["uid"] = "attacker" + i };
            var operation = reference == "order-B" ? "PAID-B" : reference == "gold" ? "CHARGE" : null;
            if (operation is not null)
            {
                body["data"]!["payment"] = new JsonObject { ["id"] = operation, ["reference"] = reference == "gold" ? "exe-1" : reference, ["updated"] = $"20{10 + i}-01-01T00:00:00Z" };
            }

            if (await VerifyAsync(body, reference) is { Event: { } webhookEvent })
            {
                seen.Add(webhookEvent.EventId);
                webhookEvent.RawBody.Length.Should().BeLessThan(1000);
                (webhookEvent.OccurredAt ?? default).Year.Should().BeOneOf(1, 2026);
            }
        }

        seen.Should().HaveCountLessThanOrEqualTo(1);
    }

    [Test]
    public async Task A_type_that_nobody_knows_makes_no_new_event_for_each_name()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await VerifyAsync(Body("x" + i, "order-A"), "order-A")).EnsureVerified().EventId);
        }

        ids.Distinct().Should().ContainSingle();
    }

    [TestCase("subscription:execution", "renewed")]
    [TestCase("subscription:execution:error", "renewed")]
    public async Task Whether_a_charge_failed_is_read_and_not_told(string type, string expected)
    {
        var body = Body(type, "gold");
        body["data"]!["payment"] = new JsonObject { ["id"] = "CHARGE", ["reference"] = "exe-1", ["status"] = new JsonObject { ["code"] = "410" } };

        (await VerifyAsync(body, "gold")).EnsureVerified()
            .ShouldShow($$"""{"eventType":"subscription:execution","type":"{{expected}}","subscriptionId":"VICTIM","productId":"GOLD","amount":"9"}""");
    }

    [Test]
    public async Task A_failed_charge_without_an_operation_to_read_is_no_failed_payment()
    {
        (await VerifyAsync(Body("subscription:execution:error", "gold"), "gold")).Event.Should().BeOfType<UnmappedEvent>();
    }

    [Test]
    public async Task A_checkouts_own_payment_is_no_renewal()
    {
        _mobbex.Operations["FIRST"] = """{"payment":{"id":"FIRST","reference":"order-A","status":{"code":"200"}},"subscriptions":[{"subscriber":{"uid":"VICTIM"}}]}""";
        var body = Body("subscription:execution", "order-A");
        body["data"]!["payment"] = new JsonObject { ["id"] = "FIRST", ["reference"] = "order-A" };

        (await VerifyAsync(body, "order-A")).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task An_orders_reference_is_no_plan_although_the_body_says_so()
    {
        var body = Body("subscription:registration", "order-A");
        body["data"]!["subscription"] = new JsonObject { ["uid"] = "order-A" };

        (await VerifyAsync(body, "order-A")).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task A_subscribers_customer_and_status_are_those_that_were_read()
    {
        var body = Body("subscription:registration", "gold");
        body["data"]!["customer"] = new JsonObject { ["uid"] = "attacker", ["metadata"] = new JsonObject { ["customerRef"] = "attacker" } };

        (await VerifyAsync(body, "gold")).EnsureVerified()
            .ShouldShow("""{"type":"created","status":"active","subscriptionId":"VICTIM","productId":"GOLD","customerRef":"victim","amount":null,"metadata":{"subscriberReference":"user-7"}}""");
    }

    [Test]
    public async Task A_status_that_comes_back_is_news_and_one_that_is_repeated_is_not()
    {
        var body = Body("subscription:subscriber:active", "gold");
        var first = (await VerifyAsync(body, "gold")).EnsureVerified().EventId;
        (await VerifyAsync(body, "gold")).EnsureVerified().EventId.Should().Be(first);

        _clock.Advance(TimeSpan.FromDays(1));
        (await VerifyAsync(body, "gold")).EnsureVerified().EventId.Should().NotBe(first, "Mobbex names no time, so the day counts");

        _mobbex.Subscribers["VICTIM"] = """{"uid":"VICTIM","reference":"user-7","status":"active","updated":1767614400000}""";
        var second = (await VerifyAsync(body, "gold")).EnsureVerified().EventId;
        _clock.Advance(TimeSpan.FromDays(1));
        (await VerifyAsync(body, "gold")).EnsureVerified().EventId.Should().Be(second, "the time that Mobbex names counts");
    }

    private static JsonObject Body(string type, string reference) => new()
    {
        ["type"] = type,
        ["data"] = new JsonObject
        {
            ["checkout"] = new JsonObject { ["uid"] = "PAID-B", ["reference"] = reference, ["total"] = 1, ["currency"] = "ARS" },
            ["subscription"] = new JsonObject { ["uid"] = "GOLD" },
            ["subscriber"] = new JsonObject { ["uid"] = "VICTIM" },
        },
    };

    private async Task<WebhookVerification> VerifyAsync(JsonObject body, string reference)
    {
        var options = new ServiceCollection().Configure<MobbexWebhookOptions>(it => it.Secrets.Add(Secret)).BuildServiceProvider()
            .GetRequiredService<IOptionsMonitor<MobbexWebhookOptions>>();
        return await new MobbexWebhookVerifier(options, "", _mobbex, _clock)
            .VerifyAsync(new(Encoding.UTF8.GetBytes(body.ToJsonString()), [], MobbexWebhookUrl.Create(Shop, Secret, reference)));
    }
}
