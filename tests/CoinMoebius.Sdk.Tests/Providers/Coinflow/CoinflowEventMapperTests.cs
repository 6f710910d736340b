using System.Text.Json;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

public sealed class CoinflowEventMapperTests
{
    private const string Secret = "whk_test_0123456789abcdef";

    private const string Unmapped = "unmapped";

    /// <summary>All that Coinflow sends, and what it becomes.</summary>
    private static readonly (string Becomes, string[] Events)[] Meanings =
    [
        ("succeeded",
        [
            "Settled", "Card Payment Chargeback Won", "PayPal Payment Chargeback Won", "Venmo Payment Chargeback Won", "Refund Failure",
        ]),
        ("reversed", ["Card Payment Voided", "PayPal Payment Voided", "Venmo Payment Voided", "ACH Returned"]),
        ("pending",
        [
            "Card Payment Authorized", "Payment Authorized", "PayPal Payment Authorized", "Venmo Payment Authorized", "Payment Pending Review",
            "ACH Initiated", "ACH Batched", "Wire Initiated", "USDC Payment Received",
        ]),
        ("failed",
        [
            "Card Payment Declined", "Card Payment Suspected Fraud", "ACH Failed", "PIX Failed", "PIX Expiration", "Payment Expiration", "Wire Failure", "Iban Failure", "Interac Failure",
            "CashApp Failure", "PayPal Failure", "Venmo Failure",
        ]),
        ("disputed",
        [
            "Card Payment Chargeback Opened", "Card Payment Chargeback Lost", "PayPal Payment Chargeback Opened",
            "PayPal Payment Chargeback Lost", "Venmo Payment Chargeback Opened", "Venmo Payment Chargeback Lost",
        ]),
        ("partial", ["Crypto Underpayment"]),
        ("refunded", ["Refund Complete"]),
        ("created", ["Subscription Created"]),
        ("canceled", ["Subscription Canceled", "Subscription Expired", "Subscription Concluded"]),
        ("payment_failed", ["Subscription Failure"]),
        (Unmapped,
        [
            "ACH Success", "ACH Chargeback",
            "Credits Minted", "Disbursed Funds", "Crypto Overpayment", "Crypto Payin Funds Received", "Crypto Deposit Funds Received", "Refund", "Refund Returned",
            "Reserve Released", "Customer Override Limit Threshold", "Iban RFI Created", "Iban RFI Submitted", "KYC Created",
            "KYC Success", "KYC Failure", "Withdraw Pending", "Withdraw Success", "Withdraw Failure", "Withdraw Unclaimed", "Withdraw On Hold",
            "Sub-merchant KYB Created", "Sub-merchant KYB Success", "Sub-merchant KYB Failure", "Seller Blocked",
            "Config Method Status Changed", "Config Fee Changed", "Unknown Wire Payment Received",
        ]),
    ];

    private static IEnumerable<TestCaseData> EveryEvent() =>
        Meanings.SelectMany(meaning => meaning.Events.Select(name => new TestCaseData(name, meaning.Becomes)));

    [TestCaseSource(nameof(EveryEvent))]
    public async Task Every_event_becomes_what_the_table_says(string eventType, string becomes)
    {
        var mapped = await MapAsync(eventType, """{"id":"p1","paymentId":"p2","subscriptionId":"s1","subtotal":{"cents":1999}}""");

        mapped.EventType.Should().Be(eventType);
        (mapped switch
        {
            PaymentEvent payment => payment.Status.Value,
            SubscriptionEvent subscription => subscription.Type.Value,
            _ => Unmapped,
        }).Should().Be(becomes);
    }

    [Test]
    public void The_table_holds_every_name_once() =>
        Meanings.SelectMany(meaning => meaning.Events).Should().BeEquivalentTo(Names()).And.HaveCount(71);

    [TestCaseSource(nameof(Names))]
    public async Task A_name_written_otherwise_means_nothing(string name)
    {
        foreach (var other in new[] { name.ToLowerInvariant(), name.ToUpperInvariant(), name + " ", " " + name, name.Replace(' ', '_') + "_" })
        {
            (await MapAsync(other, """{"id":"p1","paymentId":"p2","subscriptionId":"s1"}""")).Should().BeOfType<UnmappedEvent>(other);
        }
    }

