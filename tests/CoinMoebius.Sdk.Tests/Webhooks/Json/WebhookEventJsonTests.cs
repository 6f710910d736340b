using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Tests.Webhooks.Json;

public sealed class WebhookEventJsonTests
{
    private const string Payment = """{"kind":"payment","provider":"stripe","eventId":"evt_1","eventType":"checkout.session.completed","status":"succeeded","paymentId":"pi_1","amount":"19.99","currency":"USD","customerRef":"user_42","reference":null,"isTest":false,"occurredAt":"2026-05-14T01:04:21Z","metadata":{"k":"v"}}""";
    private const string Subscription = """{"kind":"subscription","provider":"stripe","eventId":"evt_2","eventType":"invoice.payment_succeeded","type":"renewed","status":"active","subscriptionId":"sub_1","productId":"prod_1","customerRef":"cus_1","currentPeriodEnd":"2026-06-14T01:04:21Z","amount":"9.00","currency":"USD","isTest":false,"occurredAt":"2026-05-14T01:04:21.5Z","metadata":{}}""";
    private const string Unmapped = """{"kind":"unmapped","provider":"stripe","eventId":"evt_3","eventType":"product.created","isTest":null,"occurredAt":null,"metadata":{}}""";

    private const string Refund = """{"kind":"payment","provider":"stripe","eventId":"evt_4","eventType":"charge.refunded","status":"partially_refunded","paymentId":"pi_1","amount":"5.00","currency":"USD","customerRef":null,"reference":"order-1","refund":{"id":"re_1","amount":"5.00","totalAmount":"7.50","isFull":false,"status":"succeeded","reason":"requested"},"pricedAmount":"4.50","pricedCurrency":"EUR","checkoutId":"cs_1","subscriptionId":"sub_1","isTest":null,"occurredAt":null,"metadata":{}}""";
    private const string Dispute = """{"kind":"payment","provider":"stripe","eventId":"evt_5","eventType":"charge.dispute.created","status":"disputed","paymentId":"pi_1","amount":"19.99","currency":"USD","customerRef":null,"reference":null,"dispute":{"id":"dp_1","amount":"19.99","reason":"fraudulent","outcome":"open","isInquiry":true,"respondBy":"2026-05-24T01:04:21Z"},"isTest":null,"occurredAt":null,"metadata":{}}""";
    private const string Charge = """{"kind":"subscription","provider":"stripe","eventId":"evt_6","eventType":"invoice.paid","type":"renewed","status":"active","subscriptionId":"sub_1","productId":null,"customerRef":null,"currentPeriodEnd":"2026-06-14T01:04:21Z","amount":"9.00","currency":"USD","chargeId":"in_1","isFirstPeriod":false,"cancelsAt":"2026-06-14T01:04:21Z","reference":"order-1","checkoutId":"cs_1","isTest":null,"occurredAt":null,"metadata":{}}""";

    // The first three are as events were stored before there were refunds, disputes and charges.
    [TestCase(Payment)]
    [TestCase(Subscription)]
    [TestCase(Unmapped)]
    [TestCase(Refund)]
    [TestCase(Dispute)]
    [TestCase(Charge)]
    public void An_event_reads_back_as_it_was_written(string json)
    {
        var webhookEvent = WebhookEventJson.Deserialize(Encoding.UTF8.GetBytes(json), "raw"u8.ToArray(), "delivery-1");

        Encoding.UTF8.GetString(WebhookEventJson.Serialize(webhookEvent)).Should().Be(json);
        webhookEvent.DeliveryId.Should().Be("delivery-1");
        webhookEvent.RawBody.ToArray().Should().Equal("raw"u8.ToArray());
    }

    [Test]
    public void A_text_that_System_Text_Json_reads_and_a_human_too()
    {
        var payment = (PaymentEvent)WebhookEventJson.Deserialize(Encoding.UTF8.GetBytes(Payment)) with
        {
            Metadata = new Dictionary<string, string> { ["city"] = "İstanbul", ["line"] = "a\nb\u2028" },
        };

        var json = Encoding.UTF8.GetString(WebhookEventJson.Serialize(payment));

        json.Should().Contain("İstanbul").And.NotContain("\n").And.NotContain("\u2028");
        JsonDocument.Parse(json).RootElement.GetProperty("metadata").GetProperty("line").GetString().Should().Be("a\nb\u2028");
    }

    [TestCase("{}", "provider")]
    [TestCase("[]", "provider")]
    [TestCase("""{"kind":"gift","provider":"stripe","eventId":"e"}""", "gift")]
    [TestCase("""{"kind":"payment","provider":"stripe","eventId":"e"}""", "status")]
    public void Something_else_is_refused_by_name(string json, string named) =>
        FluentActions.Invoking(() => WebhookEventJson.Deserialize(Encoding.UTF8.GetBytes(json)))
            .Should().Throw<JsonException>().WithMessage($"*{named}*");
}
