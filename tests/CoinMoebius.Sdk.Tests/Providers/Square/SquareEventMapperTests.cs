using System.Globalization;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Square;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Square;

public sealed class SquareEventMapperTests
{
    private const string Key = "Ibxx_5AKakO-3qeNVR61Dw";
    private const string Url = "https://shop.example/webhooks/square";

    [Test]
    public async Task A_completed_payment_counts_with_its_tip()
    {
        var mapped = await Map(
            """
            {"merchant_id":"6SSW7HV8K2ST5","type":"payment.updated","event_id":"13b867cf-db3d-4b1c-90b6-2f32a9d78124","created_at":"2020-11-22T21:16:51.086Z",
            "data":{"type":"payment","id":"hYy9pRFVxpDsO1FB05SunFWUe9JZY","object":{"payment":{"id":"hYy9pRFVxpDsO1FB05SunFWUe9JZY","amount_money":{"amount":1000,"currency":"USD"},
            "tip_money":{"amount":200,"currency":"USD"},"total_money":{"amount":1200,"currency":"USD"},"approved_money":{"amount":1200,"currency":"USD"},
            "card_details":{"status":"CAPTURED","card":{"last_4":"9029"}},"customer_id":"cus_1","order_id":"03O3USaPaAaFnI6kkwB1JxGgBsUZY","reference_id":"order-7",
            "status":"COMPLETED","source_type":"CARD","updated_at":"2020-11-22T21:16:51.198Z","version_token":"bhC3b8qK"}}}}
            """);

        mapped.ShouldShow(
            """
            {"kind":"payment","provider":"square","eventId":"13b867cf-db3d-4b1c-90b6-2f32a9d78124","eventType":"payment.updated","status":"succeeded",
            "paymentId":"hYy9pRFVxpDsO1FB05SunFWUe9JZY","amount":"12.00","currency":"USD","customerRef":"cus_1","reference":"order-7","checkoutId":"03O3USaPaAaFnI6kkwB1JxGgBsUZY","isTest":null,
            "occurredAt":"2020-11-22T21:16:51.086Z","metadata":{"orderId":"03O3USaPaAaFnI6kkwB1JxGgBsUZY","tipAmount":"2.00"}}
            """);
    }

    [Test]
    public async Task A_payment_has_the_status_it_says(
        [Values("payment.created", "payment.updated")] string type,
        [Values("\"COMPLETED\"|succeeded", "\"APPROVED\"|pending", "\"PENDING\"|pending", "\"FAILED\"|failed", "\"CANCELED\"|failed",
            "\"completed\"|pending", "\"SETTLED\"|pending", "\"\"|pending", "null|pending", "true|pending", "1|pending", "[\"COMPLETED\"]|pending",
            "{\"COMPLETED\":1}|pending")] string statusAndMeaning)
    {
        var parts = statusAndMeaning.Split('|');

        var payment = await Payment(type, "payment", $$"""{"id":"p1","status":{{parts[0]}},"amount_money":{"amount":1,"currency":"USD"} }""");

        payment.Status.Value.Should().Be(parts[1]);
    }

    [Test]
    public async Task Without_a_status_nothing_is_paid()
    {
        (await Payment("payment.updated", "payment", """{"id":"p1"}""")).Status.Should().Be(PaymentStatus.Pending);
    }