    [TestCase("\"wallet\":\"9sFdbuTTtWYUpd4Zrd5b\"", "9sFdbuTTtWYUpd4Zrd5b", TestName = "Version 1, a wallet")]
    [TestCase("\"wallet\":\"merch\u02ACuser-1\"", "user-1", TestName = "Version 2, a user as wallet")]
    [TestCase("\"customerId\":\"merch\u02ACuser-1\"", "user-1", TestName = "Version 3, a customer id")]
    [TestCase("\"customerId\":\"merch\u02ACuser-1\",\"rawCustomerId\":\"user/1\"", "user/1", TestName = "Version 3, settled")]
    [TestCase("\"customerId\":\"merch\u02ACa\u02ACb\"", "a\u02ACb", TestName = "A user id that holds the separator")]
    [TestCase("\"customerId\":\"merch\u02AC\"", "merch\u02AC", TestName = "Nothing after the separator")]
    [TestCase("\"customerId\":17,\"wallet\":null", null, TestName = "Ids of another shape")]
    public async Task A_settled_payment_of_every_version_says_the_same(string buyer, string? customerRef) =>
        (await MapAsync("Settled", $$$"""
            {"id":"51e5ac49-d3ad-412c-afdb-acb1a5b50b3d",{{{buyer}}},"webhookInfo":{"orderId":"order-7","cart":{"items":[1,2]}},
             "subtotal":{"cents":1999},"fees":{"cents":88},"total":{"cents":2087},"paymentMethod":"card","signature":"5h6x"}
            """))
            .ShouldShow($$$$"""
                {"kind":"payment","provider":"coinflow","eventId":"Settled:51e5ac49-d3ad-412c-afdb-acb1a5b50b3d","eventType":"Settled","status":"succeeded",
                 "paymentId":"51e5ac49-d3ad-412c-afdb-acb1a5b50b3d","amount":"19.99","currency":"USD","customerRef":{{{{JsonSerializer.Serialize(customerRef)}}}},
                 "reference":"order-7","isTest":null,"occurredAt":"2024-05-29T19:52:25.123Z",
                 "metadata":{"orderId":"order-7","cart":"{\"items\":[1,2]}","paymentMethod":"card"}}
                """);

    [Test]
    public async Task The_flat_form_is_a_payment_that_is_not_yet_paid()
    {
        var mapped = await MapBodyAsync("""
            {"signature":"5h6x","wallet":"9sFd","webhookInfo":{"orderId":"order-7"},"subtotal":{"cents":1999},"fees":{"cents":88},
             "gasFees":{"cents":0},"total":{"cents":2087},"id":"p1"}
            """);

        mapped.ShouldShow("""
            {"kind":"payment","eventType":"","status":"pending","paymentId":"p1","amount":"19.99","currency":"USD","customerRef":"9sFd",
             "reference":"order-7","occurredAt":null}
            """);
        mapped.EventId.Should().StartWith("sha256:");
    }

    [TestCase("""{"id":"p1","subtotal":5}""")]
    [TestCase("""{"id":"p1","signature":"5h6x"}""")]
    [TestCase("""{"subtotal":{"cents":5}}""")]
    [TestCase("""{"id":7,"subtotal":{"cents":5}}""")]
    [TestCase("""{"eventType":null,"id":"p1","subtotal":{"cents":5}}""")]
    [TestCase("""{"eventType":["Settled"],"data":{"id":"p1","subtotal":{"cents":5}}}""")]
    public async Task Flat_bodies_of_another_shape_are_unmapped(string body) =>
        (await MapBodyAsync(body)).Should().BeOfType<UnmappedEvent>().Which.EventId.Should().StartWith("sha256:");

    [TestCase("""{"cents":1999}""", "\"19.99\"", "\"USD\"")]
    [TestCase("""{"cents":1999,"currency":null}""", "\"19.99\"", "\"USD\"")]
    [TestCase("""{"cents":1999,"currency":"eur"}""", "\"19.99\"", "\"EUR\"")]
    [TestCase("""{"cents":500,"currency":"JPY"}""", "\"500\"", "\"JPY\"")]
    [TestCase("""{"cents":1234,"currency":"KWD"}""", "\"1.234\"", "\"KWD\"")]
    [TestCase("""{"cents":9223372036854775807}""", "\"92233720368547758.07\"", "\"USD\"")]
    [TestCase("""{"cents":19.99}""", "null", "\"USD\"")]
    [TestCase("""{"cents":"1999"}""", "null", "\"USD\"")]
    [TestCase("""{"cents":1999,"currency":978}""", "null", "null")]
    [TestCase("1999", "null", "null")]
    [TestCase("null", "null", "null")]
    public async Task Cents_are_whole_and_dollars_unless_said(string subtotal, string amount, string currency) =>
        (await MapAsync("Settled", $$$"""{"id":"p1","subtotal":{{{subtotal}}} }"""))
            .ShouldShow($$$"""{"status":"succeeded","paymentId":"p1","amount":{{{amount}}},"currency":{{{currency}}} }""");

