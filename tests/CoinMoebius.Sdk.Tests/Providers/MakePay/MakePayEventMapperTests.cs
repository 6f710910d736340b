using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.MakePay;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.MakePay;

public sealed class MakePayEventMapperTests
{
    private const string Secret = "whsec_test_secret";

    [TestCase("complete", "succeeded")]
    [TestCase("underpaid", "partial")]
    [TestCase("expired", "failed")]
    [TestCase("cancelled", "failed")]
    [TestCase("canceled", "failed")]
    [TestCase("failed", "failed")]
    [TestCase("quoted", "pending")]
    [TestCase("awaiting_deposit", "pending")]
    [TestCase("pending", "pending")]
    [TestCase("deposit_received", "pending")]
    [TestCase("swapping", "pending")]
    [TestCase("sending", "pending")]
    [TestCase("paid", "pending")]
    [TestCase("completed", "pending")]
    [TestCase("confirmed", "pending")]
    [TestCase("settled", "pending")]
    [TestCase("success", "pending")]
    [TestCase("COMPLETE", "pending")]
    [TestCase("complete ", "pending")]
    [TestCase("some_future_word", "pending")]
    public async Task Only_the_exact_word_complete_is_success_in_either_envelope(string said, string status)
    {
        (await MapAsync(Plain($$"""{"id":"s1","status":"{{said}}","previousStatus":"pending"}"""))).ShouldShow($$"""{"kind":"payment","status":"{{status}}","paymentId":"01abc"}""");
        (await MapAsync(Versioned(said))).ShouldShow($$"""{"kind":"payment","status":"{{status}}","paymentId":"01abc"}""");
    }

    [Test]
    public async Task A_plain_delivery_shows_all_it_says() =>
        (await MapAsync("""
            {"deliveryId":"dlv_1","type":"makepay.payment.status_changed","createdAt":"2026-04-19T00:00:00.000Z",
             "event":{"type":"status_changed","trigger":"payment_status_reconcile"},
             "paymentLink":{"id":"8d15","uid":"01abc","status":"active","amount":"129.990","currency":"usdt","merchantOrderId":"order_1042",
               "clientEmail":"jo@example.com","clientId":"client_7","metadata":{"customerRef":"user_42","k":"v"}},
             "session":{"id":"5b55","status":"complete","previousStatus":"sending","invoiceAsset":"USDT","invoiceAmount":"130.50","txId":"0xabc"}}
            """)).ShouldShow("""
            {"kind":"payment","provider":"makepay","eventId":"dlv_1","eventType":"makepay.payment.status_changed","status":"succeeded","paymentId":"01abc",
             "amount":"129.990","currency":"USDT","customerRef":"user_42","reference":"order_1042","isTest":null,"occurredAt":"2026-04-19T00:00:00Z",
             "metadata":{"customerRef":"user_42","k":"v","status":"complete","previousStatus":"sending","event":"status_changed","sessionId":"5b55","txHash":"0xabc"},
             "checkoutId":"5b55"}
            """);

    [Test]
    public async Task A_versioned_delivery_shows_all_it_says()
    {
        var mapped = await MapAsync("""
            {"schemaVersion":"medusa.v1","deliveryId":"mpwhdel_1","deliveryGroupId":"mpwhgrp_1","type":"makepay.payment.status_changed",
             "createdAt":"2026-07-19T00:01:00.500Z","status":"complete","companyId":"c1","grantId":"g1","subscriptionId":"w1","installationId":"i1",
             "paymentLink":{"uid":"01abc","fiatAmount":"12.34","fiatCurrency":"EUR","metadata":{"medusaSessionId":"payses_1","medusaOrderId":"order_9"}},
             "session":{"id":"mpses_1","settlement":{"phase":"sent","settledAmount":"14.02","settledAsset":"USDT","classification":"matched"}}}
            """);

        mapped.DeliveryId.Should().Be("mpwhdel_1");
        mapped.ShouldShow("""
            {"kind":"payment","eventId":"mpwhgrp_1","status":"succeeded","paymentId":"01abc","amount":"12.34","currency":"EUR","customerRef":null,"reference":"order_9",
             "occurredAt":"2026-07-19T00:01:00.5Z","metadata":{"medusaSessionId":"payses_1","medusaOrderId":"order_9","status":"complete","sessionId":"mpses_1",
             "settledAmount":"14.02","settledAsset":"USDT","classification":"matched"},"checkoutId":"mpses_1"}
            """);
    }

