using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.CoinbaseBusiness;

public sealed class CoinbaseBusinessEventMapperTests
{
    private const string Secret = "123e4567-e89b-12d3-a456-426614174000";

    // The sample of docs.cdp.coinbase.com/coinbase-business/checkout-apis/webhooks, shortened.
    private const string Paid = """
        {"id":"69163c762331ed43dc64a6ef","url":"https://payments.coinbase.com/payment-links/pl_01","amount":"100.00","currency":"USDC","network":"base",
         "address":"0x742d35Cc6634C0532925a3b844Bc454e4438f44e","eventType":"checkout.payment.success","expiresAt":"2026-12-31T23:59:59Z",
         "metadata":{"customerId":"cust_abc123","orderId":"12345"},
         "settlement":{"totalAmount":"100.00","feeAmount":"1.25","netAmount":"98.75","currency":"USDC"},
         "status":"COMPLETED","transactionHash":"0x3a1b","createdAt":"2025-11-13T20:15:49.329Z","updatedAt":"2025-11-13T20:16:55.097Z"}
        """;

    [Test]
    public async Task A_paid_checkout_has_succeeded() => (await MapAsync(Paid)).ShouldShow("""
        {"kind":"payment","provider":"coinbase-business","eventType":"checkout.payment.success","status":"succeeded",
         "paymentId":"69163c762331ed43dc64a6ef","amount":"100.00","currency":"USDC","customerRef":null,"reference":"12345","isTest":null,
         "occurredAt":"2025-11-13T20:16:55.097Z",
         "metadata":{"customerId":"cust_abc123","orderId":"12345","network":"base","transactionHash":"0x3a1b","feeAmount":"1.25","netAmount":"98.75","settlementCurrency":"USDC"}}
        """);

    [TestCase("checkout.payment.failed", "FAILED")]
    [TestCase("checkout.payment.expired", "EXPIRED")]
    public async Task A_checkout_that_failed_or_expired_has_failed(string eventType, string status) =>
        (await MapAsync($$$"""{"id":"c1","amount":"100.00","currency":"USDC","eventType":"{{{eventType}}}","status":"{{{status}}}","metadata":{"order_id":"77","customerRef":"user_42"},"createdAt":"2025-11-01T10:00:00Z"}"""))
            .ShouldShow($$$"""
                {"kind":"payment","status":"failed","eventType":"{{{eventType}}}","paymentId":"c1","amount":"100.00","currency":"USDC","customerRef":"user_42","reference":"77",
                 "occurredAt":"2025-11-01T10:00:00Z","metadata":{"order_id":"77","customerRef":"user_42"}}
                """);

    [Test]
    public async Task The_newer_name_of_the_order_goes_first() =>
        (await MapAsync("""{"id":"c1","eventType":"checkout.payment.success","metadata":{"order_id":"b","orderId":"a"}}""")).ShouldShow("""{"reference":"a"}""");

    [TestCase("""{"orderId":7,"order_id":"b","reference":"c"}""", "\"b\"")]
    [TestCase("""{"reference":"c"}""", "\"c\"")]
    [TestCase("""{"orderId":7}""", "null")]
    public async Task The_reference_is_the_first_that_is_a_text(string metadata, string reference) =>
        (await MapAsync($$"""{"id":"c1","eventType":"checkout.payment.success","metadata":{{metadata}} }""")).ShouldShow($$"""{"reference":{{reference}} }""");

    [Test]
    public async Task A_price_in_another_currency_stands_beside_the_coins() =>
        (await MapAsync("""{"id":"c1","eventType":"checkout.payment.success","amount":"108.51","currency":"USDC","fiatAmount":"100.00","fiatCurrency":"eur"}"""))
            .ShouldShow("""{"amount":"108.51","currency":"USDC","pricedAmount":"100.00","pricedCurrency":"EUR"}""");

    [TestCase("\"fiatAmount\":\"108.51\",\"fiatCurrency\":\"USDC\"")]
    [TestCase("\"fiatAmount\":\"100.00\"")]
    [TestCase("\"fiatAmount\":{},\"fiatCurrency\":\"EUR\"")]
    public async Task Half_a_price_or_one_in_the_same_currency_is_none(string price)
    {
        var payment = (PaymentEvent)await MapAsync($$"""{"id":"c1","eventType":"checkout.payment.success","amount":"108.51","currency":"USDC",{{price}} }""");

        (payment.Amount, payment.PricedAmount, payment.PricedCurrency).Should().Be((108.51m, null, null));
    }