    [TestCase("Refund Complete", "Settled", "succeeded")]
    [TestCase("Refund Complete", "Pending", "succeeded")]
    [TestCase("Refund", "Settled", "succeeded")]
    [TestCase("Refund", "Failed", "failed")]
    [TestCase("Refund Failure", "Pending", "failed")]
    [TestCase("Refund", "Pending", null)]
    [TestCase("Refund", "Invoiced", null)]
    [TestCase("Refund", "some future word", null)]
    [TestCase("Refund Returned", "Settled", null)]
    public async Task A_refund_is_where_its_event_says(string eventType, string status, string? becomes)
    {
        var mapped = await MapAsync(eventType, $$$"""
            {"wallet":"merch\u02ACuser-1","blockchain":"user","paymentId":"p1","id":"r1","status":"{{{status}}}","webhookInfo":{"orderId":"order-7"},
             "totals":{"subtotal":{"cents":500,"currency":"EUR"},"processorFees":{"cents":20,"currency":"EUR"},"total":{"cents":520,"currency":"EUR"},"rate":1}}
            """);

        mapped.EventId.Should().StartWith("sha256:", "refunds of one payment have no id that tells them apart");
        mapped.ShouldShow(becomes is null
            ? $$$"""{"kind":"unmapped","metadata":{"paymentId":"p1","refundId":"r1","status":"{{{status}}}"}}"""
            : $$$"""
                {"status":"{{{(becomes == "failed" ? "succeeded" : "refunded")}}}","paymentId":"p1","amount":"5.00","currency":"EUR","customerRef":"user-1",
                 "reference":"order-7","refund":{"id":"r1","amount":"5.00","status":"{{{becomes}}}"}}
                """);
    }

    [Test]
    public async Task A_refund_without_an_id_has_none() =>
        ((PaymentEvent)await MapAsync("Refund Complete", """{"paymentId":"p1","totals":{"subtotal":{"cents":100}}}""")).Refund
            .Should().Be(new PaymentRefund { Amount = 1m, Status = RefundStatus.Succeeded });

    [Test]
    public async Task Two_refunds_of_one_payment_are_two_events()
    {
        var first = await MapAsync("Refund Complete", """{"paymentId":"p1","totals":{"subtotal":{"cents":100}}}""");
        var second = await MapAsync("Refund Complete", """{"paymentId":"p1","totals":{"subtotal":{"cents":200}}}""");

        second.EventId.Should().NotBe(first.EventId);
    }

    [Test]
    public async Task Money_back_without_a_payment_to_take_it_from_is_unmapped() =>
        (await MapAsync("Refund Complete", """{"id":"r1","totals":{"subtotal":{"cents":100}}}""")).Should().BeOfType<UnmappedEvent>();

    [TestCase("Opened", "disputed", "open")]
    [TestCase("Won", "succeeded", "won")]
    [TestCase("Lost", "disputed", "lost")]
    public async Task A_chargeback_says_why_and_until_when(string end, string status, string outcome) =>
        (await MapAsync("Card Payment Chargeback " + end, """
            {"id":"p1","subtotal":{"cents":1999},"chargebackId":"cb1","reasonCode":"10.4","reasonDescription":"Fraud","respondByDate":"2026-06-01T00:00:00Z",
             "webhookInfo":{"reason":"mine"}}
            """))
            .ShouldShow($$$"""
                {"status":"{{{status}}}","eventId":"Card Payment Chargeback {{{end}}}:p1","paymentId":"p1","amount":"19.99",
                 "dispute":{"id":"cb1","amount":"19.99","reason":"Fraud","outcome":"{{{outcome}}}","isInquiry":false,"respondBy":"2026-06-01T00:00:00Z"},
                 "metadata":{"chargebackId":"cb1","reasonCode":"10.4","reason":"Fraud","respondByDate":"2026-06-01T00:00:00Z"}}
                """);

    [TestCase("ACH Chargeback", """{"id":"p1","chargebackId":"cb1","status":"x"}""", """{"paymentId":"p1","disputeId":"cb1","status":"x"}""")]
    [TestCase("Reserve Released", """{"paymentId":"p1"}""", """{"paymentId":"p1"}""")]
    [TestCase("Credits Minted", """{"id":"p1","subscription":{"_id":"s1","merchant":{"apiKey":"k"}}}""", """{"paymentId":"p1","subscriptionId":"s1"}""")]
    [TestCase("Refund Complete", """{"id":"r1","status":"Settled"}""", """{"refundId":"r1","status":"Settled"}""")]
    public async Task What_stays_unmapped_says_what_it_is_about(string eventType, string data, string metadata) =>
        (await MapAsync(eventType, data)).ShouldShow($$$"""{"kind":"unmapped","metadata":{{{metadata}}} }""");

