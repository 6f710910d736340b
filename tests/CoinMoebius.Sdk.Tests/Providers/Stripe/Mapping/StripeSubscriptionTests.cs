using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;
using static CoinMoebius.Sdk.Tests.Providers.Stripe.Mapping.StripeEvents;

namespace CoinMoebius.Sdk.Tests.Providers.Stripe.Mapping;

public sealed class StripeSubscriptionTests
{
    private const string PeriodEnd = "2026-06-14T01:04:21Z";
    private const string PeriodStart = "2026-05-14T01:04:21Z";

    [TestCase("created", "active", "created", "active", PeriodEnd)]
    [TestCase("created", "trialing", "created", "active", PeriodEnd)]
    [TestCase("created", "incomplete", "created", "incomplete", PeriodStart)]
    [TestCase("updated", "past_due", "updated", "past_due", PeriodStart)]
    [TestCase("updated", "unpaid", "updated", "past_due", PeriodStart)]
    [TestCase("paused", "paused", "updated", "paused", PeriodEnd)]
    [TestCase("resumed", "active", "updated", "active", PeriodEnd)]
    [TestCase("deleted", "canceled", "canceled", "canceled", PeriodEnd)]
    [TestCase("updated", "incomplete_expired", "updated", "canceled", PeriodStart)]
    [TestCase("updated", "some_future_word", "updated", "unknown", PeriodEnd)]
    public async Task A_subscription_keeps_its_state_product_price_and_the_end_of_what_is_paid(
        string eventType, string state, string type, string status, string end) =>
        (await MapAsync("customer.subscription." + eventType, $$$"""
            {"id":"sub_1","status":"{{{state}}}","customer":"cus_1","metadata":{"order_id":"order-7"},"items":{"data":[
              {"quantity":1,"current_period_start":1778720661,"current_period_end":1781399061,"price":{"product":"prod_2","unit_amount":100,"currency":"usd"}},
              {"quantity":3,"current_period_start":1778720661,"current_period_end":1781399061,"price":{"product":"prod_1","unit_amount":900,"currency":"usd"}}]}}
            """))
            .ShouldShow($$$"""
            {"kind":"subscription","type":"{{{type}}}","status":"{{{status}}}","subscriptionId":"sub_1","productId":"prod_1","customerRef":"cus_1",
             "reference":"order-7","currentPeriodEnd":"{{{end}}}","amount":"28.00","currency":"USD"}
            """);

    [TestCase("active", "current_period_end")]
    [TestCase("past_due", "current_period_start")]
    public async Task The_period_of_older_API_versions_stands_on_the_subscription(string status, string edge) =>
        (await MapAsync("customer.subscription.updated", $$$"""{"id":"sub_1","status":"{{{status}}}","{{{edge}}}":1781399061,"items":{"data":[{"price":{"product":{"id":"prod_1"},"unit_amount":900,"currency":"usd"}}]}}"""))
            .ShouldShow("""{"currentPeriodEnd":"2026-06-14T01:04:21Z","productId":"prod_1","amount":"9.00"}""");

    [Test]
    public async Task Canceled_for_want_of_payment_ends_where_the_unpaid_period_began() =>
        (await MapAsync("customer.subscription.deleted", """
            {"id":"sub_1","status":"canceled","cancel_at":1781399061,"cancellation_details":{"reason":"payment_failed"},
             "items":{"data":[{"current_period_start":1778720661,"current_period_end":1781399061,"price":{"unit_amount":900,"currency":"usd"}}]}}
            """))
            .ShouldShow($$$"""{"type":"canceled","status":"canceled","currentPeriodEnd":"{{{PeriodStart}}}"}""");

    [TestCase("""{"price":{"unit_amount":null,"unit_amount_decimal":"0.5"}}""")]
    [TestCase("""{"price":{"unit_amount":500,"recurring":{"usage_type":"metered"}}}""")]
    [TestCase("""{"price":{"unit_amount":500},"plan":{"usage_type":"metered"}}""")]
    [TestCase("""{"price":{"unit_amount":500,"billing_scheme":"tiered"}}""")]
    [TestCase("""{"price":{"unit_amount":500,"transform_quantity":{"divide_by":10}}}""")]
    [TestCase("""{"price":{"unit_amount":500,"recurring":{"interval":"year"}}}""")]
    [TestCase("""{"price":{"unit_amount":9223372036854775807},"quantity":9}""")]
    [TestCase("""{"price":"price_1"}""")]
    public async Task One_item_without_a_fixed_price_leaves_no_price(string item)
    {
        const string Flat = """{"price":{"unit_amount":900,"currency":"usd"}}""";
        foreach (var items in new[] { $"{Flat},{item}", $"{item},{Flat}" })
        {
            (await MapAsync("customer.subscription.created", $$$"""{"id":"sub_1","status":"active","currency":"usd","items":{"data":[{{{items}}}]}}"""))
                .ShouldShow("""{"kind":"subscription","amount":null}""");
        }
    }