    [Test]
    public async Task A_refund_tells_the_amount_that_went_back_and_the_total() => (await MapAsync(Refund("""
        {"id":"r1","amount":"100.00","currency":"USDC","status":"COMPLETED","reason":"asked","transactionHash":"0xab","completedAt":"2025-11-14T10:05:00.000Z"}
        """, "100.00"))).ShouldShow("""
        {"kind":"payment","status":"refunded","paymentId":"c1","amount":"100.00","currency":"USDC","reference":"12345","occurredAt":"2025-11-14T10:05:00Z",
         "refund":{"id":"r1","amount":"100.00","totalAmount":"100.00","isFull":true,"status":"succeeded","reason":"asked"},
         "metadata":{"orderId":"12345","transactionHash":"0x3a","refundId":"r1","reason":"asked","refundTransactionHash":"0xab","originalAmount":"100.00","refundedAmount":"100.00","partial":"false"}}
        """);

    // In any order of the list, whatever failed or is under way beside.
    [TestCase("""{"id":"r1","amount":"10.00","currency":"USDC","status":"COMPLETED","completedAt":"2025-11-14T10:00:00Z"},{"id":"r2","amount":"25.50","currency":"EUR","status":"COMPLETED","completedAt":"2025-11-15T10:00:00Z"}""")]
    [TestCase("""{"id":"r2","amount":"25.50","currency":"EUR","status":"COMPLETED","completedAt":"2025-11-15T10:00:00Z"},{"id":"r1","amount":"10.00","currency":"USDC","status":"COMPLETED","completedAt":"2025-11-14T10:00:00Z"}""")]
    [TestCase("""{"id":"r2","amount":"25.50","currency":"EUR","status":"COMPLETED","completedAt":"2025-11-15T12:00:00+02:00"},{"id":"r1","amount":"10.00","currency":"USDC","status":"COMPLETED","completedAt":"2025-11-15T09:59:00Z"}""")]
    [TestCase("""{"id":"r2","amount":"25.50","currency":"EUR","status":"COMPLETED","completedAt":"2025-11-15T10:00:00Z"},{"id":"r3","amount":"5.00","currency":"USDC","status":"FAILED","completedAt":"2025-11-16T10:00:00Z"},{"id":"r4","amount":"6.00","status":"PENDING"}""")]
    [TestCase("""{"id":"r1","amount":"10.00","currency":"USDC","status":"COMPLETED"},{"id":"r2","amount":"25.50","currency":"EUR","status":"COMPLETED","completedAt":"2025-11-15T10:00:00Z"},{"id":"r0","amount":"1.00","status":"COMPLETED"}""")]
    [TestCase("""5,null,{"id":"r2","amount":"25.50","currency":"EUR","status":"COMPLETED","completedAt":"2025-11-15T10:00:00Z"}""")]
    public async Task Of_several_refunds_the_one_that_was_completed_last_counts(string refunds) => (await MapAsync(Refund(refunds, "35.50")))
        .ShouldShow("""
            {"status":"partially_refunded","amount":"25.50","currency":"EUR","refund":{"id":"r2","amount":"25.50","isFull":false,"status":"succeeded"},
             "metadata":{"orderId":"12345","transactionHash":"0x3a","refundId":"r2","originalAmount":"100.00","refundedAmount":"35.50","partial":"true"}}
            """);

    [TestCase("")]
    [TestCase("""{"id":"r3","amount":"5.00","status":"FAILED"}""")]
    [TestCase("""{"amount":"x","status":"COMPLETED"}""")]
    public async Task Without_such_a_refund_the_total_stands_in(string refunds) =>
        (await MapAsync(Refund(refunds, "30.00"))).ShouldShow("""{"status":"partially_refunded","amount":"30.00","currency":"USDC"}""");

    [Test]
    public async Task A_refund_without_a_currency_is_in_that_of_the_checkout() =>
        (await MapAsync(Refund("""{"amount":"12","status":"COMPLETED"}""", "12"))).ShouldShow(
            """{"status":"partially_refunded","amount":"12","currency":"USDC","refund":{"amount":"12","totalAmount":"12","isFull":false,"status":"succeeded"}}""");

