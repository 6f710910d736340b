using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal;

public sealed class PayPalEventMapperTests
{
    private const string Capture = """
        {"id":"CAP1","amount":{"currency_code":"USD","value":"30.00"},"invoice_id":"order-7","custom_id":"user_42","status":"COMPLETED",
         "supplementary_data":{"related_ids":{"order_id":"ORD1"}},"links":[{"href":"https://api.paypal.com/v2/checkout/orders/ORD2","rel":"up"}]}
        """;

    private const string Refund = """
        {"id":"REF1","amount":{"currency_code":"USD","value":"0.99"},"invoice_id":"order-7","custom_id":"user_42","status":"COMPLETED","links":[
         {"href":"https://api.paypal.com/v2/payments/refunds/REF1","rel":"self"},{"href":"https://api.paypal.com/v2/payments/captures/CAP1","rel":"up"}]}
        """;

    private const string Subscription = """
        {"id":"I-1","plan_id":"P-1","custom_id":"user_42","status":"ACTIVE","subscriber":{"payer_id":"PAYER"},"billing_info":{
         "last_payment":{"amount":{"currency_code":"USD","value":"500.00"}},"last_failed_payment":{"amount":{"currency_code":"USD","value":"9.00"}},
         "next_billing_time":"2026-06-14T00:00:00Z"}}
        """;

    [TestCase("PAYMENT.CAPTURE.COMPLETED", "succeeded")]
    [TestCase("PAYMENT.CAPTURE.PENDING", "pending")]
    [TestCase("PAYMENT.CAPTURE.DENIED", "failed")]
    [TestCase("PAYMENT.CAPTURE.DECLINED", "failed")]
    public void A_capture(string type, string status)
    {
        var payment = Map(type, Capture).Should().BeOfType<PaymentEvent>().Subject;

        payment.Status.Value.Should().Be(status);
        (payment.PaymentId, payment.CheckoutId).Should().Be(("CAP1", "ORD1"), "refunds and disputes name the capture");
        payment.Amount.Should().Be(30.00m);
        payment.Amount!.Value.ToString(CultureInfo.InvariantCulture).Should().Be("30.00");
        payment.Currency.Should().Be("USD");
        payment.Reference.Should().Be("order-7");
        payment.CustomerRef.Should().Be("user_42");
        payment.Metadata.Should().Equal(new Dictionary<string, string> { ["captureId"] = "CAP1" });
    }

    [TestCase("""{"id":"CAP1","links":[{"href":"https://api.paypal.com/v2/checkout/orders/ORD2","rel":"up"}]}""", "ORD2")]
    [TestCase("""{"id":"CAP1","links":[{"href":"https://api.paypal.com/v2/payments/authorizations/AUT1","rel":"up"}]}""", null)]
    [TestCase("""{"id":"CAP1","links":{},"supplementary_data":[]}""", null)]
    public void A_capture_may_name_its_order_in_a_link_alone(string capture, string? orderId)
    {
        var payment = Map("PAYMENT.CAPTURE.COMPLETED", capture).Should().BeOfType<PaymentEvent>().Subject;

        (payment.PaymentId, payment.CheckoutId).Should().Be(("CAP1", orderId));
    }

    [Test]
    public void A_refund_goes_by_the_capture_it_returns()
    {
        var payment = Map("PAYMENT.CAPTURE.REFUNDED", Refund).Should().BeOfType<PaymentEvent>().Subject;

        payment.Status.Should().Be(PaymentStatus.Refunded);
        payment.PaymentId.Should().Be("CAP1");
        (payment.Amount, payment.Currency).Should().Be((0.99m, "USD"));
        payment.Refund.Should().Be(new PaymentRefund { Id = "REF1", Amount = 0.99m, Status = RefundStatus.Succeeded });
        payment.Reference.Should().Be("order-7");
        payment.CustomerRef.Should().Be("user_42");
        payment.Metadata.Should().Equal(new Dictionary<string, string> { ["captureId"] = "CAP1", ["refundId"] = "REF1" });
    }