    [TestCase(""","cancel_at":1781399061,"cancel_at_period_end":false""", PeriodEnd)]
    [TestCase(""","cancel_at":null,"cancel_at_period_end":true""", PeriodEnd)]
    [TestCase(""","cancel_at_period_end":true""", PeriodEnd)]
    [TestCase(""","cancel_at":null,"cancel_at_period_end":false""", null)]
    [TestCase("", null)]
    public async Task An_end_that_is_scheduled_is_told(string more, string? at)
    {
        foreach (var status in new[] { "active", "past_due" })
        {
            var mapped = (SubscriptionEvent)await MapAsync("customer.subscription.updated", $$$"""
                {"id":"sub_1","status":"{{{status}}}","items":{"data":[{"current_period_start":1778720661,"current_period_end":1781399061}]}{{{more}}}}
                """);

            mapped.CancelsAt.Should().Be(at is null ? null : DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [TestCase("paid", "active")]
    [TestCase("no_payment_required", "active")]
    [TestCase("unpaid", "incomplete")]
    [TestCase("some_future_word", "incomplete")]
    public async Task A_checkout_of_a_subscription_joins_it_to_the_buyer_and_the_order(string paymentStatus, string status) =>
        (await MapAsync("checkout.session.completed", $$$"""
            {"id":"cs_1","object":"checkout.session","mode":"subscription","payment_status":"{{{paymentStatus}}}","subscription":"sub_1","customer":"cus_1","invoice":"in_1",
             "amount_total":900,"currency":"usd","client_reference_id":"order-7","metadata":{"customerRef":"user_42"}}
            """))
            .ShouldShow($$$"""
            {"kind":"subscription","type":"updated","status":"{{{status}}}","subscriptionId":"sub_1","checkoutId":"cs_1","reference":"order-7","customerRef":"user_42",
             "amount":null,"currentPeriodEnd":null}
            """);

    [TestCase("checkout.session.async_payment_succeeded", "subscription")]
    [TestCase("checkout.session.async_payment_failed", "subscription")]
    [TestCase("checkout.session.expired", "subscription")]
    [TestCase("checkout.session.completed", "setup")]
    [TestCase("checkout.session.expired", "setup")]
    [TestCase("checkout.session.completed", "some_future_mode")]
    public async Task Another_session_that_is_no_payment_stays_unmapped_with_its_ids(string type, string mode) =>
        (await MapAsync(type, $$$"""
            {"id":"cs_1","object":"checkout.session","mode":"{{{mode}}}","status":"complete","payment_status":"paid","payment_intent":null,"subscription":"sub_1","amount_total":900,"currency":"usd"}
            """))
            .ShouldShow("""{"kind":"unmapped","metadata":{"subscriptionId":"sub_1","checkoutId":"cs_1","status":"complete"}}""");

    [TestCase("customer.subscription.trial_will_end", """{"id":"sub_1","object":"subscription","status":"trialing"}""", """{"subscriptionId":"sub_1","status":"trialing"}""")]
    [TestCase("invoice.upcoming", """{"object":"invoice","subscription":"sub_1","status":"draft"}""", """{"subscriptionId":"sub_1","status":"draft"}""")]
    [TestCase("invoice_payment.paid", """{"id":"inpay_1","object":"invoice_payment","invoice":"in_1","payment":{"payment_intent":"pi_1"},"status":"paid"}""", """{"paymentId":"pi_1","invoiceId":"in_1","status":"paid"}""")]
    [TestCase("charge.expired", """{"id":"ch_1","object":"charge","payment_intent":"pi_1","status":"succeeded"}""", """{"paymentId":"pi_1","chargeId":"ch_1","status":"succeeded"}""")]
    [TestCase("radar.early_fraud_warning.created", """{"id":"issfr_1","object":"radar.early_fraud_warning","charge":"ch_1","payment_intent":"pi_1"}""", """{"paymentId":"pi_1","chargeId":"ch_1"}""")]
    [TestCase("payout.paid", """{"id":"po_1","object":"payout","status":"paid"}""", "{}")]
    public async Task What_stays_unmapped_names_what_it_is_about(string type, string data, string metadata) =>
        (await MapAsync(type, data)).ShouldShow($$$"""{"kind":"unmapped","metadata":{{{metadata}}}}""");

    [Test]
    public async Task A_thin_event_names_its_object() =>
        (await MapRawAsync("""{"id":"evt_2","object":"v2.core.event","type":"v1.charge.updated","created":"2026-05-14T01:04:21Z","livemode":true,"related_object":{"id":"ch_1","type":"charge"}}"""))
            .ShouldShow("""{"kind":"unmapped","metadata":{"paymentId":"ch_1","chargeId":"ch_1"}}""");
}