    [TestCase("40.00", "partially_refunded", "70.00", "false")]
    [TestCase("70.00", "refunded", "100.00", "true")]
    [TestCase("70.01", "refunded", "100.01", "true")]
    public async Task Completed_refunds_add_up(string second, string status, string total, string isFull) =>
        (await MapAsync(Refund($$"""
            {"id":"r1","amount":"30.00","currency":"USDC","status":"COMPLETED","completedAt":"2025-11-14T10:00:00Z"},
            {"id":"r2","amount":"{{second}}","currency":"USDC","status":"COMPLETED","completedAt":"2025-11-15T10:00:00Z"},
            {"id":"r3","amount":"30.00","currency":"USDC","status":"FAILED","completedAt":"2025-11-16T10:00:00Z"}
            """, "1.00"))).ShouldShow($$"""
            {"status":"{{status}}","amount":"{{second}}","refund":{"id":"r2","amount":"{{second}}","totalAmount":"{{total}}","isFull":{{isFull}},"status":"succeeded"} }
            """);

    [TestCase("REFUNDED", "refunded", true)]
    [TestCase("PARTIALLY_REFUNDED", "partially_refunded", false)]
    [TestCase("SOMETHING_NEW", "refunded", null)]
    public async Task Without_sums_the_checkouts_status_says_whether_anything_is_left(string checkout, string status, bool? isFull)
    {
        var payment = (PaymentEvent)await MapAsync($$"""{"id":"c1","eventType":"checkout.refund.success","currency":"USDC","status":"{{checkout}}"}""");

        (payment.Status.Value, payment.Refund!.IsFull, payment.Refund.Status).Should().Be((status, isFull, RefundStatus.Succeeded));
    }

    [Test]
    public async Task A_refund_that_failed_leaves_the_checkout_paid() => (await MapAsync("""
        {"id":"c1","eventType":"checkout.refund.failed","amount":"100.00","currency":"USDC","status":"COMPLETED","metadata":{"orderId":"12345"},"refunds":[
         {"id":"r1","amount":"30.00","currency":"USDC","status":"COMPLETED","completedAt":"2025-11-16T10:00:00Z"},
         {"id":"r2","amount":"20.00","currency":"USDC","status":"FAILED","reason":"asked","createdAt":"2025-11-15T10:00:00Z"},
         {"id":"r3","amount":"10.00","currency":"USDC","status":"FAILED","createdAt":"2025-11-14T10:00:00Z"}]}
        """)).ShouldShow("""
        {"kind":"payment","status":"succeeded","paymentId":"c1","amount":"20.00","currency":"USDC","reference":"12345",
         "refund":{"id":"r2","amount":"20.00","status":"failed","reason":"asked"},"metadata":{"orderId":"12345","refundId":"r2","reason":"asked"}}
        """);

    [TestCase("checkout.payment.pending")]
    [TestCase("checkout.payment.succeeded")]
    [TestCase("payment_link.payment.success")]
    public async Task Another_event_of_a_checkout_or_link_keeps_its_ids(string eventType) =>
        (await MapAsync($$$"""{"id":"c1","amount":"1","currency":"USDC","status":"COMPLETED","eventType":"{{{eventType}}}"}"""))
            .ShouldShow($$$"""{"kind":"unmapped","eventType":"{{{eventType}}}","metadata":{"paymentId":"c1","status":"COMPLETED"}}""");

    [TestCase("CHECKOUT.PAYMENT.SUCCESS")]
    [TestCase("payments.transfers.completed")]
    [TestCase("acceptance.payment_session.capture.succeeded")]
    [TestCase("onramp.transaction.success")]
    public async Task Every_other_event_is_unmapped_and_keeps_its_name(string eventType) =>
        (await MapAsync($$$"""{"id":"c1","amount":"1","currency":"USDC","status":"COMPLETED","eventType":"{{{eventType}}}","updatedAt":"2025-11-01T10:00:00Z"}"""))
            .ShouldShow($$$"""{"kind":"unmapped","eventType":"{{{eventType}}}","occurredAt":"2025-11-01T10:00:00Z","metadata":{}}""");

