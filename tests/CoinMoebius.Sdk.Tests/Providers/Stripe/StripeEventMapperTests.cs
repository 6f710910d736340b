using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;
using static CoinMoebius.Sdk.Tests.Providers.Stripe.Mapping.StripeEvents;

namespace CoinMoebius.Sdk.Tests.Providers.Stripe;

public sealed class StripeEventMapperTests
{
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
             "paymentId":"pi_1","checkoutId":"cs_1","amount":"19.99","currency":"USD","customerRef":"user_42","reference":"order-7","isTest":false,
             "occurredAt":"2026-05-14T01:04:21Z","metadata":{"customerRef":"user_42","k":"v"}}
            """);
    }

    [TestCase("checkout.session.async_payment_succeeded", "succeeded")]
    [TestCase("checkout.session.async_payment_failed", "failed")]
    [TestCase("checkout.session.expired", "failed")]
    public async Task Delayed_methods_end_one_way_or_the_other(string type, string status) =>
        (await MapAsync(type, """{"id":"cs_1","mode":"payment","payment_status":"unpaid","payment_intent":null,"amount_total":500,"currency":"eur","customer":"cus_1"}"""))
            .ShouldShow($$$"""{"kind":"payment","status":"{{{status}}}","paymentId":"cs_1","amount":"5.00","currency":"EUR","customerRef":"cus_1","reference":null}""");

    [Test]
    public async Task A_session_that_is_the_payment_itself_is_no_checkout_of_it() =>
        ((PaymentEvent)await MapAsync("checkout.session.completed", """{"id":"cs_1","mode":"payment","payment_status":"paid","amount_total":500,"currency":"eur"}"""))
            .CheckoutId.Should().BeNull();

    [TestCase("""{"orderId":"a","order_id":"b","reference":"c"}""", "a")]
    [TestCase("""{"order_id":"b","reference":"c"}""", "b")]
    [TestCase("""{"reference":"c"}""", "c")]
    public async Task Without_a_field_of_its_own_the_reference_is_in_the_metadata(string metadata, string reference) =>
        (await MapAsync("checkout.session.completed", $$$"""{"id":"cs_1","mode":"payment","payment_status":"paid","client_reference_id":null,"metadata":{{{metadata}}}}"""))
            .ShouldShow($$$"""{"reference":"{{{reference}}}"}""");

    [Test]
    public async Task A_buyer_who_paid_in_his_own_currency_leaves_the_price_in_the_merchants()
    {
        (await MapAsync("checkout.session.completed", """
            {"id":"cs_1","mode":"payment","payment_status":"paid","payment_intent":"pi_1","amount_total":3000,"currency":"jpy",
             "currency_conversion":{"amount_subtotal":1999,"amount_total":1999,"fx_rate":"150.1","source_currency":"usd"}}
            """))
            .ShouldShow("""{"amount":"3000","currency":"JPY","pricedAmount":"19.99","pricedCurrency":"USD"}""");
        var later = (PaymentEvent)await MapAsync("checkout.session.completed", """
            {"id":"cs_1","mode":"payment","payment_status":"paid","payment_intent":"pi_1","amount_total":1999,"currency":"usd",
             "presentment_details":{"presentment_amount":3000,"presentment_currency":"jpy"}}
            """);
        later.ShouldShow("""{"amount":"19.99","currency":"USD"}""");
        later.PricedAmount.Should().BeNull();
        later.PricedCurrency.Should().BeNull();
    }

    [Test]
    public async Task An_expanded_payment_intent_gives_its_id() =>
        (await MapAsync("checkout.session.completed", """{"id":"cs_1","mode":"payment","payment_status":"paid","payment_intent":{"id":"pi_9","object":"payment_intent"},"amount_total":1,"currency":"usd","customer":{"id":"cus_9"}}"""))
            .ShouldShow("""{"paymentId":"pi_9","amount":"0.01","customerRef":"cus_9"}""");

    [Test]
    public async Task A_refund_without_a_payment_intent_goes_by_its_charge() =>
        (await MapAsync("charge.refunded", """{"id":"ch_1","amount":1000,"amount_refunded":1000,"refunded":true,"currency":"usd","payment_intent":null}"""))
            .ShouldShow("""{"status":"refunded","paymentId":"ch_1"}""");

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
    [TestCase("payment_intent.created")]
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
}