    [Test]
    public void A_refund_tells_its_own_amount_and_all_that_went_back()
    {
        var refund = ((PaymentEvent)Map("PAYMENT.CAPTURE.REFUNDED", """
            {"id":"REF2","amount":{"currency_code":"USD","value":"4.00"},"status":"COMPLETED","note_to_payer":"damaged",
             "seller_payable_breakdown":{"total_refunded_amount":{"currency_code":"USD","value":"10.00"}},
             "supplementary_data":{"related_ids":{"order_id":"ORD1"}},"links":[{"rel":"up","href":"https://api.paypal.com/v2/payments/captures/CAP1"}]}
            """)).Refund;

        refund.Should().Be(new PaymentRefund
        {
            Id = "REF2",
            Amount = 4m,
            TotalAmount = 10m,
            IsFull = null,
            Status = RefundStatus.Succeeded,
            Reason = "damaged",
        });
    }

    [TestCase("PAYMENT.REFUND.FAILED", "PENDING")]
    [TestCase("PAYMENT.REFUND.FAILED", "FAILED")]
    [TestCase("PAYMENT.CAPTURE.REFUNDED", "FAILED")]
    [TestCase("PAYMENT.CAPTURE.REFUNDED", "CANCELLED")]
    public void A_refund_that_failed_leaves_the_payment_paid(string type, string status)
    {
        var payment = Map(type, Refund.Replace("COMPLETED", status, StringComparison.Ordinal)).Should().BeOfType<PaymentEvent>().Subject;

        (payment.Status, payment.PaymentId).Should().Be((PaymentStatus.Succeeded, "CAP1"));
        payment.Refund.Should().Be(new PaymentRefund { Id = "REF1", Amount = 0.99m, Status = RefundStatus.Failed });
    }

    [TestCase("PAYMENT.REFUND.PENDING")]
    [TestCase("PAYMENT.REFUND.SOMETHING_NEW")]
    [TestCase("PAYMENT.CAPTURE.REFUNDED")]
    public void A_refund_under_way_says_nothing_of_the_payment_but_its_ids(string type) =>
        Map(type, Refund.Replace("COMPLETED", "PENDING", StringComparison.Ordinal)).Should().BeOfType<UnmappedEvent>().Which.Metadata.Should().Equal(
            new Dictionary<string, string> { ["paymentId"] = "CAP1", ["refundId"] = "REF1", ["status"] = "PENDING" });

    [Test]
    public void What_PayPal_takes_back_is_reversed()
    {
        var payment = Map("PAYMENT.CAPTURE.REVERSED", Refund).Should().BeOfType<PaymentEvent>().Subject;

        (payment.Status, payment.PaymentId, payment.Amount, payment.Refund).Should().Be((PaymentStatus.Reversed, "CAP1", 0.99m, null));
        payment.Metadata.Should().Equal(new Dictionary<string, string> { ["captureId"] = "CAP1", ["refundId"] = "REF1" });
    }

    [TestCase("PAYMENT.CAPTURE.REFUNDED", "refunded")]
    [TestCase("PAYMENT.CAPTURE.REVERSED", "reversed")]
    public void A_refund_without_that_link_goes_by_its_order_or_by_nothing(string type, string status)
    {
        var payment = Map(type, """{"id":"REF1","supplementary_data":{"related_ids":{"order_id":"ORD1"}}}""").Should().BeOfType<PaymentEvent>().Subject;
        (payment.Status.Value, payment.PaymentId, payment.CheckoutId).Should().Be((status, "ORD1", null));

        foreach (var refund in new[] { """{"id":"REF1"}""", """{"id":"REF1","links":[{"rel":"up"},{"rel":"up","href":"https://api.paypal.com/v2/payments/captures/"},7]}""" })
        {
            Map(type, refund).Should().BeOfType<UnmappedEvent>().Which.Metadata.Should().Equal(new Dictionary<string, string> { ["refundId"] = "REF1" });
        }
    }

