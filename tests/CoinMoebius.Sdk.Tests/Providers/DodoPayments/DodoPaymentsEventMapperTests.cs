using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.DodoPayments;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.DodoPayments;

public sealed class DodoPaymentsEventMapperTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private const string PaymentData =
        """
        "payload_type":"Payment","payment_id":"pay_1","business_id":"bus_1","checkout_session_id":"cks_1","subscription_id":null,
        "total_amount":1999,"currency":"USD","settlement_amount":1850,"settlement_currency":"EUR","tax":100,"status":"succeeded",
        "customer":{"customer_id":"cus_1","email":"a@b.co","name":"Zoë"},"metadata":{"order_id":"order-7","n":5},"refunds":[],"disputes":[]
        """;

    private const string SubscriptionData =
        """
        "payload_type":"Subscription","subscription_id":"sub_1","product_id":"pdt_1","recurring_pre_tax_amount":900,"currency":"JPY",
        "next_billing_date":"2026-02-01T00:00:00Z","customer":{"customer_id":"cus_1"},"metadata":{"customerRef":"user_42"}
        """;

    [TestCase("payment.succeeded", "succeeded")]
    [TestCase("payment.processing", "pending")]
    [TestCase("payment.failed", "failed")]
    [TestCase("payment.cancelled", "failed")]
    public async Task A_payment_has_the_status_of_its_event(string type, string status) =>
        (await MapAsync(type, PaymentData)).ShouldShow($$"""
            {"kind":"payment","eventId":"msg_1","eventType":"{{type}}","status":"{{status}}","paymentId":"pay_1","amount":"19.99","currency":"USD",
            "customerRef":"cus_1","reference":"order-7","checkoutId":"cks_1","isTest":null,"occurredAt":"2026-01-01T00:00:00Z",
            "metadata":{"order_id":"order-7","n":"5","checkoutSessionId":"cks_1"} }
            """);

    [Test]
    public async Task A_late_delivery_of_an_early_event_is_no_success() =>
        (await MapAsync("payment.processing", PaymentData)).ShouldShow("""{"status":"pending"}""");

    [TestCase("payment.succeeded")]
    [TestCase("payment.failed")]
    public async Task A_new_payment_method_is_no_sale(string type) =>
        (await MapAsync(type, PaymentData + ""","is_update_payment_method":true""")).ShouldShow(
            $$"""{"kind":"unmapped","eventType":"{{type}}","metadata":{"paymentId":"pay_1","checkoutId":"cks_1","status":"succeeded"} }""");

    [Test]
    public async Task What_the_merchant_knows_comes_first() =>
        (await MapAsync("payment.succeeded", """
            "payment_id":"pay_1","total_amount":500,"currency":"usd","subscription_id":"sub_1","error_code":null,
            "customer":{"customer_id":"cus_1"},"metadata":{"customerRef":"user_42","orderId":77,"order_id":"x"},"is_update_payment_method":false
            """)).ShouldShow("""
            {"amount":"5.00","currency":"USD","customerRef":"user_42","reference":"x","subscriptionId":"sub_1",
            "metadata":{"customerRef":"user_42","orderId":"77","order_id":"x","subscriptionId":"sub_1"}}
            """);

    [Test]
    public async Task A_failure_says_why() =>
        (await MapAsync("payment.failed", """ "payment_id":"pay_1","total_amount":500,"currency":"USD","error_code":"INSUFFICIENT_FUNDS" """))
            .ShouldShow("""{"status":"failed","metadata":{"errorCode":"INSUFFICIENT_FUNDS"}}""");

    [TestCase("""{"orderId":"a","order_id":"b","reference":"c"}""", "\"a\"")]
    [TestCase("""{"orderId":7,"order_id":"b","reference":"c"}""", "\"b\"")]
    [TestCase("""{"order_id":"","reference":"c"}""", "\"c\"")]
    [TestCase("""{"orderId":7}""", "null")]
    public async Task The_reference_is_the_first_that_is_a_text(string metadata, string reference) =>
        (await MapAsync("payment.succeeded", $$""" "payment_id":"pay_1","metadata":{{metadata}} """)).ShouldShow($$"""{"reference":{{reference}} }""");

    [TestCase("true", "partially_refunded", "false")]
    [TestCase("false", "refunded", "true")]
    public async Task A_refund_is_of_its_payment(string partial, string status, string isFull) =>
        (await MapAsync("refund.succeeded", $$"""
            "refund_id":"ref_1","payment_id":"pay_1","amount":500,"currency":"USD","is_partial":{{partial}},"status":"succeeded","reason":"late"
            """)).ShouldShow($$"""
            {"kind":"payment","status":"{{status}}","paymentId":"pay_1","amount":"5.00","currency":"USD",
            "refund":{"id":"ref_1","amount":"5.00","isFull":{{isFull}},"status":"succeeded","reason":"late"},
            "metadata":{"refundId":"ref_1","reason":"late","partial":"{{partial}}"} }
            """);

    [Test]
    public async Task A_refund_may_not_say_how_much() =>
        (await MapAsync("refund.succeeded", """ "refund_id":"ref_1","payment_id":"pay_1","amount":null,"currency":null,"is_partial":"yes" """))
            .ShouldShow("""
                {"status":"refunded","amount":null,"currency":null,"refund":{"id":"ref_1","status":"succeeded"},"metadata":{"refundId":"ref_1"}}
                """);

    [Test]
    public async Task A_refund_that_failed_leaves_the_payment_paid([Values("true", "false")] string partial) =>
        (await MapAsync("refund.failed", $$"""
            "refund_id":"ref_1","payment_id":"pay_1","amount":500,"currency":"USD","is_partial":{{partial}},"status":"failed"
            """)).ShouldShow("""
            {"kind":"payment","status":"succeeded","paymentId":"pay_1","amount":"5.00","refund":{"id":"ref_1","amount":"5.00","status":"failed"}}
            """);

    [TestCase("dispute.opened", "disputed", "open")]
    [TestCase("dispute.won", "succeeded", "won")]
    [TestCase("dispute.cancelled", "succeeded", "won")]
    [TestCase("dispute.lost", "disputed", "lost")]
    [TestCase("dispute.accepted", "disputed", "lost")]
    public async Task A_dispute_ends_as_its_event_says(string type, string status, string outcome) =>
        (await MapAsync(type, """
            "dispute_id":"dsp_1","payment_id":"pay_1","amount":"500","currency":"USD","dispute_stage":"pre_dispute","dispute_status":"a later one","reason":"fraudulent"
            """)).ShouldShow($$"""
            {"kind":"payment","status":"{{status}}","paymentId":"pay_1","amount":"5.00",
            "dispute":{"id":"dsp_1","amount":"5.00","reason":"fraudulent","outcome":"{{outcome}}","isInquiry":false} }
            """);

    [TestCase("dispute.challenged")]
    [TestCase("dispute.expired")]
    public async Task A_dispute_that_goes_on_keeps_its_ids(string type) =>
        (await MapAsync(type, """ "dispute_id":"dsp_1","payment_id":"pay_1","dispute_status":"dispute_challenged" """))
            .ShouldShow("""{"kind":"unmapped","metadata":{"paymentId":"pay_1","disputeId":"dsp_1","status":"dispute_challenged"}}""");

    [TestCase("\"1999\"", "USD", "\"19.99\"")]
    [TestCase("\"1999\"", "JPY", "\"1999\"")]
    [TestCase("\"1999\"", "KWD", "\"1.999\"")]
    [TestCase("1999", "USD", "\"19.99\"")]
    [TestCase("\"19.99\"", "USD", "\"19.99\"")]
    [TestCase("\"\"", "USD", "null")]
    [TestCase("\"x\"", "USD", "null")]
    [TestCase("\"1e3\"", "USD", "null")]
    [TestCase("\"99999999999999999999\"", "USD", "null")]
    [TestCase("null", "USD", "null")]
    public async Task The_amount_of_a_dispute_is_a_text(string amount, string currency, string shown) =>
        (await MapAsync("dispute.opened", $$"""
            "dispute_id":"dsp_1","payment_id":"pay_1","amount":{{amount}},"currency":"{{currency}}","dispute_stage":"dispute",
            "dispute_status":"dispute_opened","remarks":"not as described"
            """)).ShouldShow($$"""
            {"kind":"payment","status":"disputed","paymentId":"pay_1","amount":{{shown}},"currency":"{{currency}}",
            "metadata":{"disputeId":"dsp_1","disputeStage":"dispute","reason":"not as described"} }
            """);

    [TestCase("subscription.active", "created", "active")]
    [TestCase("subscription.renewed", "renewed", "active")]
    [TestCase("subscription.failed", "payment_failed", "canceled")]
    [TestCase("subscription.cancelled", "canceled", "canceled")]
    [TestCase("subscription.expired", "canceled", "canceled")]
    [TestCase("subscription.on_hold", "updated", "past_due")]
    [TestCase("subscription.paused", "updated", "paused")]
    public async Task A_subscription_has_the_status_of_its_event(string type, string becomes, string status) =>
        (await MapAsync(type, SubscriptionData + ""","status":"a later one" """)).ShouldShow($$"""
            {"kind":"subscription","eventId":"msg_1","type":"{{becomes}}","status":"{{status}}","subscriptionId":"sub_1","productId":"pdt_1",
            "customerRef":"user_42","currentPeriodEnd":{{(type is "subscription.failed" or "subscription.on_hold" ? "null" : "\"2026-02-01T00:00:00Z\"")}},
            "amount":"900","currency":"JPY"}
            """);

    [TestCase("", true)]
    [TestCase(""","previous_billing_date":null""", true)]
    [TestCase(""","created_at":"2026-01-01T00:00:00Z","previous_billing_date":"2026-01-01T00:05:00Z" """, true)]
    [TestCase(""","created_at":"2026-01-01T00:00:00Z","previous_billing_date":"2026-01-02T00:00:00Z" """, false)]
    [TestCase(""","created_at":"2026-01-01T00:00:00Z","previous_billing_date":"soon" """, null)]
    [TestCase(""","previous_billing_date":"2026-01-02T00:00:00Z" """, null)]
    public async Task The_first_period_is_charged_on_the_day_it_begins(string dates, bool? isFirst)
    {
        ((SubscriptionEvent)await MapAsync("subscription.renewed", SubscriptionData + dates)).IsFirstPeriod.Should().Be(isFirst);
        ((SubscriptionEvent)await MapAsync("subscription.updated", SubscriptionData + dates)).IsFirstPeriod.Should().BeNull();
    }

    [TestCase("subscription.updated", "true", true)]
    [TestCase("subscription.updated", "false", false)]
    [TestCase("subscription.cancelled", "true", false)]
    public async Task An_end_that_is_scheduled_is_told(string type, string atNext, bool isScheduled) =>
        ((SubscriptionEvent)await MapAsync(type, $"""{SubscriptionData},"status":"active","cancel_at_next_billing_date":{atNext}""")).CancelsAt
            .Should().Be(isScheduled ? new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) : null);

    [Test]
    public async Task A_subscription_names_its_charge_and_checkout_where_the_payload_does() =>
        (await MapAsync("subscription.renewed", """
            "subscription_id":"sub_1","payment_id":"pay_1","checkout_session_id":"cks_1","metadata":{"reference":"order-7"}
            """)).ShouldShow("""{"chargeId":"pay_1","checkoutId":"cks_1","reference":"order-7","isFirstPeriod":true}""");

    [Test]
    public async Task Every_other_event_of_a_subscription_is_an_update_with_its_status(
        [Values("unpaused", "plan_changed", "updated", "update_payment_method", "something_new")] string name,
        [Values("active", "on_hold", "paused", "cancelled", "expired", "failed", "pending", "new")] string status) =>
        (await MapAsync("subscription." + name, $"""{SubscriptionData},"status":"{status}" """)).ShouldShow($$"""
            {"kind":"subscription","type":"updated","status":"{{status switch
        {
            "active" => "active",
            "on_hold" => "past_due",
            "paused" => "paused",
            "cancelled" or "expired" or "failed" => "canceled",
            "pending" => "incomplete",
            _ => "unknown",
        }}}"}
            """);

    [TestCase("dispute.expired")]
    [TestCase("dispute.challenged")]
    [TestCase("license_key.created")]
    [TestCase("payout.success")]
    [TestCase("credit.added")]
    [TestCase("abandoned_checkout.detected")]
    [TestCase("dunning.started")]
    [TestCase("entitlement_grant.created")]
    [TestCase("payment.something_new")]
    [TestCase("Payment.Succeeded")]
    [TestCase("subscription")]
    public async Task Everything_else_is_unmapped(string type) =>
        (await MapAsync(type, PaymentData + "," + SubscriptionData.Replace("\"payload_type\":\"Subscription\",", "", StringComparison.Ordinal)))
            .ShouldShow($$"""{"kind":"unmapped","eventId":"msg_1","eventType":"{{type}}"}""");

    [TestCase("payment.succeeded", """ "payment_id":null,"total_amount":1,"currency":"USD" """)]
    [TestCase("payment.succeeded", """ "payment_id":7 """)]
    [TestCase("refund.succeeded", """ "refund_id":"ref_1" """)]
    [TestCase("dispute.opened", """ "payment_id":{} """)]
    [TestCase("subscription.active", """ "subscription_id":[] """)]
    [TestCase("subscription.renewed", """ "product_id":"pdt_1" """)]
    public async Task Without_an_id_it_is_kept_but_not_mapped(string type, string data) =>
        (await MapAsync(type, data)).Should().BeOfType<UnmappedEvent>().Which.EventType.Should().Be(type);

    [TestCase("\"1999\"", "\"19.99\"")]
    [TestCase("19.99", "null")]
    [TestCase("null", "null")]
    [TestCase("{}", "null")]
    [TestCase("true", "null")]
    public async Task An_odd_amount_is_no_amount_and_the_payment_stays(string amount, string shown) =>
        (await MapAsync("payment.succeeded", $"""
            "payment_id":"pay_1","total_amount":{amount},"currency":"USD","customer":"cus_1","metadata":[],"is_update_payment_method":"true"
            """)).ShouldShow($$"""{"status":"succeeded","paymentId":"pay_1","amount":{{shown}},"customerRef":null,"reference":null,"metadata":{} }""");

    [Test]
    public async Task Odd_members_of_a_subscription_are_passed_over() =>
        (await MapAsync("subscription.renewed", """
            "subscription_id":"sub_1","product_id":5,"recurring_pre_tax_amount":"x","currency":7,"next_billing_date":"soon","customer":[],"metadata":"m"
            """)).ShouldShow("""
            {"type":"renewed","productId":null,"amount":null,"currency":null,"currentPeriodEnd":null,"customerRef":null,"metadata":{}}
            """);

    private static async Task<WebhookEvent> MapAsync(string type, string data)
    {
        var clock = new FixedClock();
        var body = $$"""{"business_id":"bus_1","type":"{{type}}","timestamp":"2026-01-01T00:00:00Z","data":{ {{data}} } }""";
        var delivery = new StandardWebhookSigner(PaymentProvider.DodoPayments, Secret, clock).Sign(System.Text.Encoding.UTF8.GetBytes(body), "msg_1");
        var verifier = new DodoPaymentsWebhookVerifier(new DodoPaymentsWebhookOptions { Secrets = { Secret } }, clock);
        return (await verifier.VerifyAsync(delivery.ToRequest())).EnsureVerified();
    }
}
