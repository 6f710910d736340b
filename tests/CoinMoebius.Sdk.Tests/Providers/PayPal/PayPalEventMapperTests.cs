using System.Globalization;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks.Json;

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
        payment.PaymentId.Should().Be("ORD1");
        payment.Amount.Should().Be(30.00m);
        payment.Amount!.Value.ToString(CultureInfo.InvariantCulture).Should().Be("30.00");
        payment.Currency.Should().Be("USD");
        payment.Reference.Should().Be("order-7");
        payment.CustomerRef.Should().Be("user_42");
        payment.Metadata.Should().Equal(new Dictionary<string, string> { ["captureId"] = "CAP1" });
    }

    [Test]
    public void A_capture_that_names_no_order_goes_by_its_own_id() =>
        Map("PAYMENT.CAPTURE.COMPLETED", """{"id":"CAP1","links":[{"href":"https://api.paypal.com/v2/checkout/orders/ORD2","rel":"up"}]}""")
            .Should().BeOfType<PaymentEvent>().Which.PaymentId.Should().Be("CAP1");

    [TestCase("PAYMENT.CAPTURE.REFUNDED")]
    [TestCase("PAYMENT.CAPTURE.REVERSED")]
    public void A_refund_goes_by_the_capture_it_returns(string type)
    {
        var payment = Map(type, Refund).Should().BeOfType<PaymentEvent>().Subject;

        payment.Status.Should().Be(PaymentStatus.Refunded);
        payment.PaymentId.Should().Be("CAP1");
        payment.Amount.Should().Be(0.99m);
        payment.Currency.Should().Be("USD");
        payment.Reference.Should().Be("order-7");
        payment.CustomerRef.Should().Be("user_42");
        payment.Metadata.Should().Equal(new Dictionary<string, string> { ["captureId"] = "CAP1", ["refundId"] = "REF1" });
    }

    [TestCase("""{"id":"REF1","supplementary_data":{"related_ids":{"order_id":"ORD1"}}}""", "ORD1")]
    [TestCase("""{"id":"REF1"}""", "REF1")]
    [TestCase("""{"id":"REF1","links":[{"rel":"up"},{"rel":"up","href":"https://api.paypal.com/v2/payments/captures/"},7]}""", "REF1")]
    public void A_refund_without_that_link(string refund, string paymentId) =>
        Map("PAYMENT.CAPTURE.REFUNDED", refund).Should().BeOfType<PaymentEvent>().Which.PaymentId.Should().Be(paymentId);

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
    public void A_dispute_goes_by_the_disputed_capture()
    {
        var payment = Map("CUSTOMER.DISPUTE.CREATED", """
            {"dispute_id":"PP-D-1","reason":"UNAUTHORISED","dispute_amount":{"currency_code":"USD","value":"25.00"},"status":"OPEN",
             "disputed_transactions":[{"seller_transaction_id":"CAP1","invoice_number":"order-7","custom":"user_42"}]}
            """).Should().BeOfType<PaymentEvent>().Subject;

        payment.Status.Should().Be(PaymentStatus.Disputed);
        payment.PaymentId.Should().Be("CAP1");
        (payment.Amount, payment.Currency).Should().Be((25.00m, "USD"));
        payment.Reference.Should().Be("order-7");
        payment.CustomerRef.Should().Be("user_42");
        payment.Metadata.Should().Equal(
            new Dictionary<string, string> { ["captureId"] = "CAP1", ["disputeId"] = "PP-D-1", ["reason"] = "UNAUTHORISED" });
        Map("CUSTOMER.DISPUTE.CREATED", """{"dispute_id":"PP-D-1"}""").Should().BeOfType<PaymentEvent>().Which.PaymentId.Should().Be("PP-D-1");
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
        (renewal.Amount, renewal.Currency, renewal.CustomerRef).Should().Be((9.00m, "EUR", "user_42"));

        var payment = Map("PAYMENT.SALE.COMPLETED", """
            {"id":"SALE1","amount":{"total":"0.48","currency":"USD"},"invoice_number":"order-7","custom":"user_42"}
            """).Should().BeOfType<PaymentEvent>().Subject;
        payment.Status.Should().Be(PaymentStatus.Succeeded);
        payment.PaymentId.Should().Be("SALE1");
        (payment.Amount, payment.Currency, payment.Reference, payment.CustomerRef).Should().Be((0.48m, "USD", "order-7", "user_42"));
    }

    [TestCase("PAYMENT.SALE.REFUNDED")]
    [TestCase("PAYMENT.SALE.REVERSED")]
    public void A_refund_of_a_sale_has_a_positive_amount(string type)
    {
        var payment = Map(type, """{"id":"REF1","sale_id":"SALE1","amount":{"total":"-0.01","currency":"USD"}}""")
            .Should().BeOfType<PaymentEvent>().Subject;

        payment.Status.Should().Be(PaymentStatus.Refunded);
        payment.PaymentId.Should().Be("SALE1");
        (payment.Amount, payment.Currency).Should().Be((0.01m, "USD"));
        payment.Metadata.Should().Equal(new Dictionary<string, string> { ["refundId"] = "REF1" });
        Map(type, """{"id":"REF1"}""").Should().BeOfType<PaymentEvent>().Which.PaymentId.Should().Be("REF1");
    }

    [TestCase("BILLING.SUBSCRIPTION.ACTIVATED", "created", "active", null)]
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
        subscription.CurrentPeriodEnd.Should().Be(new DateTimeOffset(2026, 6, 14, 0, 0, 0, TimeSpan.Zero));
        subscription.Amount?.ToString(CultureInfo.InvariantCulture).Should().Be(amount);
        subscription.Currency.Should().Be(amount is null ? null : "USD");
    }

    [TestCase("SUSPENDED", "paused")]
    [TestCase("CANCELLED", "canceled")]
    [TestCase("EXPIRED", "canceled")]
    [TestCase("ACTIVE", "active")]
    [TestCase("APPROVAL_PENDING", "unknown")]
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

    [TestCase("PAYMENT.SALE.PENDING")]
    [TestCase("PAYMENT.SALE.DENIED")]
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

    [TestCase("PAYMENT.CAPTURE.COMPLETED")]
    [TestCase("PAYMENT.CAPTURE.REFUNDED")]
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
        var forged = ChecksumCollision.Extend(Encoding.UTF8.GetBytes(other), Sdk.Providers.PayPal.Certificates.Crc32.Compute(genuine.Body()));

        var first = (await verifier.VerifyAsync(genuine.ToRequest())).EnsureVerified();
        var second = (await verifier.VerifyAsync(new(forged, genuine.Headers()))).EnsureVerified();

        second.DeliveryId.Should().Be(first.DeliveryId).And.NotBeNull();
        second.EventId.Should().NotBe(first.EventId, "this is how a replay is told from a retry");
    }

    [Test]
    public void The_normalised_JSON() =>
        Encoding.UTF8.GetString(WebhookEventJson.Serialize(Map("PAYMENT.CAPTURE.COMPLETED", Capture))).Should().Be(
            """{"kind":"payment","provider":"paypal","eventId":"WH-1","eventType":"PAYMENT.CAPTURE.COMPLETED","status":"succeeded","paymentId":"ORD1","amount":"30.00","currency":"USD","customerRef":"user_42","reference":"order-7","isTest":false,"occurredAt":"2026-05-14T01:04:21.5Z","metadata":{"captureId":"CAP1"}}""");

    private static WebhookEvent Map(string type, string resource)
    {
        var body = Encoding.UTF8.GetBytes(
            $$"""{"id":"WH-1","create_time":"2026-05-14T01:04:21.500Z","event_type":"{{type}}","resource":{{resource}}}""");
        using var document = JsonDocument.Parse(body);
        return PayPalEventMapper.Map(document.RootElement, new PayPalDelivery(body, "transmission-1", IsTest: false));
    }
}