    [Test]
    public void An_approved_order_is_pending()
    {
        var payment = Map("CHECKOUT.ORDER.APPROVED", """
            {"id":"ORD1","intent":"CAPTURE","status":"APPROVED","payer":{"payer_id":"PAYER"},"purchase_units":[
             {"amount":{"currency_code":"EUR","value":"12.50"},"invoice_id":"order-7","custom_id":"user_42"}]}
            """).Should().BeOfType<PaymentEvent>().Subject;

        payment.Status.Should().Be(PaymentStatus.Pending);
        payment.PaymentId.Should().Be("ORD1");
        (payment.Amount, payment.Currency).Should().Be((12.50m, "EUR"));
        payment.Reference.Should().Be("order-7");
        payment.CustomerRef.Should().Be("user_42");
        Map("CHECKOUT.ORDER.APPROVED", """{"id":"ORD1","payer":{"payer_id":"PAYER"}}""")
            .Should().BeOfType<PaymentEvent>().Which.CustomerRef.Should().Be("PAYER");
    }

    [Test]
    public void An_order_costs_what_its_units_cost()
    {
        var two = (PaymentEvent)Map("CHECKOUT.ORDER.APPROVED", """
            {"id":"ORD1","purchase_units":[{"amount":{"currency_code":"EUR","value":"12.50"}},{"amount":{"currency_code":"EUR","value":"7.50"}}]}
            """);
        (two.Amount, two.Currency).Should().Be((20m, "EUR"));

        var mixed = (PaymentEvent)Map("CHECKOUT.ORDER.APPROVED", """
            {"id":"ORD1","purchase_units":[{"amount":{"currency_code":"EUR","value":"12.50"}},{"amount":{"currency_code":"USD","value":"7.50"}}]}
            """);
        (mixed.Amount, mixed.Currency).Should().Be((null, null));
    }

    [Test]
    public void An_approval_that_was_not_used_in_time_has_failed()
    {
        var payment = Map("CHECKOUT.PAYMENT-APPROVAL.REVERSED", """
            {"order_id":"ORD1","purchase_units":[{"reference_id":"d9f80740","custom_id":"user_42","invoice_id":"order-7"}],"payment_source":{"ideal":{}}}
            """).Should().BeOfType<PaymentEvent>().Subject;

        (payment.Status, payment.PaymentId, payment.Reference, payment.CustomerRef, payment.Amount)
            .Should().Be((PaymentStatus.Failed, "ORD1", "order-7", "user_42", null));
    }

    [TestCase("INQUIRY", true)]
    [TestCase("CHARGEBACK", false)]
    [TestCase("SOMETHING_NEW", false)]
    public void A_dispute_goes_by_the_disputed_capture(string stage, bool isInquiry)
    {
        var payment = Map("CUSTOMER.DISPUTE.CREATED", Dispute("OPEN", $"\"dispute_life_cycle_stage\":\"{stage}\",\"seller_response_due_date\":\"2026-06-03T00:00:00Z\""))
            .Should().BeOfType<PaymentEvent>().Subject;

        payment.Status.Should().Be(PaymentStatus.Disputed);
        payment.PaymentId.Should().Be("CAP1");
        (payment.Amount, payment.Currency).Should().Be((25.00m, "USD"));
        payment.Reference.Should().Be("order-7");
        payment.CustomerRef.Should().Be("user_42");
        payment.Dispute.Should().Be(new PaymentDispute
        {
            Id = "PP-D-1",
            Amount = 25m,
            Reason = "UNAUTHORISED",
            Outcome = DisputeOutcome.Open,
            IsInquiry = isInquiry,
            RespondBy = new DateTimeOffset(2026, 6, 3, 0, 0, 0, TimeSpan.Zero),
        });
        payment.Metadata.Should().Equal(
            new Dictionary<string, string> { ["captureId"] = "CAP1", ["disputeId"] = "PP-D-1", ["reason"] = "UNAUTHORISED" });
    }

