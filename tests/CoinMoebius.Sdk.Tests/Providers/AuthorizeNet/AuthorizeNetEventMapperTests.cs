using System.Globalization;
using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.AuthorizeNet;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Sdk.Tests.Providers.AuthorizeNet;

public sealed class AuthorizeNetEventMapperTests
{
    private const string Key = "2679A5D5785C9B26CF921E1754765CDDB265C9C88400786923E5343B315954FA";
    private const string Payments = "net.authorize.payment.";
    private const string Subscriptions = "net.authorize.customer.subscription.";

    [Test]
    public async Task A_sale_is_mapped_with_the_amount_as_it_is_written()
    {
        var mapped = await Map(
            """
            {"notificationId":"f813b98f-3552-4eeb-ba40-acb4704eeba3","eventType":"net.authorize.payment.authcapture.created",
            "eventDate":"2017-03-08T17:35:37.155999Z","webhookId":"63d6fea2","payload":{"responseCode":1,"authCode":"8VTPDC","avsResponse":"Y",
            "authAmount":10.00,"merchantReferenceId":"order-7","invoiceNumber":"inv-1","profile":{"customerProfileId":394},
            "entityName":"transaction","id":"60019392075"}}
            """);

        Encoding.UTF8.GetString(WebhookEventJson.Serialize(mapped)).Should().Be(
            """{"kind":"payment","provider":"authorizenet","eventId":"f813b98f-3552-4eeb-ba40-acb4704eeba3","eventType":"net.authorize.payment.authcapture.created","status":"succeeded","paymentId":"60019392075","amount":"10.00","currency":"USD","customerRef":"394","reference":"order-7","isTest":false,"occurredAt":"2017-03-08T17:35:37.155999Z","metadata":{}}""");
    }

    [Test]
    public async Task What_was_charged_depends_on_the_response_code(
        [Values("authcapture.created", "capture.created", "priorAuthCapture.created", "fraud.approved")] string type,
        [Values("1|succeeded", "2|failed", "3|failed", "4|pending", "0|pending", "5|pending", "-1|pending", "1.0|pending", "\"1\"|succeeded",
            "\"2\"|failed", "\"4\"|pending", "\"1.0\"|pending", "\" 1\"|pending", "\"one\"|pending", "null|pending", "true|pending", "[1]|pending", "99999999999999999999|pending")] string codeAndStatus)
    {
        var parts = codeAndStatus.Split('|');

        var payment = await Payment(Payments + type, $$"""{"responseCode":{{parts[0]}},"authAmount":1.10,"id":"1"}""");

        payment.Status.Value.Should().Be(parts[1]);
        payment.Amount!.Value.ToString(CultureInfo.InvariantCulture).Should().Be("1.10");
    }

    [Test]
    public async Task Without_a_response_code_nothing_is_paid()
    {
        (await Payment(Payments + "authcapture.created", """{"id":"1"}""")).Status.Should().Be(PaymentStatus.Pending);
    }

    [TestCase("authorization.created", "pending")]
    [TestCase("fraud.held", "pending")]
    [TestCase("refund.created", "refunded")]
    [TestCase("void.created", "reversed")]
    [TestCase("fraud.declined", "failed")]
    public async Task Other_transactions_have_one_meaning(string type, string expected)
    {
        (await Payment(Payments + type, """{"responseCode":1,"authAmount":5,"id":"1"}""")).Status.Value.Should().Be(expected);
    }

    [Test]
    public async Task A_refund_is_a_transaction_of_its_own_and_does_not_say_how_much_of_a_payment_it_is()
    {
        var refunded = await Payment(Payments + "refund.created", """{"responseCode":1,"authAmount":5.00,"invoiceNumber":"order-7","id":"61"}""");

        refunded.Should().BeEquivalentTo(new
        {
            Status = PaymentStatus.Refunded,
            PaymentId = "61",
            Amount = 5.00m,
            Reference = "order-7",
            Refund = new PaymentRefund { Id = "61", Amount = 5.00m, IsFull = null, Status = RefundStatus.Succeeded },
        });
        (await Payment(Payments + "void.created", """{"responseCode":1,"authAmount":5.00,"id":"61"}""")).Refund.Should().BeNull();
    }