    [TestCase("payment_request_expired")]
    [TestCase("quote_expired")]
    [TestCase("payment_cancelled_by_payer")]
    public async Task An_event_that_ends_a_payment_fails_it_unless_the_state_says_otherwise(string name)
    {
        (await MapAsync(Plain("""{"status":"pending"}""", name))).ShouldShow($$$"""{"status":"failed","amount":"129.99","metadata":{"status":"pending","event":"{{{name}}}"}}""");
        (await MapAsync(Plain("""{}""", name))).ShouldShow("""{"status":"failed"}""");
        (await MapAsync(Plain("""{"status":"underpaid"}""", name))).ShouldShow("""{"status":"partial"}""");
        (await MapAsync(Plain("""{"status":"complete"}""", name))).ShouldShow("""{"status":"pending"}""");
    }

    [TestCase("quote_created")]
    [TestCase("quote_refreshed")]
    [TestCase("settlement_updated")]
    [TestCase("payment.paid")]
    [TestCase("complete")]
    public async Task The_name_of_an_event_never_pays(string name) =>
        (await MapAsync(Plain("""{"status":"sending"}""", name))).ShouldShow("""{"status":"pending"}""");

    [TestCase("expired")]
    [TestCase("cancelled")]
    [TestCase("canceled")]
    [TestCase("failed")]
    public async Task States_that_contradict_each_other_are_neither_success_nor_failure(string failure)
    {
        (await MapAsync(Plain("""{"status":"complete"}""", link: failure))).ShouldShow("""{"status":"pending","metadata":{"status":"complete","event":"status_changed"}}""");
        (await MapAsync(Plain($$"""{"status":"{{failure}}"}""", link: "complete"))).ShouldShow("""{"status":"pending"}""");
        (await MapAsync(Plain("""{"status":"complete"}""", top: failure))).ShouldShow("""{"status":"pending"}""");
        (await MapAsync(Versioned("complete", $$""" "status":"{{failure}}" """))).ShouldShow("""{"status":"pending"}""");
        (await MapAsync(Versioned(failure, """ "status":"complete" """))).ShouldShow("""{"status":"pending"}""");
    }

    [TestCase("archived")]
    [TestCase("paused")]
    [TestCase("active")]
    [TestCase("some_future_word")]
    public async Task The_state_of_the_link_is_not_that_of_the_payment(string link)
    {
        (await MapAsync(Plain("""{"status":"complete"}""", link: link))).ShouldShow("""{"status":"succeeded"}""");
        (await MapAsync(Plain("""{"status":"pending"}""", link: "complete"))).ShouldShow("""{"status":"pending"}""");
    }

    [Test]
    public async Task Each_envelope_is_read_by_its_own_status()
    {
        (await MapAsync(Plain("""{"status":"pending"}""", top: "complete"))).ShouldShow("""{"status":"pending"}""");
        (await MapAsync(Versioned("pending", """ "status":"complete" """))).ShouldShow("""{"status":"pending"}""");
        (await MapAsync("""{"schemaVersion":"medusa.v1","type":"makepay.payment.status_changed","paymentLink":{"uid":"01abc"},"session":{"status":"complete"}}"""))
            .ShouldShow("""{"status":"pending"}""");
    }

    [TestCase("\"medusa.v2\"")]
    [TestCase("\"MEDUSA.V1\"")]
    [TestCase("\"\"")]
    [TestCase("1")]
    [TestCase("{}")]
    public async Task A_schema_that_is_not_known_is_unmapped(string schema) =>
        (await MapAsync($$"""{"schemaVersion":{{schema}},"deliveryId":"d1","type":"makepay.payment.status_changed","status":"complete","paymentLink":{"uid":"01abc"},"session":{"status":"complete"} }"""))
            .ShouldShow("""{"kind":"unmapped","eventId":"d1","eventType":"makepay.payment.status_changed"}""");