    [TestCase("\"total_money\":{\"amount\":1200,\"currency\":\"USD\"},\"amount_money\":{\"amount\":1000,\"currency\":\"USD\"}", "12.00", "USD")]
    [TestCase("\"amount_money\":{\"amount\":1000,\"currency\":\"USD\"}", "10.00", "USD")]
    [TestCase("\"total_money\":null,\"amount_money\":{\"amount\":1000,\"currency\":\"CAD\"}", "10.00", "CAD")]
    [TestCase("\"total_money\":{\"currency\":\"USD\"},\"amount_money\":{\"amount\":1000,\"currency\":\"USD\"}", "10.00", "USD")]
    [TestCase("\"total_money\":{\"amount\":100,\"currency\":\"JPY\"}", "100", "JPY")]
    [TestCase("\"total_money\":{\"amount\":100,\"currency\":\"jpy\"}", "100", "JPY")]
    [TestCase("\"total_money\":{\"amount\":9223372036854775807,\"currency\":\"EUR\"}", "92233720368547758.07", "EUR")]
    [TestCase("\"total_money\":{\"amount\":\"1200\",\"currency\":\"USD\"}", null, null)]
    [TestCase("\"total_money\":{\"amount\":12.5,\"currency\":\"USD\"}", null, null)]
    [TestCase("\"total_money\":{\"amount\":1200}", null, null)]
    [TestCase("\"total_money\":[1200,\"USD\"]", null, null)]
    public async Task Money_is_in_the_smallest_unit(string members, string? amount, string? currency)
    {
        var payment = await Payment("payment.updated", "payment", $$"""{"id":"p1","status":"COMPLETED",{{members}}}""");

        payment.Amount?.ToString(CultureInfo.InvariantCulture).Should().Be(amount);
        payment.Currency.Should().Be(currency);
    }

    [TestCase("{\"amount\":0,\"currency\":\"USD\"}")]
    [TestCase("null")]
    public async Task A_tip_of_nothing_is_not_mentioned(string tip)
    {
        (await Payment("payment.updated", "payment", $$"""{"id":"p1","status":"COMPLETED","tip_money":{{tip}}}""")).Metadata.Should().BeEmpty();
    }

    [Test]
    public async Task A_payment_that_was_refunded_stays_paid_and_says_how_much_went_back()
    {
        var payment = await Payment("payment.updated", "payment",
            """{"id":"p1","status":"COMPLETED","total_money":{"amount":1200,"currency":"USD"},"refunded_money":{"amount":300,"currency":"USD"}}""");

        (payment.Status, payment.Amount, payment.Refund).Should().Be((PaymentStatus.Succeeded, 12m, null), "its refund has an event of its own");
        payment.Metadata.Should().Equal(new Dictionary<string, string> { ["refundedAmount"] = "3.00" });
    }

    [Test]
    public async Task A_completed_refund_belongs_to_its_payment([Values("refund.created", "refund.updated")] string type)
    {
        var mapped = await Map(Envelope(type, "refund",
            """
            {"id":"p1_r1","payment_id":"p1","order_id":"o1","status":"COMPLETED","reason":"Returned","amount_money":{"amount":525,"currency":"USD"}}
            """));

        mapped.ShouldShow(
            """
            {"kind":"payment","status":"refunded","paymentId":"p1","amount":"5.25","currency":"USD","reference":null,
            "refund":{"id":"p1_r1","amount":"5.25","status":"succeeded","reason":"Returned"},
            "metadata":{"refundId":"p1_r1","orderId":"o1","reason":"Returned"}}
            """);
    }

    [Test]
    public async Task A_refund_that_failed_leaves_the_payment_paid(
        [Values("refund.created", "refund.updated")] string type, [Values("REJECTED", "FAILED")] string status)
    {
        var mapped = await Map(Envelope(type, "refund", $$"""{"id":"p1_r1","payment_id":"p1","status":"{{status}}","amount_money":{"amount":525,"currency":"USD"} }"""));

        mapped.ShouldShow("""{"kind":"payment","status":"succeeded","paymentId":"p1","amount":"5.25","refund":{"id":"p1_r1","amount":"5.25","status":"failed"}}""");
    }

    [Test]
    public async Task A_refund_under_way_leaves_the_payment_as_it_is(
        [Values("refund.created", "refund.updated")] string type,
        [Values("\"PENDING\"", "\"CANCELED\"", "\"completed\"", "null", "1")] string status)
    {
        var mapped = await Map(Envelope(type, "refund", $$"""{"id":"p1_r1","payment_id":"p1","status":{{status}},"amount_money":{"amount":525,"currency":"USD"} }"""));

        mapped.Should().BeOfType<UnmappedEvent>();
        mapped.Metadata.Should().Contain("refundId", "p1_r1").And.Contain("paymentId", "p1");
        mapped.Metadata.GetValueOrDefault("status").Should().Be(status[0] == '"' ? status.Trim('"') : null);
    }