    [TestCase("RESOLVED_SELLER_FAVOUR", "succeeded", "won")]
    [TestCase("CANCELED_BY_BUYER", "succeeded", "won")]
    [TestCase("NONE", "succeeded", "won")]
    [TestCase("DENIED", "succeeded", "won")]
    [TestCase("RESOLVED_WITH_PAYOUT", "succeeded", "won")]
    [TestCase("RESOLVED_BUYER_FAVOUR", "disputed", "lost")]
    [TestCase("ACCEPTED", "disputed", "lost")]
    public void A_dispute_ends_by_its_outcome(string code, string status, string outcome)
    {
        var payment = Map("CUSTOMER.DISPUTE.RESOLVED", Dispute("RESOLVED", $"\"dispute_outcome\":{{\"outcome_code\":\"{code}\"}}"))
            .Should().BeOfType<PaymentEvent>().Subject;

        (payment.Status.Value, payment.PaymentId, payment.Amount).Should().Be((status, "CAP1", 25m));
        (payment.Dispute!.Id, payment.Dispute.Outcome.Value).Should().Be(("PP-D-1", outcome));
    }

    [TestCase("CUSTOMER.DISPUTE.RESOLVED", "\"dispute_outcome\":{\"outcome_code\":\"SOMETHING_NEW\"}")]
    [TestCase("CUSTOMER.DISPUTE.RESOLVED", "\"dispute_outcome\":null")]
    [TestCase("CUSTOMER.DISPUTE.UPDATED", "\"dispute_outcome\":{\"outcome_code\":\"RESOLVED_SELLER_FAVOUR\"}")]
    public void A_dispute_without_a_known_end_keeps_its_ids(string type, string more) =>
        Map(type, Dispute("UNDER_REVIEW", more)).Should().BeOfType<UnmappedEvent>().Which.Metadata.Should()
            .Contain("paymentId", "CAP1").And.Contain("disputeId", "PP-D-1").And.Contain("status", "UNDER_REVIEW");

    [Test]
    public void A_dispute_of_a_payment_that_nobody_names_keeps_its_id()
    {
        Map("CUSTOMER.DISPUTE.CREATED", """{"dispute_id":"PP-D-1","status":"OPEN"}""").Should().BeOfType<UnmappedEvent>()
            .Which.Metadata.Should().Equal(new Dictionary<string, string> { ["disputeId"] = "PP-D-1", ["status"] = "OPEN" });
        Map("CUSTOMER.DISPUTE.CREATED", """{"dispute_id":"PP-D-1","disputed_transactions":[{"buyer_transaction_id":"B"},{"seller_transaction_id":"CAP2"}]}""")
            .Should().BeOfType<PaymentEvent>().Which.PaymentId.Should().Be("CAP2", "the place in the list does not count");
    }

    [Test]
    public void A_sale_of_a_subscription_renews_it_and_any_other_is_a_payment()
    {
        var renewal = Map("PAYMENT.SALE.COMPLETED", """
            {"id":"SALE1","amount":{"total":"9.00","currency":"EUR"},"billing_agreement_id":"I-1","custom":"user_42","state":"completed"}
            """).Should().BeOfType<SubscriptionEvent>().Subject;
        renewal.Type.Should().Be(SubscriptionEventType.Renewed);
        renewal.Status.Should().Be(SubscriptionStatus.Active);
        renewal.SubscriptionId.Should().Be("I-1");
        (renewal.ChargeId, renewal.IsFirstPeriod).Should().Be(("SALE1", null));
        (renewal.Amount, renewal.Currency, renewal.CustomerRef).Should().Be((9.00m, "EUR", "user_42"));

        var payment = Map("PAYMENT.SALE.COMPLETED", """
            {"id":"SALE1","parent_payment":"PAY-1","amount":{"total":"0.48","currency":"USD"},"invoice_number":"order-7","custom":"user_42"}
            """).Should().BeOfType<PaymentEvent>().Subject;
        payment.Status.Should().Be(PaymentStatus.Succeeded);
        (payment.PaymentId, payment.CheckoutId).Should().Be(("SALE1", "PAY-1"));
        (payment.Amount, payment.Currency, payment.Reference, payment.CustomerRef).Should().Be((0.48m, "USD", "order-7", "user_42"));
    }