    [Test]
    public async Task An_absent_schema_may_be_null() =>
        (await MapAsync("""{"schemaVersion":null,"type":"makepay.payment.status_changed","paymentLink":{"uid":"01abc"},"session":{"status":"complete"}}"""))
            .ShouldShow("""{"status":"succeeded"}""");

    [Test]
    public async Task An_underpayment_tells_what_came_only_where_the_body_says_it()
    {
        (await MapAsync(Plain("""{"status":"underpaid","invoiceAsset":"USDT","invoiceAmount":"129.99"}"""))).ShouldShow("""
            {"status":"partial","amount":null,"currency":null,"metadata":{"status":"underpaid","event":"status_changed","invoicedAmount":"129.99","invoicedCurrency":"USDT"}}
            """);
        (await MapAsync(Plain("""{"status":"underpaid","settlement":{"phase":"sent","settledAmount":"100.5","settledAsset":"usdc","classification":"underpaid"}}"""))).ShouldShow("""
            {"status":"partial","amount":"100.5","currency":"USDC","metadata":{"status":"underpaid","event":"status_changed","settledAmount":"100.5","settledAsset":"USDC",
             "classification":"underpaid","invoicedAmount":"129.99","invoicedCurrency":"USDT"},"pricedAmount":"129.99","pricedCurrency":"USDT"}
            """);
        (await MapAsync(Plain("""{"status":"underpaid","settlement":{"settledAmount":"100.5","settledAsset":null}}"""))).ShouldShow("""{"amount":null,"currency":null}""");
        (await MapAsync(Plain("""{"status":"underpaid","settlement":null}"""))).ShouldShow("""{"amount":null,"currency":null}""");
    }

    [Test]
    public async Task A_complete_payment_that_its_own_delivery_calls_short_is_partial()
    {
        (await MapAsync(Versioned("complete", """ "settlement":{"phase":"sent","settledAmount":"9","settledAsset":"USDT","classification":"underpaid"} """)))
            .ShouldShow("""{"status":"partial","amount":"9","currency":"USDT","pricedAmount":"12.34","pricedCurrency":"EUR"}""");
        (await MapAsync(Versioned("complete", """ "status":"underpaid" """))).ShouldShow("""{"status":"partial","amount":null}""");
        (await MapAsync(Versioned("complete", """ "settlement":{"phase":"sent","settledAmount":"19","settledAsset":"USDT","classification":"overpaid"} """)))
            .ShouldShow("""{"status":"succeeded","amount":"12.34","currency":"EUR"}""");
    }

    [TestCase("""{"txId":"0xa","deposit":{"txid":"0xc"}}""", "0xa")]
    [TestCase("""{"transactions":[{"hash":"0xb"},{"hash":"0xd"}]}""", "0xb")]
    [TestCase("""{"transactions":[],"deposit":{"txid":"0xc"}}""", "0xc")]
    public async Task The_transaction_is_found_where_it_stands(string session, string hash) =>
        (await MapAsync(Plain(session))).Metadata["txHash"].Should().Be(hash);

    [TestCase(""" "amount":"5.00" """, null, null)]
    [TestCase(""" "currency":"USDT" """, null, null)]
    [TestCase(""" "amount":"5,00","currency":"USDT" """, null, null)]
    [TestCase(""" "amount":true,"currency":"USDT" """, null, null)]
    [TestCase(""" "amount":"5.00","currency":7 """, null, null)]
    [TestCase(""" "amount":"1e400","currency":"USDT" """, null, null)]
    [TestCase(""" "amount":5.10,"currency":"USDT" """, "5.10", "USDT")]
    [TestCase(""" "amount":"5.00","currency":"USDT","fiatAmount":"4.20","fiatCurrency":"EUR" """, "4.20", "EUR")]
    [TestCase(""" "amount":"5.00","currency":"USDT","fiatAmount":"4.20" """, "5.00", "USDT")]
    [TestCase(""" "amount":"0.000000000000000001","currency":"ETH" """, "0.000000000000000001", "ETH")]
    public async Task An_amount_is_a_number_with_its_own_currency_or_nothing(string link, string? amount, string? currency)
    {
        var payment = (PaymentEvent)await MapAsync($$"""{"type":"makepay.payment.status_changed","paymentLink":{"uid":"01abc",{{link}}},"session":{"status":"complete"} }""");

        payment.Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(amount);
        payment.Currency.Should().Be(currency);
    }