    [TestCase("dispute.created", "\"EVIDENCE_REQUIRED\"", "open", false)]
    [TestCase("dispute.created", "\"INQUIRY_EVIDENCE_REQUIRED\"", "open", true)]
    [TestCase("dispute.created", "\"A_NEW_STATE\"", "open", false)]
    [TestCase("dispute.created", "null", "open", false)]
    [TestCase("dispute.created", "\"ACCEPTED\"", "lost", false)]
    [TestCase("dispute.created", "\"WON\"", "won", false)]
    [TestCase("dispute.state.updated", "\"EVIDENCE_REQUIRED\"", "open", false)]
    [TestCase("dispute.state.updated", "\"PROCESSING\"", "open", false)]
    [TestCase("dispute.state.updated", "\"INQUIRY_PROCESSING\"", "open", true)]
    [TestCase("dispute.state.updated", "\"INQUIRY_EVIDENCE_REQUIRED\"", "open", true)]
    [TestCase("dispute.state.updated", "\"WON\"", "won", false)]
    [TestCase("dispute.state.updated", "\"LOST\"", "lost", false)]
    [TestCase("dispute.state.updated", "\"ACCEPTED\"", "lost", false)]
    [TestCase("dispute.state.updated", "\"INQUIRY_CLOSED\"", "won", true)]
    [TestCase("dispute.state.updated", "\"A_NEW_STATE\"", null, false)]
    [TestCase("dispute.state.updated", "{}", null, false)]
    [TestCase("dispute.state.changed", "\"PROCESSING\"", "open", false)]
    [TestCase("dispute.state.changed", "\"LOST\"", "lost", false)]
    public async Task A_dispute_stands_where_its_state_says(string type, string state, string? outcome, bool isInquiry)
    {
        var mapped = await Map(Envelope(type, "dispute",
            $$"""
            {"id":"dts_1","amount_money":{"amount":8803,"currency":"USD"},"reason":"DUPLICATE","state":{{state}},"due_at":"2026-06-03T00:00:00.000Z",
            "disputed_payment":{"payment_id":"p1"},"version":2}
            """));

        mapped.Metadata.Should().Contain("disputeId", "dts_1").And.Contain("reason", "DUPLICATE");
        mapped.Metadata.GetValueOrDefault("state").Should().Be(state[0] == '"' ? state.Trim('"') : null);
        if (outcome is null)
        {
            mapped.Should().BeOfType<UnmappedEvent>().Which.Metadata.Should().Contain("paymentId", "p1");
            return;
        }

        mapped.ShouldShow(
            $$"""
            {"kind":"payment","status":"{{(outcome == "won" ? "succeeded" : "disputed")}}","paymentId":"p1","amount":"88.03","currency":"USD",
            "dispute":{"id":"dts_1","amount":"88.03","reason":"DUPLICATE","outcome":"{{outcome}}","isInquiry":{{(isInquiry ? "true" : "false")}},
            "respondBy":"2026-06-03T00:00:00Z"} }
            """);
    }