    [TestCase("PAYMENT.SALE.PENDING", "pending")]
    [TestCase("PAYMENT.SALE.DENIED", "failed")]
    public void A_sale_that_waits_or_was_denied(string type, string status)
    {
        var payment = Map(type, """{"id":"SALE1","billing_agreement_id":"I-1","amount":{"total":"9.00","currency":"EUR"}}""").Should().BeOfType<PaymentEvent>().Subject;

        (payment.Status.Value, payment.PaymentId, payment.SubscriptionId, payment.Amount).Should().Be((status, "SALE1", "I-1", 9m));
    }

    [Test]
    public void A_refund_of_a_sale_has_a_positive_amount()
    {
        var payment = Map("PAYMENT.SALE.REFUNDED", """
            {"id":"REF1","sale_id":"SALE1","parent_payment":"PAY-1","amount":{"total":"-0.01","currency":"USD"},"state":"completed",
             "total_refunded_amount":{"value":"0.05","currency":"USD"}}
            """).Should().BeOfType<PaymentEvent>().Subject;

        payment.Status.Should().Be(PaymentStatus.Refunded);
        (payment.PaymentId, payment.CheckoutId).Should().Be(("SALE1", "PAY-1"));
        (payment.Amount, payment.Currency).Should().Be((0.01m, "USD"));
        payment.Refund.Should().Be(new PaymentRefund { Id = "REF1", Amount = 0.01m, TotalAmount = 0.05m, Status = RefundStatus.Succeeded });
        payment.Metadata.Should().Equal(new Dictionary<string, string> { ["refundId"] = "REF1" });
        Map("PAYMENT.SALE.REFUNDED", """{"id":"REF1"}""").Should().BeOfType<UnmappedEvent>().Which.Metadata.Should().Contain("refundId", "REF1");
    }

    [TestCase("""{"id":"REF1","sale_id":"SALE1","amount":{"total":"-0.01","currency":"USD"}}""", "REF1")]
    [TestCase("""{"id":"SALE1","amount":{"total":"-0.01","currency":"USD"},"state":"completed"}""", null)]
    public void A_sale_that_PayPal_takes_back_is_reversed(string resource, string? refundId)
    {
        var payment = Map("PAYMENT.SALE.REVERSED", resource).Should().BeOfType<PaymentEvent>().Subject;

        (payment.Status, payment.PaymentId, payment.Amount, payment.Refund).Should().Be((PaymentStatus.Reversed, "SALE1", 0.01m, null));
        payment.Metadata.GetValueOrDefault("refundId").Should().Be(refundId);
    }

    [TestCase("BILLING.SUBSCRIPTION.ACTIVATED", "created", "active", "500.00")]
    [TestCase("BILLING.SUBSCRIPTION.UPDATED", "updated", "active", null)]
    [TestCase("BILLING.SUBSCRIPTION.RE-ACTIVATED", "updated", "active", null)]
    [TestCase("BILLING.SUBSCRIPTION.SUSPENDED", "updated", "paused", null)]
    [TestCase("BILLING.SUBSCRIPTION.CANCELLED", "canceled", "canceled", null)]
    [TestCase("BILLING.SUBSCRIPTION.EXPIRED", "canceled", "canceled", null)]
    [TestCase("BILLING.SUBSCRIPTION.PAYMENT.FAILED", "payment_failed", "past_due", "9.00")]
    public void A_subscription(string type, string what, string status, string? amount)
    {
        var subscription = Map(type, Subscription).Should().BeOfType<SubscriptionEvent>().Subject;

        subscription.Type.Value.Should().Be(what);
        subscription.Status.Value.Should().Be(status);
        subscription.SubscriptionId.Should().Be("I-1");
        subscription.ProductId.Should().Be("P-1");
        subscription.CustomerRef.Should().Be("user_42");
        (subscription.ChargeId, subscription.IsFirstPeriod).Should().Be((null, null));
        subscription.CurrentPeriodEnd.Should().Be(what == "payment_failed" ? null : new DateTimeOffset(2026, 6, 14, 0, 0, 0, TimeSpan.Zero));
        subscription.Amount?.ToString(CultureInfo.InvariantCulture).Should().Be(amount);
        subscription.Currency.Should().Be(amount is null ? null : "USD");
    }