    [Test]
    public async Task A_refund_or_void_that_was_not_approved_is_unmapped_with_its_ids(
        [Values("refund.created", "void.created")] string type, [Values("2", "3", "4", "\"2\"", "0", "null", "true")] string code)
    {
        var mapped = await Map(Envelope(Payments + type, $$"""{"responseCode":{{code}},"authAmount":5,"id":61}"""));

        mapped.Should().BeOfType<UnmappedEvent>();
        var expected = new Dictionary<string, string> { ["paymentId"] = "61" };
        if (type == "refund.created")
        {
            expected["refundId"] = "61";
        }

        if (code is not ("null" or "true"))
        {
            expected["responseCode"] = code.Trim('"');
        }

        mapped.Metadata.Should().BeEquivalentTo(expected);
    }

    [TestCase("created", "active", "created", "active")]
    [TestCase("created", "suspended", "created", "paused")]
    [TestCase("created", "new_status", "created", "unknown")]
    [TestCase("updated", "active", "updated", "active")]
    [TestCase("updated", "canceled", "updated", "canceled")]
    [TestCase("expiring", "active", "updated", "active")]
    [TestCase("suspended", "active", "updated", "paused")]
    [TestCase("failed", "active", "payment_failed", "past_due")]
    [TestCase("cancelled", "canceled", "canceled", "canceled")]
    [TestCase("expired", "expired", "canceled", "canceled")]
    [TestCase("terminated", "terminated", "canceled", "canceled")]
    public async Task A_subscription_is_mapped(string type, string status, string expectedType, string expectedStatus)
    {
        var subscription = await Subscription(
            Subscriptions + type,
            $$"""{"name":"gold","amount":9.00,"status":"{{status}}","profile":{"customerProfileId":394,"customerPaymentProfileId":694},"entityName":"subscription","id":"979"}""");

        subscription.Type.Value.Should().Be(expectedType);
        subscription.Status.Value.Should().Be(expectedStatus);
        subscription.SubscriptionId.Should().Be("979");
        subscription.CustomerRef.Should().Be("394");
        subscription.Amount!.Value.ToString(CultureInfo.InvariantCulture).Should().Be("9.00");
        subscription.Currency.Should().Be("USD");
        subscription.Metadata.Should().Equal(new Dictionary<string, string> { ["name"] = "gold" });
    }

    [TestCase("1", "renewed", "active")]
    [TestCase("2", "payment_failed", "past_due")]
    [TestCase("3", "payment_failed", "past_due")]
    [TestCase("\"1\"", "renewed", "active")]
    public async Task A_charge_of_a_subscription_renews_it_only_when_it_was_paid(string code, string type, string status)
    {
        var subscription = await Subscription(
            Payments + "authcapture.created", $$"""{"responseCode":{{code}},"authAmount":9.00,"subscriptionId":979,"invoiceNumber":"order-7","id":"60019392075"}""");

        subscription.Type.Value.Should().Be(type);
        subscription.Status.Value.Should().Be(status);
        subscription.SubscriptionId.Should().Be("979");
        subscription.Amount.Should().Be(9m);
        subscription.ChargeId.Should().Be("60019392075");
        subscription.IsFirstPeriod.Should().BeNull();
        subscription.Reference.Should().Be("order-7");
    }

    [TestCase("4")]
    [TestCase("null")]
    public async Task A_charge_of_a_subscription_without_an_outcome_is_unmapped(string code)
    {
        var mapped = await Map(Envelope(Payments + "authcapture.created", $$"""{"responseCode":{{code}},"subscriptionId":"979","id":"1"}"""));

        mapped.Should().BeOfType<UnmappedEvent>();
        mapped.Metadata.Should().Contain("paymentId", "1").And.Contain("subscriptionId", "979");
    }

