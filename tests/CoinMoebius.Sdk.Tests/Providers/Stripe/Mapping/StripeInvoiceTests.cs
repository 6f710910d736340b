using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;
using static CoinMoebius.Sdk.Tests.Providers.Stripe.Mapping.StripeEvents;

namespace CoinMoebius.Sdk.Tests.Providers.Stripe.Mapping;

public sealed class StripeInvoiceTests
{
    // The period of the line goes from 2026-05-14 to 2026-06-14, at 01:04:21.
    private const long Start = 1778720661;
    private const long End = 1781399061;

    [TestCase("invoice.paid", "\"subscription\":\"sub_1\"")]
    [TestCase("invoice.payment_succeeded", "\"subscription\":\"sub_1\"")]
    [TestCase("invoice.paid", "\"parent\":{\"subscription_details\":{\"subscription\":\"sub_1\"}}")]
    [TestCase("invoice.payment_succeeded", "\"parent\":{\"subscription_details\":{\"subscription\":{\"id\":\"sub_1\"}}}")]
    public async Task Both_events_of_a_paid_cycle_say_the_same_wherever_it_names_its_subscription(string type, string subscription) =>
        (await MapAsync(type, $$$"""{"id":"in_1",{{{subscription}}},"billing_reason":"subscription_cycle","amount_paid":900,"currency":"usd","customer":"cus_1"}"""))
            .ShouldShow("""
            {"kind":"subscription","type":"renewed","status":"active","subscriptionId":"sub_1","chargeId":"in_1","isFirstPeriod":false,"customerRef":"cus_1",
             "amount":"9.00","currency":"USD"}
            """);

    [TestCase("subscription_create", "renewed", "true")]
    [TestCase("subscription_cycle", "renewed", "false")]
    [TestCase("subscription_update", "updated", null)]
    [TestCase("subscription_threshold", "updated", null)]
    [TestCase("manual", "updated", null)]
    [TestCase("automatic_pending_invoice_item_invoice", "updated", null)]
    public async Task The_reason_says_whether_a_period_was_paid(string reason, string type, string? isFirst)
    {
        var mapped = (SubscriptionEvent)await MapAsync("invoice.paid", Invoice(reason, 900, Line("sub_1", Start, End, 900, "prod_1")));

        mapped.ShouldShow($$$"""{"type":"{{{type}}}","status":"active","chargeId":"in_1","amount":"9.00","productId":"prod_1","currentPeriodEnd":"2026-06-14T01:04:21Z"}""");
        mapped.IsFirstPeriod.Should().Be(isFirst is null ? null : isFirst == "true");
    }

    [TestCase("some_future_reason")]
    [TestCase("subscription")]
    public async Task An_invoice_for_another_reason_is_unmapped_with_its_ids(string reason) =>
        (await MapAsync("invoice.paid", $$$"""{"id":"in_1","object":"invoice","subscription":"sub_1","payment_intent":"pi_1","billing_reason":"{{{reason}}}","amount_paid":900,"currency":"usd","status":"paid"}"""))
            .ShouldShow("""{"kind":"unmapped","metadata":{"paymentId":"pi_1","subscriptionId":"sub_1","invoiceId":"in_1","status":"paid"}}""");

    [TestCase("subscription_create", 0, 0, 0, "updated")]
    [TestCase("subscription_cycle", 0, 0, 0, "updated")]
    [TestCase("subscription_create", 3000, 3000, 0, "updated")]
    [TestCase("subscription_create", 0, 900, 900, "renewed")]
    [TestCase("subscription_cycle", 0, 900, 900, "renewed")]
    [TestCase("subscription_cycle", 500, 500, 0, "renewed")]
    public async Task A_trial_pays_for_no_period_and_a_coupon_does(string reason, int paid, int subtotal, int line, string type)
    {
        var invoice = Invoice(reason, paid, Line("sub_1", Start, End, line, "prod_1")).Replace("\"id\":\"in_1\"", $"\"id\":\"in_1\",\"subtotal\":{subtotal}", StringComparison.Ordinal);

        (await MapAsync("invoice.paid", invoice)).ShouldShow($$$"""{"kind":"subscription","type":"{{{type}}}","status":"active","chargeId":"in_1","currentPeriodEnd":"2026-06-14T01:04:21Z"}""");
    }

    [Test]
    public async Task A_renewal_takes_the_buyer_and_the_reference_from_the_subscription() =>
        (await MapAsync("invoice.payment_succeeded", """
            {"id":"in_1","billing_reason":"subscription_cycle","amount_paid":900,"currency":"usd","customer":"cus_1",
             "parent":{"subscription_details":{"subscription":"sub_1","metadata":{"customerRef":"user_42","order_id":"order-7"}}},
             "lines":{"data":[{"period":{"end":1781399061},"pricing":{"price_details":{"product":"prod_1"}}}]}}
            """))
            .ShouldShow("""{"customerRef":"user_42","reference":"order-7","productId":"prod_1","currentPeriodEnd":"2026-06-14T01:04:21Z"}""");