    [TestCase("\"failed_payments_count\":1", "incomplete")]
    [TestCase("\"cycle_executions\":[{\"tenure_type\":\"REGULAR\",\"cycles_completed\":0}]", "incomplete")]
    [TestCase("\"cycle_executions\":[{\"tenure_type\":\"TRIAL\",\"cycles_completed\":1},{\"tenure_type\":\"REGULAR\",\"cycles_completed\":0}]", "incomplete")]
    [TestCase("\"cycle_executions\":[{\"tenure_type\":\"REGULAR\",\"cycles_completed\":2}],\"failed_payments_count\":1", "past_due")]
    [TestCase("\"cycle_executions\":[{\"tenure_type\":\"REGULAR\",\"cycles_completed\":0}],\"last_payment\":{\"amount\":{\"currency_code\":\"GBP\",\"value\":\"60.0\"}}", "past_due",
        TestName = "A first period that is paid may not be counted yet")]
    [TestCase("\"outstanding_balance\":{}", "past_due")]
    public void A_failed_charge_leaves_incomplete_what_was_never_paid(string billing, string status) =>
        Map("BILLING.SUBSCRIPTION.PAYMENT.FAILED", $$"""{"id":"I-1","billing_info":{ {{billing}} } }""")
            .Should().BeOfType<SubscriptionEvent>().Which.Status.Value.Should().Be(status);

    [Test]
    public void While_charges_fail_no_period_is_paid_until_the_next() =>
        Map("BILLING.SUBSCRIPTION.UPDATED", """{"id":"I-1","status":"ACTIVE","billing_info":{"failed_payments_count":1,"next_billing_time":"2026-06-14T00:00:00Z"}}""")
            .Should().BeOfType<SubscriptionEvent>().Which.CurrentPeriodEnd.Should().BeNull();

    [TestCase("SUSPENDED", "paused")]
    [TestCase("CANCELLED", "canceled")]
    [TestCase("EXPIRED", "canceled")]
    [TestCase("ACTIVE", "active")]
    [TestCase("APPROVAL_PENDING", "incomplete")]
    [TestCase("APPROVED", "incomplete")]
    [TestCase("SOMETHING_NEW", "unknown")]
    public void An_updated_subscription_has_the_status_it_says(string status, string expected) =>
        Map("BILLING.SUBSCRIPTION.UPDATED", $$"""{"id":"I-1","status":"{{status}}"}""")
            .Should().BeOfType<SubscriptionEvent>().Which.Status.Value.Should().Be(expected);

    [Test]
    public void A_subscription_without_a_status_or_an_id_of_the_merchant()
    {
        Status("BILLING.SUBSCRIPTION.ACTIVATED").Should().Be("active");
        Status("BILLING.SUBSCRIPTION.RE-ACTIVATED").Should().Be("active");
        Status("BILLING.SUBSCRIPTION.UPDATED").Should().Be("unknown");
        Map("BILLING.SUBSCRIPTION.ACTIVATED", """{"id":"I-1","subscriber":{"payer_id":"PAYER"}}""")
            .Should().BeOfType<SubscriptionEvent>().Which.CustomerRef.Should().Be("PAYER");

        static string Status(string type) => ((SubscriptionEvent)Map(type, """{"id":"I-1"}""")).Status.Value;
    }

    [TestCase("CHECKOUT.ORDER.COMPLETED")]
    [TestCase("PAYMENT.AUTHORIZATION.CREATED")]
    [TestCase("CUSTOMER.DISPUTE.UPDATED")]
    [TestCase("CUSTOMER.DISPUTE.RESOLVED")]
    [TestCase("BILLING.SUBSCRIPTION.CREATED")]
    [TestCase("BILLING.PLAN.CREATED")]
    [TestCase("payment.capture.completed")]
    [TestCase("PAYMENT.CAPTURE.COMPLETED ")]
    [TestCase("SOMETHING.NEW")]
    public void Everything_else_is_unmapped_and_keeps_its_name(string type) =>
        Map(type, Capture).Should().BeOfType<UnmappedEvent>().Which.EventType.Should().Be(type);

