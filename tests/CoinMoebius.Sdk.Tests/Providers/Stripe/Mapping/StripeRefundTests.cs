using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;
using static CoinMoebius.Sdk.Tests.Providers.Stripe.Mapping.StripeEvents;

namespace CoinMoebius.Sdk.Tests.Providers.Stripe.Mapping;

public sealed class StripeRefundTests
{
    private const string BeforeBasil = "2025-02-24.acacia";

    [TestCase(100, 0, false, "partially_refunded", "1.00", "1.00", "true")]
    [TestCase(300, 100, false, "partially_refunded", "2.00", "3.00", "true")]
    [TestCase(1000, 300, true, "refunded", "7.00", "10.00", "false")]
    [TestCase(1000, 0, true, "refunded", "10.00", "10.00", "false")]
    public async Task A_refund_tells_its_own_amount_and_the_running_total_beside_it(
        int total, int before, bool isFull, string status, string amount, string totalAmount, string partial)
    {
        var full = isFull ? "true" : "false";

        var mapped = await MapAsync(
            "charge.refunded",
            $$$"""
            {"id":"ch_1","object":"charge","amount":1000,"amount_captured":1000,"captured":true,"amount_refunded":{{{total}}},"refunded":{{{full}}},"currency":"usd",
             "customer":"cus_1","payment_intent":"pi_1","metadata":{"partial":"mine","orderId":"order-7"}}
            """,
            $$$"""{"amount_refunded":{{{before}}}}""");

        mapped.ShouldShow($$$"""
            {"kind":"payment","status":"{{{status}}}","paymentId":"pi_1","amount":"{{{amount}}}","currency":"USD","reference":"order-7","customerRef":"cus_1",
             "refund":{"amount":"{{{amount}}}","totalAmount":"{{{totalAmount}}}","isFull":{{{full}}},"status":"succeeded"},
             "metadata":{"partial":"{{{partial}}}","orderId":"order-7","chargeId":"ch_1","originalAmount":"10.00"}}
            """);
    }

    [Test]
    public async Task Without_what_it_was_before_all_that_was_refunded_is_this_refund() =>
        (await MapAsync("charge.refunded", """{"id":"ch_1","amount":1000,"amount_refunded":300,"refunded":false,"currency":"usd","payment_intent":"pi_1"}"""))
            .ShouldShow("""{"amount":"3.00","refund":{"amount":"3.00","totalAmount":"3.00","isFull":false,"status":"succeeded"}}""");

    [Test]
    public async Task Where_nobody_says_whether_it_is_full_it_counts_as_refunded() =>
        (await MapAsync("charge.refunded", """{"id":"ch_1","amount":1000,"amount_refunded":300,"currency":"usd","payment_intent":null}"""))
            .ShouldShow("""{"status":"refunded","paymentId":"ch_1","refund":{"amount":"3.00","totalAmount":"3.00","status":"succeeded"}}""");

    [Test]
    public async Task The_newest_refund_of_an_older_charge_gives_the_id_wherever_it_stands() =>
        (await MapAsync(
            "charge.refunded",
            """
            {"id":"ch_1","amount":1000,"amount_refunded":300,"refunded":false,"currency":"usd","payment_intent":"pi_1",
             "refunds":{"object":"list","data":[{"id":"re_1","created":5,"reason":"duplicate"},{"id":"re_3","created":9,"reason":"requested_by_customer"},{"id":"re_2","created":7}]}}
            """,
            """{"amount_refunded":100}""",
            "2022-08-01"))
            .ShouldShow("""
            {"amount":"2.00","refund":{"id":"re_3","amount":"2.00","totalAmount":"3.00","isFull":false,"status":"succeeded","reason":"requested_by_customer"},
             "metadata":{"chargeId":"ch_1","originalAmount":"10.00","partial":"true","refundId":"re_3"}}
            """);

    [Test]
    public async Task An_authorisation_that_was_canceled_is_reversed_and_no_refund()
    {
        var mapped = await MapAsync(
            "charge.refunded",
            """{"id":"ch_1","amount":1000,"amount_captured":0,"captured":false,"amount_refunded":1000,"refunded":true,"currency":"usd","payment_intent":"pi_1"}""",
            """{"amount_refunded":0}""",
            BeforeBasil);

        mapped.ShouldShow("""{"status":"reversed","paymentId":"pi_1","amount":"10.00"}""");
        ((PaymentEvent)mapped).Refund.Should().BeNull();
    }