    // Each of the other lines would be chosen by its place, its end or its amount.
    [Test]
    public async Task The_line_is_chosen_by_what_it_means([Range(0, 5)] int rotation, [Values] bool isOld)
    {
        string[] lines = isOld
            ?
            [
                OldLine("sub_1", Start, End, 900, "prod_1"), OldLine("sub_1", Start, End, 100, "prod_addon"), OldLine("sub_1", Start - 9, Start, 4000, "prod_usage"),
                OldLine("sub_1", Start, End + 5, 5000, "prod_prorated", proration: true), OldLine("sub_2", Start, End + 5, 5000, "prod_other"),
                OldLine("sub_1", Start, End + 5, 5000, "prod_item", type: "invoiceitem"),
            ]
            :
            [
                Line("sub_1", Start, End, 900, "prod_1"), Line("sub_1", Start, End, 100, "prod_addon"), Line("sub_1", Start - 9, Start, 4000, "prod_usage"),
                Line("sub_1", Start, End + 5, 5000, "prod_prorated", proration: true), Line("sub_2", Start, End + 5, 5000, "prod_other"),
                Line("sub_1", Start, End + 5, 5000, "prod_item", parent: "invoice_item_details"),
            ];

        (await MapAsync("invoice.paid", Invoice("subscription_cycle", 9900, [.. lines[rotation..], .. lines[..rotation]])))
            .ShouldShow("""{"type":"renewed","productId":"prod_1","currentPeriodEnd":"2026-06-14T01:04:21Z","amount":"99.00"}""");
    }

    [Test]
    public async Task An_invoice_of_nothing_but_use_says_what_was_used_and_no_end() =>
        (await MapAsync("invoice.paid", Invoice("subscription_cycle", 4000, Line("sub_1", Start - 9, Start, 4000, "prod_usage"))))
            .ShouldShow("""{"type":"renewed","productId":"prod_usage","currentPeriodEnd":null}""");

    [Test]
    public async Task An_invoice_of_nothing_but_prorations_says_no_end() =>
        (await MapAsync("invoice.paid", Invoice("subscription_update", 450, Line("sub_1", Start, End, 450, "prod_new", proration: true))))
            .ShouldShow("""{"type":"updated","productId":null,"currentPeriodEnd":null,"amount":"4.50"}""");

    [TestCase("subscription_create", "incomplete")]
    [TestCase("subscription_cycle", "past_due")]
    [TestCase("subscription_update", "past_due")]
    [TestCase("some_future_reason", "past_due")]
    public async Task A_failed_charge_ends_what_is_paid_where_its_period_begins(string reason, string status) =>
        (await MapAsync("invoice.payment_failed", Invoice(reason, 0, Line("sub_1", Start, End, 900, "prod_1")).Replace("\"amount_paid\"", "\"amount_due\":900,\"amount_paid\"", StringComparison.Ordinal)))
            .ShouldShow($$$"""
            {"type":"payment_failed","status":"{{{status}}}","chargeId":"in_1","amount":"9.00","productId":"prod_1","currentPeriodEnd":"2026-05-14T01:04:21Z"}
            """);

    [TestCase(",\"payment_intent\":\"pi_1\"", "pi_1", "\"in_1\"")]
    [TestCase(",\"payment_intent\":{\"id\":\"pi_1\"}", "pi_1", "\"in_1\"")]
    [TestCase(",\"payments\":{\"data\":[{\"status\":\"canceled\",\"payment\":{\"payment_intent\":\"pi_0\"}},{\"status\":\"paid\",\"payment\":{\"payment_intent\":\"pi_1\"}}]}", "pi_1", "\"in_1\"")]
    [TestCase(",\"payments\":{\"data\":[{\"status\":\"open\",\"payment\":{\"payment_intent\":{\"id\":\"pi_1\"}}}]}", "pi_1", "\"in_1\"")]
    [TestCase(",\"payments\":{\"data\":[]}", "in_1", "null")]
    [TestCase("", "in_1", "null")]
    public async Task An_invoice_without_a_subscription_is_a_payment_under_the_id_of_its_intent(string more, string paymentId, string checkoutId)
    {
        var expected = $$$"""{"kind":"payment","status":"{0}","paymentId":"{{{paymentId}}}","amount":"9.00","reference":"order-7"}""";
        var invoice = $$$"""{"id":"in_1","amount_paid":900,"amount_due":900,"currency":"usd","billing_reason":"manual","metadata":{"order_id":"order-7"}{{{more}}}}""";
        foreach (var (type, status) in new[] { ("invoice.paid", "succeeded"), ("invoice.payment_succeeded", "succeeded"), ("invoice.payment_failed", "failed") })
        {
            var mapped = (PaymentEvent)await MapAsync(type, invoice);

            mapped.ShouldShow(expected.Replace("{0}", status, StringComparison.Ordinal));
            mapped.CheckoutId.Should().Be(checkoutId == "null" ? null : checkoutId.Trim('"'));
        }
    }

    private static string Invoice(string reason, int paid, params string[] lines) => $$$"""
        {"id":"in_1","object":"invoice","subscription":"sub_1","billing_reason":"{{{reason}}}","amount_paid":{{{paid}}},"currency":"usd","customer":"cus_1",
         "period_end":{{{Start}}},"lines":{"object":"list","data":[{{{string.Join(",", lines)}}}]}}
        """;

    private static string Line(
        string subscription, long start, long end, int amount, string product, bool proration = false, string parent = "subscription_item_details") => $$$"""
        {"object":"line_item","amount":{{{amount}}},"period":{"start":{{{start}}},"end":{{{end}}}},"pricing":{"price_details":{"product":"{{{product}}}"}},
         "parent":{"type":"{{{parent}}}","{{{parent}}}":{"proration":{{{(proration ? "true" : "false")}}},"subscription":"{{{subscription}}}"} } }
        """;

    private static string OldLine(
        string subscription, long start, long end, int amount, string product, bool proration = false, string type = "subscription") => $$$"""
        {"object":"line_item","amount":{{{amount}}},"period":{"start":{{{start}}},"end":{{{end}}}},"price":{"product":"{{{product}}}"},
         "proration":{{{(proration ? "true" : "false")}}},"subscription":"{{{subscription}}}","type":"{{{type}}}"}
        """;
}
