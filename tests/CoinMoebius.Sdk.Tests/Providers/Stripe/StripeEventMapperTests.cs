using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Stripe;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Stripe;

public sealed class StripeEventMapperTests
{
    private const string Secret = "whsec_test_secret";

    [TestCase("paid", "succeeded")]
    [TestCase("no_payment_required", "succeeded")]
    [TestCase("unpaid", "pending")]
    [TestCase("some_future_word", "pending")]
    public async Task A_completed_checkout_has_succeeded_only_when_it_says_it_is_paid(string paymentStatus, string status)
    {
        var mapped = await MapAsync("checkout.session.completed", $$$"""
            {"id":"cs_1","object":"checkout.session","mode":"payment","payment_status":"{{{paymentStatus}}}","payment_intent":"pi_1",
             "amount_total":1999,"currency":"usd","client_reference_id":"order-7","customer":"cus_1","metadata":{"customerRef":"user_42","k":"v"}}
            """);

        mapped.ShouldShow($$$"""
            {"kind":"payment","provider":"stripe","eventId":"evt_1","eventType":"checkout.session.completed","status":"{{{status}}}",
             "paymentId":"pi_1","amount":"19.99","currency":"USD","customerRef":"user_42","reference":"order-7","isTest":false,
             "occurredAt":"2026-05-14T01:04:21Z","metadata":{"customerRef":"user_42","k":"v"}}
            """);
    }

    [TestCase("subscription")]
    [TestCase("setup")]
    [TestCase("some_future_mode")]
    public async Task A_checkout_that_is_not_a_one_off_payment_is_unmapped(string mode) =>
        (await MapAsync("checkout.session.completed", $$$"""{"id":"cs_1","mode":"{{{mode}}}","payment_status":"paid","amount_total":900,"currency":"usd"}"""))
            .ShouldShow("""{"kind":"unmapped","eventId":"evt_1","eventType":"checkout.session.completed","metadata":{}}""");

    [TestCase("checkout.session.async_payment_succeeded", "succeeded")]
    [TestCase("checkout.session.async_payment_failed", "failed")]
    [TestCase("checkout.session.expired", "failed")]
    public async Task Delayed_methods_end_one_way_or_the_other(string type, string status) =>
        (await MapAsync(type, """{"id":"cs_1","mode":"payment","payment_status":"unpaid","payment_intent":null,"amount_total":500,"currency":"eur","customer":"cus_1"}"""))
            .ShouldShow($$$"""{"kind":"payment","status":"{{{status}}}","paymentId":"cs_1","amount":"5.00","currency":"EUR","customerRef":"cus_1","reference":null}""");

    [Test]
    public async Task An_expanded_payment_intent_gives_its_id() =>
        (await MapAsync("checkout.session.completed", """{"id":"cs_1","mode":"payment","payment_status":"paid","payment_intent":{"id":"pi_9","object":"payment_intent"},"amount_total":1,"currency":"usd","customer":{"id":"cus_9"}}"""))
            .ShouldShow("""{"paymentId":"pi_9","amount":"0.01","customerRef":"cus_9"}""");

    [TestCase(100, false, "true")]
    [TestCase(1000, true, "false")]
    public async Task A_refund_tells_its_running_total_and_whether_it_is_part(int refunded, bool whole, string partial) =>
        (await MapAsync("charge.refunded", $$$"""{"id":"ch_1","amount":1000,"amount_refunded":{{{refunded}}},"refunded":{{{(whole ? "true" : "false")}}},"currency":"usd","payment_intent":"pi_1","metadata":{"partial":"mine"}}"""))
            .ShouldShow($$$"""{"kind":"payment","status":"refunded","paymentId":"pi_1","amount":"{{{refunded / 100}}}.00","metadata":{"partial":"{{{partial}}}","chargeId":"ch_1","originalAmount":"10.00"}}""");

    [Test]
    public async Task A_refund_without_a_payment_intent_goes_by_its_charge() =>
        (await MapAsync("charge.refunded", """{"id":"ch_1","amount":1000,"amount_refunded":1000,"refunded":true,"currency":"usd","payment_intent":null}"""))
            .ShouldShow("""{"status":"refunded","paymentId":"ch_1"}""");

    [Test]
    public async Task A_dispute_is_about_the_same_payment_and_says_why() =>
        (await MapAsync("charge.dispute.created", """{"id":"dp_1","amount":1000,"charge":"ch_1","currency":"usd","payment_intent":"pi_1","reason":"fraudulent","status":"needs_response"}"""))
            .ShouldShow("""{"kind":"payment","status":"disputed","paymentId":"pi_1","amount":"10.00","metadata":{"disputeId":"dp_1","chargeId":"ch_1","reason":"fraudulent"}}""");

