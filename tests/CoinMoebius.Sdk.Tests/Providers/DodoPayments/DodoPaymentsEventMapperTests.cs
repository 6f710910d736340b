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
            "customerRef":"cus_1","reference":"order-7","isTest":null,"occurredAt":"2026-01-01T00:00:00Z",
            "metadata":{"order_id":"order-7","n":"5","checkoutSessionId":"cks_1"} }
            """);

    [Test]
    public async Task A_late_delivery_of_an_early_event_is_no_success() =>
        (await MapAsync("payment.processing", PaymentData)).ShouldShow("""{"status":"pending"}""");

    [TestCase("payment.succeeded")]
    [TestCase("payment.failed")]
    public async Task A_new_payment_method_is_no_sale(string type) =>
        (await MapAsync(type, PaymentData + ""","is_update_payment_method":true""")).ShouldShow($$"""{"kind":"unmapped","eventType":"{{type}}"}""");

    [Test]
    public async Task What_the_merchant_knows_comes_first() =>
        (await MapAsync("payment.succeeded", """
            "payment_id":"pay_1","total_amount":500,"currency":"usd","subscription_id":"sub_1","error_code":null,
            "customer":{"customer_id":"cus_1"},"metadata":{"customerRef":"user_42","orderId":77,"order_id":"x"},"is_update_payment_method":false
            """)).ShouldShow("""
            {"amount":"5.00","currency":"USD","customerRef":"user_42","reference":"77",
            "metadata":{"customerRef":"user_42","orderId":"77","order_id":"x","subscriptionId":"sub_1"}}
            """);

    [Test]
    public async Task A_failure_says_why() =>
        (await MapAsync("payment.failed", """ "payment_id":"pay_1","total_amount":500,"currency":"USD","error_code":"INSUFFICIENT_FUNDS" """))
            .ShouldShow("""{"status":"failed","metadata":{"errorCode":"INSUFFICIENT_FUNDS"}}""");

    [TestCase("true")]
    [TestCase("false")]
    public async Task A_refund_is_of_its_payment(string partial) =>
        (await MapAsync("refund.succeeded", $$"""
            "refund_id":"ref_1","payment_id":"pay_1","amount":500,"currency":"USD","is_partial":{{partial}},"status":"succeeded","reason":"late"
            """)).ShouldShow($$"""
            {"kind":"payment","status":"refunded","paymentId":"pay_1","amount":"5.00","currency":"USD",
            "metadata":{"refundId":"ref_1","reason":"late","partial":"{{partial}}"} }
            """);

    [Test]
    public async Task A_refund_may_not_say_how_much() =>
        (await MapAsync("refund.succeeded", """ "refund_id":"ref_1","payment_id":"pay_1","amount":null,"currency":null,"is_partial":"yes" """))
            .ShouldShow("""{"status":"refunded","amount":null,"currency":null,"metadata":{"refundId":"ref_1"}}""");

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
    [TestCase("subscription.failed", "payment_failed", "past_due")]
    [TestCase("subscription.cancelled", "canceled", "canceled")]
    [TestCase("subscription.expired", "canceled", "canceled")]
    [TestCase("subscription.on_hold", "updated", "past_due")]
    [TestCase("subscription.paused", "updated", "paused")]
    public async Task A_subscription_has_the_status_of_its_event(string type, string becomes, string status) =>
        (await MapAsync(type, SubscriptionData + ""","status":"a later one" """)).ShouldShow($$"""
            {"kind":"subscription","eventId":"msg_1","type":"{{becomes}}","status":"{{status}}","subscriptionId":"sub_1","productId":"pdt_1",
            "customerRef":"user_42","currentPeriodEnd":"2026-02-01T00:00:00Z","amount":"900","currency":"JPY"}
            """);

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
            "cancelled" or "expired" => "canceled",
            _ => "unknown",
        }}}"}
            """);

    [TestCase("refund.failed")]
    [TestCase("dispute.expired")]
    [TestCase("dispute.accepted")]
    [TestCase("dispute.cancelled")]
    [TestCase("dispute.challenged")]
    [TestCase("dispute.won")]
    [TestCase("dispute.lost")]
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