    [TestCase("\"s1\"")]
    [TestCase("{\"subscriptionId\":\"s1\",\"_id\":\"x\"}")]
    [TestCase("{\"_id\":\"s1\"}")]
    public async Task A_payment_of_a_subscription_names_it(string subscription) =>
        (await MapAsync("Settled", $$$"""{"id":"p1","subscription":{{{subscription}}} }""")).ShouldShow("""{"subscriptionId":"s1"}""");

    [TestCase("\"05\"", "05")]
    [TestCase("5", "5")]
    public async Task A_decline_says_why(string code, string text) =>
        (await MapAsync("Card Payment Declined", $$$"""{"id":"p1","subtotal":{"cents":1999},"declineCode":{{{code}}},"declineDescription":"Do not honor"}"""))
            .ShouldShow($$$"""{"status":"failed","metadata":{"declineCode":"{{{text}}}","declineDescription":"Do not honor"}}""");

    [TestCase("Subscription Created", "created", "active")]
    [TestCase("Subscription Canceled", "canceled", "canceled")]
    [TestCase("Subscription Expired", "canceled", "canceled")]
    [TestCase("Subscription Concluded", "canceled", "canceled")]
    [TestCase("Subscription Failure", "payment_failed", "past_due")]
    public async Task A_subscription_keeps_its_plan_price_and_buyer(string eventType, string type, string status)
    {
        var mapped = await MapAsync(eventType, """
            {"planCode":"gold","planName":"Gold","subscriptionId":"sub-1","customerId":"merch\u02ACuser-1","amount":{"cents":900,"currency":"USD"},
             "interval":"Monthly","fundingMethod":"card","webhookInfo":{"k":"v"},"reason":"card expired"}
            """);

        mapped.ShouldShow($$$"""
            {"kind":"subscription","type":"{{{type}}}","status":"{{{status}}}","subscriptionId":"sub-1","productId":"gold","customerRef":"user-1",
             "amount":"9.00","currency":"USD","metadata":{"k":"v","reason":"card expired"}}
            """);
        mapped.EventId.Should().StartWith("sha256:");
    }

    [Test]
    public async Task A_subscription_names_its_charge_where_the_payload_does() =>
        (await MapAsync("Subscription Failure", """{"subscriptionId":"sub-1","paymentId":"p1","webhookInfo":{"reference":"order-7"}}"""))
            .ShouldShow("""{"type":"payment_failed","chargeId":"p1","reference":"order-7"}""");

    [TestCase("null", "{}")]
    [TestCase("\"order-7\"", """{"webhookInfo":"order-7"}""")]
    [TestCase("[1,2]", "{}")]
    [TestCase("""{"customerRef":"user_42","order_id":7}""", """{"customerRef":"user_42","order_id":"7"}""")]
    public async Task Merchants_send_along_what_they_like(string webhookInfo, string metadata) =>
        (await MapAsync("Settled", $$$"""{"id":"p1","subtotal":{"cents":1},"webhookInfo":{{{webhookInfo}}} }"""))
            .ShouldShow($$$"""{"status":"succeeded","metadata":{{{metadata}}} }""");

    [Test]
    public async Task The_buyers_id_of_Coinflow_wins_over_what_a_session_may_send_along()
    {
        (await MapAsync("Settled", """{"id":"p1","rawCustomerId":"user-1","webhookInfo":{"customerRef":"user-2"}}""")).ShouldShow("""{"customerRef":"user-1"}""");
        (await MapAsync("Settled", """{"id":"p1","wallet":"0xabc","webhookInfo":{"customerRef":"user-2","orderId":7,"order_id":"b"}}"""))
            .ShouldShow("""{"customerRef":"user-2","reference":"b"}""");
    }

    private static IEnumerable<string> Names() => typeof(CoinflowEventTypes).GetFields().Select(field => (string)field.GetRawConstantValue()!);

    private static Task<WebhookEvent> MapAsync(string eventType, string data) =>
        MapBodyAsync($$$"""{"eventType":"{{{eventType}}}","category":"Purchase","created":"2024-05-29T19:52:25.123Z","data":{{{data}}} }""");

    private static async Task<WebhookEvent> MapBodyAsync(string body)
    {
        var options = new CoinflowWebhookOptions();
        options.Secrets.Add(Secret);
        var clock = new FixedClock();
        return await MappedEvent.OfAsync(new CoinflowWebhookSigner(Secret, clock), new CoinflowWebhookVerifier(options, clock), body);
    }
}