    [Test]
    public async Task The_invoice_of_the_session_stands_in_for_a_link_without_an_amount() =>
        (await MapAsync("""{"type":"makepay.payment.status_changed","paymentLink":{"uid":"01abc"},"session":{"status":"complete","invoiceAsset":"USDT","invoiceAmount":"7.5"}}"""))
            .ShouldShow("""{"amount":"7.5","currency":"USDT"}""");

    [TestCase("""{"type":"makepay.payment.status_changed","paymentLink":{"id":"8d15"},"session":{"status":"complete"}}""")]
    [TestCase("""{"type":"makepay.payment.status_changed","paymentLink":{"uid":""},"session":{"status":"complete"}}""")]
    [TestCase("""{"type":"makepay.payment.status_changed","paymentLink":[],"session":{"status":"complete"}}""")]
    [TestCase("""{"type":"makepay.payment.status_changed"}""")]
    [TestCase("""{"type":"makepay.payment.refunded","paymentLink":{"uid":"01abc"},"session":{"status":"complete"}}""")]
    [TestCase("""{"type":"makepay.payment.","paymentLink":{"uid":"01abc"},"session":{"status":"underpaid"}}""")]
    [TestCase("""{"type":"payment_link.paid","paymentLink":{"uid":"01abc"},"session":{"status":"complete"}}""")]
    [TestCase("""{"paymentLink":{"uid":"01abc"},"session":{"status":"complete"}}""")]
    [TestCase("""{"type":"makepay.subscription.status_changed","subscription":{"status":"active"}}""")]
    [TestCase("""{"type":"makepay.subscription.renewed","subscription":{"uid":"sub_1","status":"active"}}""")]
    public async Task What_is_not_documented_is_unmapped(string body) => (await MapAsync(body)).Should().BeOfType<UnmappedEvent>();

    [Test]
    public async Task Another_delivery_about_a_payment_can_still_end_it() =>
        (await MapAsync("""{"type":"makepay.payment.request_expired","event":{"type":"payment_request_expired"},"paymentLink":{"uid":"01abc"},"session":{"status":"pending"}}"""))
            .ShouldShow("""{"kind":"payment","status":"failed","eventType":"makepay.payment.request_expired"}""");

    [TestCase("""{"deliveryGroupId":"g1","deliveryId":"d1"}""", "g1", "d1")]
    [TestCase("""{"deliveryId":"d1"}""", "d1", "d1")]
    [TestCase("""{"deliveryGroupId":"","deliveryId":"d1"}""", "d1", "d1")]
    [TestCase("""{"deliveryGroupId":7,"deliveryId":"d1"}""", "d1", "d1")]
    [TestCase("""{"deliveryGroupId":"g1"}""", "g1", null)]
    // printf '{}' | sha256sum
    [TestCase("{}", "sha256:44136fa355b3678a1146ad16f7e8649e", null)]
    public async Task The_event_is_named_by_the_signed_body(string body, string eventId, string? deliveryId)
    {
        var mapped = await MapAsync(body);

        (mapped.EventId, mapped.DeliveryId).Should().Be((eventId, deliveryId));
    }