    [TestCase("customer.subscription.created", "active", "created", "active")]
    [TestCase("customer.subscription.created", "trialing", "created", "active")]
    [TestCase("customer.subscription.updated", "past_due", "updated", "past_due")]
    [TestCase("customer.subscription.updated", "unpaid", "updated", "past_due")]
    [TestCase("customer.subscription.paused", "paused", "updated", "paused")]
    [TestCase("customer.subscription.resumed", "active", "updated", "active")]
    [TestCase("customer.subscription.deleted", "canceled", "canceled", "canceled")]
    [TestCase("customer.subscription.updated", "incomplete_expired", "updated", "canceled")]
    [TestCase("customer.subscription.updated", "incomplete", "updated", "unknown")]
    [TestCase("customer.subscription.updated", "some_future_word", "updated", "unknown")]
    public async Task A_subscription_keeps_its_state_product_price_and_period(string eventType, string state, string type, string status) =>
        (await MapAsync(eventType, $$$"""
            {"id":"sub_1","status":"{{{state}}}","customer":"cus_1","metadata":{},"items":{"data":[
              {"quantity":3,"current_period_end":1781399061,"price":{"product":"prod_1","unit_amount":900,"currency":"usd"}},
              {"quantity":1,"price":{"product":"prod_2","unit_amount":100,"currency":"usd"}}]}}
            """))
            .ShouldShow($$$"""{"kind":"subscription","type":"{{{type}}}","status":"{{{status}}}","subscriptionId":"sub_1","productId":"prod_1","customerRef":"cus_1","currentPeriodEnd":"2026-06-14T01:04:21Z","amount":"27.00","currency":"USD"}""");

    [Test]
    public async Task The_period_of_older_API_versions_stands_on_the_subscription() =>
        (await MapAsync("customer.subscription.updated", """{"id":"sub_1","status":"active","current_period_end":1781399061,"items":{"data":[{"price":{"product":{"id":"prod_1"},"unit_amount":null,"currency":"usd"}}]}}"""))
            .ShouldShow("""{"currentPeriodEnd":"2026-06-14T01:04:21Z","productId":"prod_1","amount":null}""");

    [TestCase("""{"id":"in_1","subscription":"sub_1","billing_reason":"subscription_cycle","amount_paid":900,"currency":"usd","customer":"cus_1"}""")]
    [TestCase("""{"id":"in_1","parent":{"subscription_details":{"subscription":"sub_1"}},"billing_reason":"subscription_cycle","amount_paid":900,"currency":"usd","customer":"cus_1"}""")]
    public async Task A_cycle_invoice_renews_wherever_it_names_its_subscription(string invoice) =>
        (await MapAsync("invoice.payment_succeeded", invoice))
            .ShouldShow("""{"kind":"subscription","type":"renewed","status":"active","subscriptionId":"sub_1","customerRef":"cus_1","amount":"9.00","currency":"USD"}""");

    [Test]
    public async Task A_renewal_takes_the_buyer_product_and_period_from_where_they_stand() =>
        (await MapAsync("invoice.payment_succeeded", """
            {"id":"in_1","billing_reason":"subscription_cycle","amount_paid":900,"currency":"usd","customer":"cus_1",
             "parent":{"subscription_details":{"subscription":"sub_1","metadata":{"customerRef":"user_42"}}},
             "lines":{"data":[{"period":{"end":1781399061},"pricing":{"price_details":{"product":"prod_1"}}}]}}
            """))
            .ShouldShow("""{"customerRef":"user_42","productId":"prod_1","currentPeriodEnd":"2026-06-14T01:04:21Z"}""");

    [TestCase("subscription_create")]
    [TestCase("subscription_update")]
    [TestCase("some_future_reason")]
    public async Task Other_invoices_of_a_subscription_are_unmapped(string reason) =>
        (await MapAsync("invoice.payment_succeeded", $$$"""{"id":"in_1","subscription":"sub_1","billing_reason":"{{{reason}}}","amount_paid":900,"currency":"usd"}"""))
            .Should().BeOfType<UnmappedEvent>();

    [Test]
    public async Task An_invoice_without_a_subscription_is_a_payment() =>
        (await MapAsync("invoice.payment_succeeded", """{"id":"in_1","amount_paid":900,"currency":"usd"}"""))
            .ShouldShow("""{"kind":"payment","status":"succeeded","paymentId":"in_1","amount":"9.00"}""");