    [Test]
    public async Task What_a_partial_capture_released_is_no_refund()
    {
        const string Charge = """{"id":"ch_1","object":"charge","amount":1000,"amount_captured":800,"captured":true,"refunded":false,"currency":"usd","payment_intent":"pi_1","status":"succeeded","amount_refunded":""";

        (await MapAsync("charge.refunded", Charge + "200}", """{"amount_refunded":0}""", BeforeBasil))
            .ShouldShow("""{"kind":"unmapped","metadata":{"paymentId":"pi_1","chargeId":"ch_1","status":"succeeded"}}""");
        (await MapAsync("charge.refunded", Charge + "500}", """{"amount_refunded":200}""", BeforeBasil))
            .ShouldShow("""{"status":"partially_refunded","amount":"3.00","refund":{"amount":"3.00","totalAmount":"3.00","isFull":false,"status":"succeeded"}}""");
        (await MapAsync("charge.refunded", Charge + "200}", """{"amount_refunded":0}"""))
            .ShouldShow("""{"status":"partially_refunded","amount":"2.00","refund":{"amount":"2.00","totalAmount":"2.00","isFull":false,"status":"succeeded"}}""");
    }

    [TestCase("refund.failed", "failed")]
    [TestCase("refund.failed", "pending")]
    [TestCase("refund.updated", "failed")]
    [TestCase("refund.updated", "canceled")]
    [TestCase("refund.created", "failed")]
    [TestCase("charge.refund.updated", "failed")]
    public async Task A_refund_that_failed_leaves_the_payment_paid(string type, string status) =>
        (await MapAsync(type, $$$"""
            {"id":"re_1","object":"refund","amount":500,"charge":"ch_1","currency":"usd","payment_intent":"pi_1","status":"{{{status}}}",
             "failure_reason":"lost_or_stolen_card","reason":"requested_by_customer","metadata":{"order_id":"order-7"}}
            """))
            .ShouldShow("""
            {"status":"succeeded","paymentId":"pi_1","amount":"5.00","currency":"USD","reference":"order-7",
             "refund":{"id":"re_1","amount":"5.00","status":"failed","reason":"lost_or_stolen_card"},
             "metadata":{"order_id":"order-7","refundId":"re_1","chargeId":"ch_1","reason":"lost_or_stolen_card"}}
            """);

    [TestCase("refund.created")]
    [TestCase("refund.updated")]
    [TestCase("charge.refund.updated")]
    public async Task A_refund_that_goes_well_is_told_by_its_charge_alone(string type)
    {
        foreach (var status in new[] { "pending", "succeeded", "requires_action", "some_future_word" })
        {
            (await MapAsync(type, $$$"""{"id":"re_1","object":"refund","amount":500,"charge":"ch_1","currency":"usd","payment_intent":"pi_1","status":"{{{status}}}"}"""))
                .ShouldShow($$$"""{"kind":"unmapped","metadata":{"paymentId":"pi_1","chargeId":"ch_1","refundId":"re_1","status":"{{{status}}}"}}""");
        }
    }

    [TestCase("needs_response", "open", "false")]
    [TestCase("under_review", "open", "false")]
    [TestCase("warning_needs_response", "open", "true")]
    [TestCase("warning_under_review", "open", "true")]
    [TestCase("lost", "lost", "false")]
    public async Task A_dispute_is_about_the_same_payment_and_says_why(string status, string outcome, string isInquiry) =>
        (await MapAsync("charge.dispute.created", Dispute(status)))
            .ShouldShow($$$"""
            {"kind":"payment","status":"disputed","paymentId":"pi_1","amount":"10.00",
             "dispute":{"id":"dp_1","amount":"10.00","reason":"fraudulent","outcome":"{{{outcome}}}","isInquiry":{{{isInquiry}}},"respondBy":"2026-05-24T01:04:21Z"},
             "metadata":{"disputeId":"dp_1","chargeId":"ch_1","reason":"fraudulent"}}
            """);

    [TestCase("won", "succeeded", "won", "false")]
    [TestCase("warning_closed", "succeeded", "won", "true")]
    [TestCase("lost", "disputed", "lost", "false")]
    public async Task A_dispute_ends_one_way_or_the_other(string status, string payment, string outcome, string isInquiry) =>
        (await MapAsync("charge.dispute.closed", Dispute(status)))
            .ShouldShow($$$"""
            {"status":"{{{payment}}}","paymentId":"pi_1",
             "dispute":{"id":"dp_1","amount":"10.00","reason":"fraudulent","outcome":"{{{outcome}}}","isInquiry":{{{isInquiry}}},"respondBy":"2026-05-24T01:04:21Z"}}
            """);

    [TestCase("charge.dispute.closed", "prevented")]
    [TestCase("charge.dispute.closed", "some_future_word")]
    [TestCase("charge.dispute.updated", "won")]
    [TestCase("charge.dispute.funds_withdrawn", "needs_response")]
    [TestCase("charge.dispute.funds_reinstated", "won")]
    public async Task Other_news_of_a_dispute_decide_nothing(string type, string status) =>
        (await MapAsync(type, Dispute(status)))
            .ShouldShow($$$"""{"kind":"unmapped","metadata":{"paymentId":"pi_1","chargeId":"ch_1","disputeId":"dp_1","status":"{{{status}}}"}}""");

    private static string Dispute(string status) => $$$"""
        {"id":"dp_1","object":"dispute","amount":1000,"charge":"ch_1","currency":"usd","payment_intent":"pi_1","reason":"fraudulent","status":"{{{status}}}",
         "evidence_details":{"due_by":1779584661}}
        """;
}