    [TestCase("active", "updated", "active", null)]
    [TestCase("paused", "updated", "paused", null)]
    [TestCase("overdue", "payment_failed", "past_due", "2026-04-18T00:00:00Z")]
    [TestCase("cancelled", "canceled", "canceled", null)]
    [TestCase("canceled", "canceled", "canceled", null)]
    [TestCase("some_future_word", "updated", "unknown", null)]
    public async Task A_subscription_keeps_its_state_price_and_cycle(string said, string type, string status, string? periodEnd)
    {
        var mapped = await MapAsync($$$"""
            {"deliveryId":"d1","type":"makepay.subscription.status_changed","createdAt":"2026-04-20T00:00:00.000Z","event":{"type":"subscription_status_changed"},
             "subscription":{"id":"f6b7","uid":"sub_1","status":"{{{said}}}","previousStatus":"active","customerEmail":"jo@example.com","amountUsd":"49.99","cadence":"monthly",
               "metadata":{"customerRef":"user_42"}},
             "cycle":{"dueAt":"2026-04-18T00:00:00.000Z","amountUsd":"39.99","paymentLinkUid":"01abc","status":"overdue"}}
            """);

        mapped.ShouldShow($$$"""
            {"kind":"subscription","eventId":"d1","eventType":"makepay.subscription.status_changed","type":"{{{type}}}","status":"{{{status}}}","subscriptionId":"sub_1","productId":null,
             "customerRef":"user_42","currentPeriodEnd":{{{(periodEnd is null ? "null" : $"\"{periodEnd}\"")}}},"amount":"{{{(said == "overdue" ? "39.99" : "49.99")}}}","currency":"USD","occurredAt":"2026-04-20T00:00:00Z",
             "metadata":{"customerRef":"user_42","status":"{{{said}}}","previousStatus":"active","event":"subscription_status_changed","cadence":"monthly",
             "dueAt":"2026-04-18T00:00:00.000Z","cycleStatus":"overdue","paymentLinkUid":"01abc"}}
            """);
        ((SubscriptionEvent)mapped).ChargeId.Should().Be(said == "overdue" ? "01abc" : null, "only a failed charge is about one");
    }

    [Test]
    public async Task Attempts_at_one_link_are_told_apart_by_their_sessions_and_a_failed_one_never_outranks_money()
    {
        var paid = (PaymentEvent)await MapAsync(Plain("""{"id":"s1","status":"complete"}"""));
        var expired = (PaymentEvent)await MapAsync(Plain("""{"id":"s2","status":"expired"}"""));

        (paid.PaymentId, paid.CheckoutId, expired.PaymentId, expired.CheckoutId).Should().Be(("01abc", "s1", "01abc", "s2"));
        expired.Status.Rank.Should().BeLessThan(paid.Status.Rank);
    }

    [Test]
    public async Task The_order_is_the_links_own_else_what_the_metadata_name() =>
        ((PaymentEvent)await MapAsync("""{"type":"makepay.payment.status_changed","paymentLink":{"uid":"01abc","metadata":{"order_id":"o-1"}},"session":{"status":"complete"}}"""))
            .Reference.Should().Be("o-1");

    [TestCase("""{"type":"makepay.payment.refunded","paymentLink":{"uid":"01abc"},"session":{"id":"s1","status":"complete"}}""", """{"paymentId":"01abc","checkoutId":"s1","status":"complete"}""")]
    [TestCase("""{"type":"makepay.subscription.renewed","subscription":{"uid":"sub_1","status":"active"},"cycle":{"paymentLinkUid":"01abc"}}""", """{"subscriptionId":"sub_1","chargeId":"01abc","status":"active"}""")]
    [TestCase("""{"schemaVersion":"medusa.v2","type":"makepay.payment.status_changed","status":"complete","paymentLink":{"uid":"01abc"}}""", """{"paymentId":"01abc","status":"complete"}""")]
    public async Task What_stays_unmapped_still_says_what_it_is_about(string body, string metadata) =>
        (await MapAsync(body)).ShouldShow($$"""{"kind":"unmapped","metadata":{{metadata}} }""");