    [TestCase("PAYMENT.AUTHORIZATION.VOIDED", """{"id":"AUT1","status":"VOIDED","supplementary_data":{"related_ids":{"order_id":"ORD1"}}}""", "authorizationId=AUT1 checkoutId=ORD1 status=VOIDED")]
    [TestCase("PAYMENT.CAPTURE.NEW", """{"id":"CAP1","status":"NEW"}""", "paymentId=CAP1 status=NEW")]
    [TestCase("PAYMENT.SALE.NEW", """{"id":"SALE1","state":"new","billing_agreement_id":"I-1"}""", "paymentId=SALE1 subscriptionId=I-1 status=new")]
    [TestCase("CHECKOUT.ORDER.COMPLETED", """{"id":"ORD1","status":"COMPLETED"}""", "paymentId=ORD1 status=COMPLETED")]
    [TestCase("BILLING.SUBSCRIPTION.CREATED", """{"id":"I-1","status":"APPROVAL_PENDING"}""", "subscriptionId=I-1 status=APPROVAL_PENDING")]
    [TestCase("BILLING.PLAN.CREATED", """{"id":"P-1","status":"ACTIVE"}""", "")]
    public void What_stays_unmapped_says_what_it_is_about(string type, string resource, string metadata) =>
        Map(type, resource).Should().BeOfType<UnmappedEvent>().Which.Metadata.Select(pair => $"{pair.Key}={pair.Value}")
            .Should().Equal(metadata.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [TestCase("PAYMENT.CAPTURE.COMPLETED")]
    [TestCase("PAYMENT.CAPTURE.REFUNDED")]
    [TestCase("PAYMENT.CAPTURE.REVERSED")]
    [TestCase("PAYMENT.REFUND.FAILED")]
    [TestCase("PAYMENT.SALE.REVERSED")]
    [TestCase("CHECKOUT.PAYMENT-APPROVAL.REVERSED")]
    [TestCase("CUSTOMER.DISPUTE.RESOLVED")]
    [TestCase("PAYMENT.SALE.COMPLETED")]
    [TestCase("PAYMENT.SALE.REFUNDED")]
    [TestCase("CHECKOUT.ORDER.APPROVED")]
    [TestCase("CUSTOMER.DISPUTE.CREATED")]
    [TestCase("BILLING.SUBSCRIPTION.ACTIVATED")]
    public void A_resource_that_names_nothing_is_unmapped(string type)
    {
        foreach (var resource in new[] { "{}", "null", "[]", "7", """{"id":7}""", """{"id":""}""" })
        {
            Map(type, resource).Should().BeOfType<UnmappedEvent>(resource);
        }
    }

    [TestCase("""{"value":"ten","currency_code":"USD"}""")]
    [TestCase("""{"value":"10.00"}""")]
    [TestCase("""{"currency_code":"USD"}""")]
    [TestCase("null")]
    public void Half_an_amount_is_none(string amount)
    {
        var payment = (PaymentEvent)Map("PAYMENT.CAPTURE.COMPLETED", $$"""{"id":"CAP1","amount":{{amount}}}""");

        payment.Amount.Should().BeNull();
        payment.Currency.Should().BeNull();
    }

    [Test]
    public void The_head_of_an_event()
    {
        var webhookEvent = Map("PAYMENT.CAPTURE.COMPLETED", Capture);

        webhookEvent.Provider.Should().Be(PaymentProvider.PayPal);
        webhookEvent.EventId.Should().Be("WH-1");
        webhookEvent.DeliveryId.Should().Be("transmission-1");
        webhookEvent.OccurredAt.Should().Be(new DateTimeOffset(2026, 5, 14, 1, 4, 21, 500, TimeSpan.Zero));
        webhookEvent.IsTest.Should().BeFalse();
        Encoding.UTF8.GetString(webhookEvent.RawBody.Span).Should().Contain("CAP1");
    }

    [Test]
    public void An_event_without_an_id_goes_by_its_digest()
    {
        var body = Encoding.UTF8.GetBytes("""{"event_type":"X"}""");
        using var document = JsonDocument.Parse(body);

        PayPalEventMapper.Map(document.RootElement, new PayPalDelivery(body, "t", true)).EventId
            .Should().Be("sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body))[..32]);
    }

    [Test]
    public async Task An_event_that_defeats_the_mapper_keeps_its_delivery_id()
    {
        var options = new PayPalWebhookOptions { WebhookId = "8PT597110X687430L", Environment = PayPalEnvironment.Sandbox };
        var clock = new FixedClock();
        var signer = new PayPalWebhookSigner(options.WebhookId, timeProvider: clock);
        signer.Certificate.Trust(options);
        var delivery = signer.Sign("{\"id\":\"\\ud800\"}"u8.ToArray());

        var verification = await new PayPalWebhookVerifier(options, new FakePayPal().CreateClient(), clock).VerifyAsync(delivery.ToRequest());

        var unmapped = verification.EnsureVerified().Should().BeOfType<UnmappedEvent>().Subject;
        unmapped.DeliveryId.Should().Be(delivery.Headers["PAYPAL-TRANSMISSION-ID"]);
        unmapped.IsTest.Should().BeTrue();
    }

    [Test]
    public async Task Another_body_with_the_same_checksum_is_another_event_of_the_same_delivery()
    {
        var genuine = Vector.Load("PayPal", "paypal.json").Select(data => (Vector)data.Arguments[0]!)
            .Single(vector => vector.Name.StartsWith("live delivery 2025", StringComparison.Ordinal));
        var options = new PayPalWebhookOptions { WebhookId = genuine.Secret("webhookId") };
        options.Certificates["CERT-360caa42-fca2a594-b0d12406"] = Certificates.CertificateTrustTests.Published("b0d12406");
        var verifier = new PayPalWebhookVerifier(options, new FakePayPal().CreateClient(), new FixedClock(genuine.Now));
        var other = Encoding.UTF8.GetString(genuine.Body())
            .Replace("WH-1F78928319310462G", "WH-2F78928319310462G", StringComparison.Ordinal).Replace("PENDING", "COMPLETED", StringComparison.Ordinal);
        var forged = ChecksumCollision.Extend(Encoding.UTF8.GetBytes(other), Crc32.HashToUInt32(genuine.Body()));

        var first = (await verifier.VerifyAsync(genuine.ToRequest())).EnsureVerified();
        var second = (await verifier.VerifyAsync(new(forged, genuine.Headers()))).EnsureVerified();

        second.DeliveryId.Should().Be(first.DeliveryId).And.NotBeNull();
        second.EventId.Should().NotBe(first.EventId, "this is how a replay is told from a retry");
    }

    [Test]
    public void The_normalised_JSON() =>
        Encoding.UTF8.GetString(WebhookEventJson.Serialize(Map("PAYMENT.CAPTURE.COMPLETED", Capture))).Should().Be(
            """{"kind":"payment","provider":"paypal","eventId":"WH-1","eventType":"PAYMENT.CAPTURE.COMPLETED","status":"succeeded","paymentId":"CAP1","amount":"30.00","currency":"USD","customerRef":"user_42","reference":"order-7","checkoutId":"ORD1","isTest":false,"occurredAt":"2026-05-14T01:04:21.5Z","metadata":{"captureId":"CAP1"}}""");

    private static string Dispute(string status, string more) => $$"""
        {"dispute_id":"PP-D-1","reason":"UNAUTHORISED","dispute_amount":{"currency_code":"USD","value":"25.00"},"status":"{{status}}",
         "disputed_transactions":[{"seller_transaction_id":"CAP1","invoice_number":"order-7","custom":"user_42"}],{{more}} }
        """;

    private static WebhookEvent Map(string type, string resource)
    {
        var body = Encoding.UTF8.GetBytes(
            $$"""{"id":"WH-1","create_time":"2026-05-14T01:04:21.500Z","event_type":"{{type}}","resource":{{resource}}}""");
        using var document = JsonDocument.Parse(body);
        return PayPalEventMapper.Map(document.RootElement, new PayPalDelivery(body, "transmission-1", IsTest: false));
    }
}