    [TestCase("""{"event":{"type":"checkout.payment.success","data":{"id":"c1","amount":"5.00","currency":"USDC"}}}""")]
    [TestCase("""{"type":"checkout.payment.success","data":{"id":"c1","amount":"5.00","currency":"USDC"}}""")]
    [TestCase("""{"type":"checkout.payment.success","id":"c1","amount":"5.00","currency":"USDC"}""")]
    [TestCase("""{"event":{"type":"checkout.payment.success","id":"c1","amount":"5.00","currency":"USDC"},"type":"other"}""")]
    public async Task Older_shapes_name_the_event_elsewhere(string body) =>
        (await MapAsync(body)).ShouldShow("""{"kind":"payment","status":"succeeded","eventType":"checkout.payment.success","paymentId":"c1","amount":"5.00","currency":"USDC"}""");

    [TestCase("5", "\"USDC\"", "5", "USDC")]
    [TestCase("5.10", "\"usdc\"", "5.10", "USDC")]
    [TestCase("\"0.000001\"", "\"USDC\"", "0.000001", "USDC")]
    [TestCase("\"1,000.00\"", "\"USDC\"", null, "USDC")]
    [TestCase("\"$5\"", "\"USDC\"", null, "USDC")]
    [TestCase("\"\"", "\"USDC\"", null, "USDC")]
    [TestCase("{}", "\"USDC\"", null, "USDC")]
    [TestCase("null", "\"USDC\"", null, "USDC")]
    [TestCase("\"5\"", "5", null, null)]
    [TestCase("\"5\"", "null", null, null)]
    public async Task An_amount_is_decimal_text_with_a_currency_or_left_out(string amount, string currency, string? shown, string? code) =>
        (await MapAsync($$"""{"id":"c1","eventType":"checkout.payment.success","amount":{{amount}},"currency":{{currency}}}"""))
            .ShouldShow($$"""{"kind":"payment","status":"succeeded","amount":{{(shown is null ? "null" : $"\"{shown}\"")}},"currency":{{(code is null ? "null" : $"\"{code}\"")}}}""");

    [TestCase("""{"eventType":"checkout.payment.success","amount":"5","currency":"USDC"}""")]
    [TestCase("""{"eventType":"checkout.payment.success","id":5}""")]
    [TestCase("""{"eventType":"checkout.refund.success","id":""}""")]
    [TestCase("""{"eventType":["checkout.payment.success"],"id":"c1"}""")]
    [TestCase("""{"eventType":"","id":"c1","status":"COMPLETED"}""")]
    [TestCase("""{"eventType":5,"type":"checkout.payment.success","id":"c1"}""")]
    [TestCase("""{"id":"c1","status":"COMPLETED"}""")]
    [TestCase("""[{"eventType":"checkout.payment.success","id":"c1"}]""")]
    public async Task What_names_no_checkout_or_no_event_is_unmapped(string body) => (await MapAsync(body)).Should().BeOfType<UnmappedEvent>();

    [TestCase("""{"id":"c1","eventType":"checkout.refund.success","refunds":{},"metadata":[],"settlement":5,"updatedAt":7,"network":[],"transactionHash":{}}""", "refunded")]
    [TestCase("""{"id":"c1","eventType":"checkout.payment.success","metadata":"x","settlement":[],"status":5,"updatedAt":"yesterday"}""", "succeeded")]
    public async Task Members_of_an_odd_type_hide_nothing(string body, string status) =>
        (await MapAsync(body)).ShouldShow($$$"""{"kind":"payment","status":"{{{status}}}","paymentId":"c1","amount":null,"occurredAt":null,"metadata":{}}""");

    private static string Refund(string refunds, string total) => $$"""
        {"id":"c1","amount":"100.00","currency":"USDC","eventType":"checkout.refund.success","metadata":{"orderId":"12345"},"status":"REFUNDED",
         "refundedAmount":"{{total}}","refunds":[{{refunds}}],"transactionHash":"0x3a","createdAt":"2025-11-13T20:15:49.329Z","updatedAt":"2025-11-14T10:05:00.000Z"}
        """;

    private static async Task<WebhookEvent> MapAsync(string body)
    {
        var clock = new FixedClock();
        var verifier = new CoinbaseBusinessWebhookVerifier(new CoinbaseBusinessWebhookOptions { Secrets = { Secret } }, clock);
        var delivery = new CoinbaseBusinessWebhookSigner(Secret, clock).Sign(System.Text.Encoding.UTF8.GetBytes(body), "evt-1");
        return (await verifier.VerifyAsync(delivery.ToRequest())).EnsureVerified();
    }
}