    [TestCase("payment_failed", "past_due", "past_due")]
    [TestCase("updated", "active", "active")]
    [TestCase("updated", "paused", "paused")]
    [TestCase("canceled", "canceled", "canceled")]
    public async Task The_signer_makes_what_MakePay_tells_of_a_subscription(string type, string status, string expected)
    {
        var clock = new FixedClock();
        var signer = new MakePayWebhookSigner(Secret, clock);
        var verifier = new MakePayWebhookVerifier(new MakePayWebhookOptions { Secrets = { Secret } }, clock);
        var told = new TestSubscription { SubscriptionId = "sub_1", Type = new(type), Status = new(status), ChargeId = "01abc", CustomerRef = "user_42", Reference = "order-7" };

        var mapped = (await verifier.VerifyAsync(signer.SignSubscription(told).ToRequest())).EnsureVerified().Should().BeOfType<SubscriptionEvent>().Subject;

        (mapped.Type.Value, mapped.Status.Value, mapped.SubscriptionId, mapped.CustomerRef, mapped.Reference, mapped.Amount)
            .Should().Be((type, expected, "sub_1", "user_42", "order-7", 9m));
        mapped.ChargeId.Should().Be(type == "payment_failed" ? "01abc" : null);
        FluentActions.Invoking(() => signer.CreateSubscriptionBody(told with { Type = SubscriptionEventType.Renewed }))
            .Should().Throw<NotSupportedException>().WithMessage("*payment_failed*");
    }

    [Test]
    public async Task A_subscription_without_cycle_uid_or_amount_is_still_one()
    {
        (await MapAsync("""{"type":"makepay.subscription.status_changed","subscription":{"id":"f6b7","status":"active","amountUsd":"49.99","clientId":"client_7"}}"""))
            .ShouldShow("""{"subscriptionId":"f6b7","status":"active","amount":"49.99","currency":"USD","customerRef":"client_7","currentPeriodEnd":null}""");
        (await MapAsync("""{"type":"makepay.subscription.status_changed","subscription":{"uid":"sub_1","status":5},"cycle":"x"}"""))
            .ShouldShow("""{"type":"updated","status":"unknown","amount":null,"currency":null,"metadata":{}}""");
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("true")]
    [TestCase("12345678901234567890123456789012345678901234567890")]
    [TestCase("\"\"")]
    [TestCase("\"\\ud800\"")]
    public async Task Odd_values_are_never_paid_and_never_throw(string odd)
    {
        var mapped = await MapAsync($$"""
            {"deliveryId":{{odd}},"type":"makepay.payment.status_changed","createdAt":{{odd}},"status":{{odd}},"event":{{odd}},
             "paymentLink":{"uid":"01abc","status":{{odd}},"amount":{{odd}},"currency":{{odd}},"merchantOrderId":{{odd}},"clientId":{{odd}},"metadata":{{odd}}},
             "session":{"id":{{odd}},"status":{{odd}},"settlement":{{odd}},"transactions":{{odd}},"invoiceAmount":{{odd}} } }
            """);

        (mapped is UnmappedEvent or PaymentEvent { Status.Value: "pending", Amount: null }).Should().BeTrue();
    }

    private static string Plain(string session, string name = "status_changed", string link = "active", string? top = null) => $$$"""
        {"deliveryId":"d1","type":"makepay.payment.status_changed",{{{(top is null ? "" : $"\"status\":\"{top}\",")}}}"event":{"type":"{{{name}}}"},
         "paymentLink":{"uid":"01abc","status":"{{{link}}}","amount":"129.99","currency":"USDT"},"session":{{{session}}}}
        """;

    private static string Versioned(string status, string session = "\"id\":\"mpses_1\"") => $$$"""
        {"schemaVersion":"medusa.v1","deliveryId":"d1","deliveryGroupId":"g1","type":"makepay.payment.status_changed","status":"{{{status}}}",
         "paymentLink":{"uid":"01abc","fiatAmount":"12.34","fiatCurrency":"EUR"},"session":{ {{{session}}} } }
        """;

    private static Task<WebhookEvent> MapAsync(string body)
    {
        var clock = new FixedClock();
        var options = new MakePayWebhookOptions { Secrets = { Secret } };
        return MappedEvent.OfAsync(new MakePayWebhookSigner(Secret, clock), new MakePayWebhookVerifier(options, clock), body);
    }
}