    [TestCase("dispute.evidence.created", "dispute", """{"id":"dts_1","state":"EVIDENCE_REQUIRED","disputed_payment":{"payment_id":"p1"}}""", "disputeId=dts_1 state=EVIDENCE_REQUIRED status=EVIDENCE_REQUIRED paymentId=p1")]
    [TestCase("invoice.refunded", "invoice", """{"id":"inv","subscription_id":"sub_1","status":"REFUNDED"}""", "invoiceId=inv status=REFUNDED subscriptionId=sub_1 chargeId=inv")]
    [TestCase("subscription.canceled", "subscription", """{"id":"sub_1","status":"CANCELED"}""", "subscriptionId=sub_1 status=CANCELED")]
    [TestCase("payment.deleted", "payment", """{"id":"p1","status":"COMPLETED"}""", "paymentId=p1 status=COMPLETED")]
    [TestCase("payout.paid", "payout", """{"id":"po_1","status":"PAID"}""", "")]
    public async Task What_stays_unmapped_says_what_it_is_about(string type, string name, string value, string metadata) =>
        (await Map(Envelope(type, name, value))).Should().BeOfType<UnmappedEvent>().Which.Metadata.Select(pair => $"{pair.Key}={pair.Value}")
            .Should().Equal(metadata.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [TestCase("created", "\"ACTIVE\"", "created", "active")]
    [TestCase("created", "\"PENDING\"", "created", "incomplete")]
    [TestCase("created", "\"PAUSED\"", "updated", "paused")]
    [TestCase("created", "\"CANCELED\"", "canceled", "canceled")]
    [TestCase("updated", "\"ACTIVE\"", "updated", "active")]
    [TestCase("updated", "\"PENDING\"", "updated", "incomplete")]
    [TestCase("updated", "\"PAUSED\"", "updated", "paused")]
    [TestCase("updated", "\"CANCELED\"", "canceled", "canceled")]
    [TestCase("updated", "\"DEACTIVATED\"", "canceled", "canceled")]
    [TestCase("updated", "\"COMPLETED\"", "canceled", "canceled")]
    [TestCase("updated", "\"A_NEW_STATUS\"", "updated", "unknown")]
    [TestCase("updated", "null", "updated", "unknown")]
    [TestCase("updated", "[\"ACTIVE\"]", "updated", "unknown")]
    public async Task A_subscription_ends_by_its_status(string type, string status, string expectedType, string expectedStatus)
    {
        var mapped = await Map(Envelope("subscription." + type, "subscription",
            $$"""
            {"id":"sub_1","customer_id":"cus_1","plan_variation_id":"plan_1","status":{{status}},"charged_through_date":"2026-06-13",
            "price_override_money":{"amount":900,"currency":"USD"},"version":3}
            """));

        mapped.ShouldShow(
            $$"""
            {"kind":"subscription","type":"{{expectedType}}","status":"{{expectedStatus}}","subscriptionId":"sub_1","productId":"plan_1","customerRef":"cus_1",
            "currentPeriodEnd":"2026-06-13T00:00:00Z","amount":"9.00","currency":"USD","metadata":{} }
            """);
    }

    [TestCase("ACTIVE", true)]
    [TestCase("PAUSED", true)]
    [TestCase("CANCELED", false)]
    public async Task An_end_that_is_scheduled_is_told(string status, bool isScheduled)
    {
        var mapped = await Map(Envelope("subscription.updated", "subscription", $$"""{"id":"sub_1","status":"{{status}}","canceled_date":"2026-06-13"}"""));

        mapped.Should().BeOfType<SubscriptionEvent>().Which.CancelsAt.Should().Be(isScheduled ? new DateTimeOffset(2026, 6, 13, 0, 0, 0, TimeSpan.Zero) : null);
    }

    [Test]
    public async Task A_subscription_without_details_is_still_one()
    {
        var subscription = (await Map(Envelope("subscription.updated", "subscription", """{"id":"sub_1","plan_id":"old_plan"}"""))).Should().BeOfType<SubscriptionEvent>().Subject;

        (subscription.ProductId, subscription.Amount, subscription.Currency, subscription.CurrentPeriodEnd, subscription.CustomerRef)
            .Should().Be(("old_plan", null, null, null, null));
    }

    [TestCase("{\"computed_amount_money\":{\"amount\":900,\"currency\":\"USD\"},\"total_completed_amount_money\":{\"amount\":950,\"currency\":\"USD\"}}", "\"9.50\"")]
    [TestCase("{\"computed_amount_money\":{\"amount\":900,\"currency\":\"USD\"}}", "\"9.00\"")]
    [TestCase("{\"total_completed_amount_money\":{\"amount\":300,\"currency\":\"USD\"}},{\"total_completed_amount_money\":{\"amount\":600,\"currency\":\"USD\"}}", "\"9.00\"")]
    [TestCase("{\"total_completed_amount_money\":{\"amount\":300,\"currency\":\"USD\"}},{\"total_completed_amount_money\":{\"amount\":600,\"currency\":\"CAD\"}}", "null")]
    [TestCase("{\"uid\":\"r1\"},{\"total_completed_amount_money\":{\"amount\":1,\"currency\":\"USD\"}}", "null")]
    [TestCase("", "null")]
    public async Task A_paid_invoice_renews_its_subscription(string requests, string amount)
    {
        var mapped = await Map(Envelope("invoice.payment_made", "invoice",
            $$"""
            {"id":"inv:0-Ch","invoice_number":"000010","order_id":"o1","subscription_id":"sub_1","status":"PAID","primary_recipient":{"customer_id":"cus_1"},
            "payment_requests":[ {{requests}} ]}
            """));

        mapped.ShouldShow(
            $$"""
            {"kind":"subscription","type":"renewed","status":"active","subscriptionId":"sub_1","customerRef":"cus_1","chargeId":"inv:0-Ch",
            "amount":{{amount}},"metadata":{"invoiceId":"inv:0-Ch","invoiceNumber":"000010","orderId":"o1","status":"PAID"} }
            """);
        ((SubscriptionEvent)mapped).IsFirstPeriod.Should().BeNull();
    }

    [TestCase("\"PAID\"", true)]
    [TestCase("null", true)]
    [TestCase("\"PARTIALLY_REFUNDED\"", true)]
    [TestCase("\"REFUNDED\"", true)]
    [TestCase("\"PARTIALLY_PAID\"", false)]
    [TestCase("\"PAYMENT_PENDING\"", false)]
    [TestCase("\"UNPAID\"", false)]
    [TestCase("\"FAILED\"", false)]
    [TestCase("\"A_NEW_STATUS\"", false)]
    public async Task An_invoice_that_says_it_is_not_paid_renews_nothing(string status, bool isRenewal)
    {
        var mapped = await Map(Envelope("invoice.payment_made", "invoice", $$"""{"id":"inv","subscription_id":"sub_1","status":{{status}},"payment_requests":[]}"""));

        (mapped is SubscriptionEvent { Type.Value: "renewed" }).Should().Be(isRenewal);
        (mapped is UnmappedEvent).Should().Be(!isRenewal);
    }

    [Test]
    public async Task A_failed_charge_of_a_subscription_is_owed()
    {
        var mapped = await Map(Envelope("invoice.scheduled_charge_failed", "invoice",
            """
            {"id":"inv","subscription_id":"sub_1","status":"UNPAID","primary_recipient":{"customer_id":"cus_1"},
            "payment_requests":[{"computed_amount_money":{"amount":900,"currency":"USD"},"total_completed_amount_money":{"amount":0,"currency":"USD"}}]}
            """));

        mapped.ShouldShow("""{"kind":"subscription","type":"payment_failed","status":"past_due","subscriptionId":"sub_1","customerRef":"cus_1","amount":"9.00","currency":"USD"}""");
    }

    [TestCase("invoice.payment_made", "invoice", "{\"id\":\"inv\",\"status\":\"PAID\"}")]
    [TestCase("invoice.scheduled_charge_failed", "invoice", "{\"id\":\"inv\"}")]
    [TestCase("invoice.payment_made", "invoice", "{\"id\":\"inv\",\"subscription_id\":1}")]
    [TestCase("invoice.refunded", "invoice", "{\"id\":\"inv\",\"subscription_id\":\"sub_1\"}")]
    [TestCase("subscription.canceled", "subscription", "{\"id\":\"sub_1\"}")]
    [TestCase("payout.paid", "payout", "{\"id\":\"po_1\",\"status\":\"PAID\"}")]
    [TestCase("webhooks.test_notification", "payment", "{\"id\":\"p1\",\"status\":\"COMPLETED\"}")]
    [TestCase("Payment.Updated", "payment", "{\"id\":\"p1\",\"status\":\"COMPLETED\"}")]
    [TestCase("payment.updated", "payment", "{\"status\":\"COMPLETED\"}")]
    [TestCase("payment.updated", "payment", "{\"id\":5,\"status\":\"COMPLETED\"}")]
    [TestCase("payment.updated", "payment", "null")]
    [TestCase("payment.updated", "refund", "{\"id\":\"p1\",\"status\":\"COMPLETED\"}")]
    [TestCase("refund.updated", "refund", "{\"id\":\"r1\",\"status\":\"COMPLETED\"}")]
    [TestCase("dispute.created", "dispute", "{\"id\":\"d1\",\"state\":\"EVIDENCE_REQUIRED\"}")]
    [TestCase("dispute.created", "dispute", "[]")]
    [TestCase("subscription.updated", "subscription", "{\"status\":\"ACTIVE\"}")]
    public async Task What_is_not_modelled_is_unmapped(string type, string name, string value)
    {
        var mapped = await Map(Envelope(type, name, value));

        mapped.Should().BeOfType<UnmappedEvent>();
        (mapped.EventId, mapped.EventType).Should().Be(("e-1", type));
    }

    [TestCase("\"abc\"")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("true")]
    [TestCase("1e400")]
    [TestCase("\"\\ud800\"")]
    public async Task Odd_values_never_throw_and_never_pay(string odd)
    {
        foreach (var (type, name) in new[]
        {
            ("payment.updated", "payment"), ("refund.updated", "refund"), ("dispute.created", "dispute"), ("subscription.updated", "subscription"),
            ("invoice.payment_made", "invoice"), ("invoice.scheduled_charge_failed", "invoice"),
        })
        {
            var mapped = await Map(
                $$"""
                {"event_id":"e-1","type":"{{type}}","created_at":{{odd}},"data":{"object":{"{{name}}":{"id":"x","payment_id":"p1","subscription_id":"s1","status":{{odd}},
                "state":{{odd}},"total_money":{{odd}},"amount_money":{{odd}},"tip_money":{{odd}},"price_override_money":{{odd}},"order_id":{{odd}},"reference_id":{{odd}},
                "disputed_payment":{{odd}},"charged_through_date":{{odd}},"primary_recipient":{{odd}},"payment_requests":{{odd}} } } } }
                """);

            (mapped is PaymentEvent { Amount: not null } or SubscriptionEvent { Amount: not null }).Should().BeFalse();
            (mapped is PaymentEvent { Status.Value: "succeeded" or "refunded" }).Should().BeFalse();
        }
    }

    [Test]
    public async Task A_time_with_nanoseconds_is_read()
    {
        var mapped = await Map("""{"event_id":"e-1","type":"webhooks.test_notification","created_at":"2022-07-13T20:30:59.037339943Z"}""");

        mapped.OccurredAt.Should().BeCloseTo(new DateTimeOffset(2022, 7, 13, 20, 30, 59, 37, TimeSpan.Zero), TimeSpan.FromMilliseconds(1));
    }

    [Test]
    public async Task Without_an_event_id_it_comes_from_the_body()
    {
        (await Map("""{"type":"payment.updated"}""")).EventId.Should().MatchRegex("^sha256:[0-9a-f]{32}$");
    }

    private static string Envelope(string type, string name, string value) =>
        $$"""{"merchant_id":"m","type":"{{type}}","event_id":"e-1","created_at":"2026-05-14T01:04:21Z","data":{"type":"{{name}}","id":"x","object":{"{{name}}":{{value}} } } }""";

    private static async Task<PaymentEvent> Payment(string type, string name, string value) =>
        (await Map(Envelope(type, name, value))).Should().BeOfType<PaymentEvent>().Subject;

    private static Task<WebhookEvent> Map(string body) => MappedEvent.OfAsync(
        new SquareWebhookSigner(Key, Url), new SquareWebhookVerifier(new SquareWebhookOptions { Secrets = { Key }, NotificationUrl = Url }), body);
}