    [TestCase("\"60019392075\"", "60019392075")]
    [TestCase("60019392075", "60019392075")]
    public async Task Ids_come_as_text_or_number(string wire, string expected)
    {
        var payment = await Payment(Payments + "refund.created", $$"""{"responseCode":1,"id":{{wire}},"invoiceNumber":{{wire}}}""");

        payment.PaymentId.Should().Be(expected);
        payment.Reference.Should().Be(expected);
    }

    [TestCase("net.authorize.customer.created", "{\"id\":\"1\"}")]
    [TestCase("net.authorize.customer.paymentProfile.updated", "{\"id\":\"1\"}")]
    [TestCase("net.authorize.payment.new.created", "{\"id\":\"1\",\"responseCode\":1}")]
    [TestCase("Net.Authorize.Payment.AuthCapture.Created", "{\"id\":\"1\",\"responseCode\":1}")]
    [TestCase("net.authorize.payment.authcapture.created", "{}")]
    [TestCase("net.authorize.payment.authcapture.created", "null")]
    [TestCase("net.authorize.payment.authcapture.created", "[]")]
    [TestCase("net.authorize.payment.authcapture.created", "{\"id\":{}}")]
    [TestCase("net.authorize.customer.subscription.created", "{\"id\":null}")]
    public async Task What_is_not_modelled_is_unmapped(string type, string payload)
    {
        var mapped = await Map(Envelope(type, payload));

        mapped.Should().BeOfType<UnmappedEvent>();
        mapped.EventId.Should().Be("n-1");
        mapped.EventType.Should().Be(type);
    }

    [TestCase("\"abc\"")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("true")]
    [TestCase("1e400")]
    [TestCase("\"\\ud800\"")]
    public async Task Odd_values_never_throw(string odd)
    {
        foreach (var type in new[] { Payments + "authcapture.created", Payments + "refund.created", Subscriptions + "created" })
        {
            var mapped = await Map(
                $$"""{"notificationId":"n-1","eventType":"{{type}}","eventDate":{{odd}},"payload":{"id":"1","responseCode":{{odd}},"authAmount":{{odd}},"amount":{{odd}},"status":{{odd}},"merchantReferenceId":{{odd}},"profile":{{odd}} } }""");

            (mapped is PaymentEvent { Amount: not null } or SubscriptionEvent { Amount: not null }).Should().BeFalse();
            (mapped is PaymentEvent { Status.Value: "succeeded" }).Should().BeFalse();
        }
    }

    [Test]
    public async Task Without_a_notification_id_the_event_id_comes_from_the_body()
    {
        (await Map("""{"eventType":"net.authorize.customer.created"}""")).EventId.Should().MatchRegex("^sha256:[0-9a-f]{32}$");
    }

    private static string Envelope(string type, string payload) =>
        $$"""{"notificationId":"n-1","eventType":"{{type}}","eventDate":"2026-05-14T01:04:21Z","webhookId":"w","payload":{{payload}} }""";

    private static async Task<PaymentEvent> Payment(string type, string payload) =>
        (await Map(Envelope(type, payload))).Should().BeOfType<PaymentEvent>().Subject;

    private static async Task<SubscriptionEvent> Subscription(string type, string payload) =>
        (await Map(Envelope(type, payload))).Should().BeOfType<SubscriptionEvent>().Subject;

    private static async Task<WebhookEvent> Map(string body)
    {
        var options = new AuthorizeNetWebhookOptions { Secrets = { Key } };
        var delivery = new AuthorizeNetWebhookSigner(Key).Sign(Encoding.UTF8.GetBytes(body));
        return (await new AuthorizeNetWebhookVerifier(options).VerifyAsync(delivery.ToRequest())).EnsureVerified();
    }
}