    [Test]
    public async Task A_failed_invoice_is_past_due_or_a_failed_payment()
    {
        (await MapAsync("invoice.payment_failed", """{"id":"in_1","subscription":"sub_1","amount_due":900,"currency":"usd"}"""))
            .ShouldShow("""{"kind":"subscription","type":"payment_failed","status":"past_due","amount":"9.00"}""");
        (await MapAsync("invoice.payment_failed", """{"id":"in_1","amount_due":900,"currency":"usd"}"""))
            .ShouldShow("""{"kind":"payment","status":"failed","paymentId":"in_1"}""");
    }

    // docs.stripe.com/currencies
    [TestCase("jpy", 500, "500")]
    [TestCase("isk", 500, "5.00")]
    [TestCase("ugx", 500, "5.00")]
    [TestCase("mga", 500, "500")]
    [TestCase("kwd", 5120, "5.120")]
    [TestCase("twd", 500, "5.00")]
    [TestCase("usd", -500, "-5.00")]
    public async Task Minor_units_follow_the_currency(string currency, int minor, string amount) =>
        (await MapAsync("checkout.session.completed", $$$"""{"id":"cs_1","mode":"payment","payment_status":"paid","amount_total":{{{minor}}},"currency":"{{{currency}}}"}"""))
            .ShouldShow($$$"""{"amount":"{{{amount}}}","currency":"{{{currency.ToUpperInvariant()}}}"}""");

    [TestCase("product.created")]
    [TestCase("payment_intent.succeeded")]
    [TestCase("some.future.event")]
    public async Task Every_other_event_is_unmapped_and_keeps_its_name(string type) =>
        (await MapAsync(type, """{"id":"x","status":"succeeded"}""")).ShouldShow($$$"""{"kind":"unmapped","eventType":"{{{type}}}","eventId":"evt_1","isTest":false}""");

    [Test]
    public async Task Test_mode_and_the_time_of_thin_events_are_read() =>
        (await MapRawAsync("""{"id":"evt_2","object":"v2.core.event","type":"v2.core.account.updated","created":"2026-05-14T01:04:21.123Z","livemode":false}"""))
            .ShouldShow("""{"kind":"unmapped","eventId":"evt_2","isTest":true,"occurredAt":"2026-05-14T01:04:21.123Z"}""");

    [Test]
    public async Task Without_an_id_the_digest_of_the_body_stands_in()
    {
        // printf '{}' | sha256sum
        (await MapRawAsync("{}")).ShouldShow("""{"eventId":"sha256:44136fa355b3678a1146ad16f7e8649e","eventType":"","isTest":null,"occurredAt":null}""");
    }

    [TestCase("""{"id":"cs_1","mode":"payment","payment_status":"paid","amount_total":"1999","currency":"usd"}""")]
    [TestCase("""{"id":"cs_1","mode":"payment","payment_status":"paid","amount_total":19.99,"currency":"usd"}""")]
    [TestCase("""{"id":"cs_1","mode":"payment","payment_status":"paid","amount_total":1e400,"currency":"usd"}""")]
    [TestCase("""{"id":"cs_1","mode":"payment","payment_status":"paid","amount_total":1999,"currency":5}""")]
    public async Task An_amount_of_an_odd_type_is_left_out_rather_than_guessed(string session) =>
        (await MapAsync("checkout.session.completed", session)).ShouldShow("""{"kind":"payment","status":"succeeded","amount":null}""");

    [Test]
    public async Task A_payment_without_any_id_is_unmapped() =>
        (await MapAsync("checkout.session.completed", """{"mode":"payment","payment_status":"paid","amount_total":5,"currency":"usd"}""")).Should().BeOfType<UnmappedEvent>();

    [Test]
    public async Task Nested_metadata_becomes_compact_JSON() =>
        (await MapAsync("checkout.session.completed", """{"id":"cs_1","mode":"payment","payment_status":"paid","metadata":{"a":{"b": [1, 2.50]},"n":1.10,"t":true,"z":null,"u":"é"}}"""))
            .ShouldShow("""{"metadata":{"a":"{\"b\":[1,2.50]}","n":"1.10","t":"true","u":"é"}}""");

    private static Task<WebhookEvent> MapAsync(string type, string data) =>
        MapRawAsync($$$"""{"id":"evt_1","object":"event","created":1778720661,"livemode":true,"type":"{{{type}}}","data":{"object":{{{data}}} } }""");

    private static Task<WebhookEvent> MapRawAsync(string body)
    {
        var clock = new FixedClock();
        var options = new StripeWebhookOptions { Secrets = { Secret } };
        return MappedEvent.OfAsync(new StripeWebhookSigner(Secret, clock), new StripeWebhookVerifier(options, clock), body);
    }
}
