using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

public sealed class CoinflowNotificationTests
{
    private const string Payment = """
        "id":"p1","wallet":"w1","customerId":"merch\u02ACuser-1","merchantId":"merch","paymentMethod":"card",
        "webhookInfo":{"orderId":"order-7"},"subtotal":{"cents":1999,"currency":"EUR"},"fees":{"cents":88},"gasFees":{"cents":1},
        "chargebackProtectionFees":{"cents":2},"fxFees":{"cents":3},"networkFees":{"cents":4},"total":{"cents":2097},
        "merchantPaidFees":{"cents":5},"merchantPaidChargebackProtectionFees":{"cents":6},"merchantPaidGasFees":{"cents":7},
        "merchantPaidFxFees":{"cents":8},"merchantPaidNetworkFees":{"cents":9},"invoicedCreditCardFees":{"cents":10},
        "invoicedChargebackProtectionFees":{"cents":11},"invoicedGasFees":{"cents":12},"invoicedFxFees":{"cents":13},
        "invoicedNetworkFees":{"cents":14},"subscription":{"_id":"s1","merchant":{"apiKey":"coinflow_key"}},"cardToken":"tok","last4":"4242",
        "bin":"424242","reasonCode":"51","reasonMessage":"No funds","presentmentTotals":{"total":{"cents":1}},"settlementTotals":{"total":{"cents":2}}
        """;

    private const string CardChecks = """
        "avsResponseCode":"Y","cvvResponseCode":"M","threeDsAuthenticationStatus":"Frictionless"
        """;

    private const string Coins = """
        "sessionId":"s1","depositAddress":"0xabc","blockchainChainId":"137","blockchainName":"Polygon","tokenSymbol":"USDC",
        "amount":{"cents":1999},"merchantId":"merch","transactionHash":"0xdef","receivedAt":"2026-06-01T00:00:00+00:00"
        """;

    /// <summary>One event of every shape, with every documented name.</summary>
    private static readonly (string EventType, Type Type, string Data)[] Shapes =
    [
        ("Card Payment Authorized", typeof(CoinflowPaymentData), "{" + Payment + "}"),
        ("Settled", typeof(CoinflowSettledData), "{" + Payment + "," + CardChecks + ""","signature":"5h6x","rawCustomerId":"user-1","velocityHold":true,"reserve":{"cents":5}}"""),
        ("Card Payment Declined", typeof(CoinflowDeclinedData), "{" + Payment + "," + CardChecks + ""","declineCode":"05","declineDescription":"Do not honor"}"""),
        ("Card Payment Chargeback Opened", typeof(CoinflowChargebackData), "{" + Payment + ""","chargebackId":"cb1","reasonDescription":"Fraud","respondByDate":"2026-06-01T00:00:00+00:00"}"""),
        ("Refund", typeof(CoinflowRefundData), """
            {"wallet":"w1","customerId":"c1","blockchain":"user","totals":{"subtotal":{"cents":500},"processorFees":{"cents":1},"total":{"cents":501},
             "adjustment":{"cents":2},"rate":1.5,"resolution":{"cents":3}},"paymentId":"p1","status":"Invoiced","webhookInfo":"order-7","cardToken":"tok",
             "last4":"4242","bin":"424242"}
            """),
        ("Subscription Created", typeof(CoinflowSubscriptionData), """
            {"subscriptionId":"s1","planCode":"gold","planName":"Gold","wallet":"w1","customerId":"c1","amount":{"cents":900,"currency":"USD"},
             "interval":"Monthly","fundingMethod":"card","paymentMethod":"card","reason":"expired","webhookInfo":[1]}
            """),
        ("Withdraw Success", typeof(CoinflowWithdrawData), """
            {"wallet":"w1","blockchain":"user","signature":"5h6x","userId":"user-1","merchantId":"merch","currency":"USD","total":{"cents":1},
             "userFees":{"cents":2},"userGasFees":{"cents":3},"userCustomFees":{"cents":4},"userSwapFees":{"cents":5},"merchantFees":{"cents":6},
             "merchantGasFees":{"cents":7},"merchantSwapFees":{"cents":8},"idempotencyKey":"k1"}
            """),
        ("KYC Success", typeof(CoinflowKycData), """{"wallet":"w1","blockchain":"user","email":"jo@example.com"}"""),
        ("Sub-merchant KYB Failure", typeof(CoinflowSubMerchantData), """{"merchantId":"merch","email":"jo@example.com","reason":"papers"}"""),
        ("Reserve Released", typeof(CoinflowReserveData), """{"paymentId":"p1","amount":{"cents":5,"currency":"USD"},"released":true}"""),
        ("Disbursed Funds", typeof(CoinflowDisbursedFundsData), """
            {"id":"p1","merchantId":"merch","signature":"5h6x","amount":{"cents":1999,"currency":"USD"},"disbursedAt":"2026-06-01T00:00:00+00:00",
             "settlementType":"USDC","blockchain":"solana"}
            """),
        ("Crypto Payin Funds Received", typeof(CoinflowCryptoPayInData), "{" + Coins + ""","paymentId":"p1","customerId":"c1","customerEmail":"jo@example.com"}"""),
        ("Crypto Deposit Funds Received", typeof(CoinflowCryptoDepositData), "{" + Coins + ""","user":{"_id":"u1"}}"""),
        ("Customer Override Limit Threshold", typeof(CoinflowLimitThresholdData), """
            {"customerId":"c1","rawCustomerId":"user-1","merchantId":"merch","thresholdPercent":80,"currentVolumeCents":80000,"overrideLimitCents":100000}
            """),
        ("Iban RFI Created", typeof(CoinflowIbanRfiData), """
            {"rfiId":"r1","merchantId":"merch","mergeTransactionId":"t1","counterpartyName":"Jo Doe","amount":{"cents":1999,"currency":"EUR"},
             "paymentType":"SEPA","paymentDate":"2026-06-01T00:00:00+00:00","dueDate":"2026-06-08T00:00:00+00:00","paymentId":"p1","customerId":"c1",
             "withdrawId":"w1","withdrawerId":"u1"}
            """),
    ];

    private static readonly (Type Type, string[] EventTypes)[] Types =
    [
        (typeof(CoinflowSettledData), ["Settled"]),
        (typeof(CoinflowDeclinedData), ["Card Payment Declined", "Card Payment Suspected Fraud"]),
        (typeof(CoinflowChargebackData), [.. Named("Payment Chargeback")]),
        (typeof(CoinflowRefundData), [.. Named("Refund")]),
        (typeof(CoinflowSubscriptionData), [.. Named("Subscription")]),
        (typeof(CoinflowWithdrawData), [.. Named("Withdraw")]),
        (typeof(CoinflowKycData), [.. Named("KYC")]),
        (typeof(CoinflowSubMerchantData), ["Sub-merchant KYB Created", "Sub-merchant KYB Success", "Sub-merchant KYB Failure", "Seller Blocked"]),
        (typeof(CoinflowReserveData), ["Reserve Released"]),
        (typeof(CoinflowDisbursedFundsData), ["Disbursed Funds"]),
        (typeof(CoinflowCryptoPayInData), ["Crypto Payin Funds Received"]),
        (typeof(CoinflowCryptoDepositData), ["Crypto Deposit Funds Received"]),
        (typeof(CoinflowLimitThresholdData), ["Customer Override Limit Threshold"]),
        (typeof(CoinflowIbanRfiData), ["Iban RFI Created", "Iban RFI Submitted"]),
        (typeof(CoinflowOtherData), ["Config Method Status Changed", "Config Fee Changed", "Unknown Wire Payment Received", "some future name"]),
    ];

    [TestCaseSource(nameof(ShapeCases))]
    public void Every_documented_name_is_read_and_an_unknown_one_survives(string eventType, Type type, string data)
    {
        var sent = JsonNode.Parse(data)!.AsObject();
        sent["somethingNew"] = new JsonObject { ["a"] = 1 };

        var read = Parse(eventType, sent.ToJsonString()).Data;

        read.Should().BeOfType(type);
        read.AdditionalFields!.Keys.Should().Equal("somethingNew");
        var written = JsonNode.Parse(JsonSerializer.Serialize(read, CoinflowNotificationJson.Default.GetTypeInfo(type)!));
        JsonNode.DeepEquals(written, sent).Should().BeTrue("{0} should be {1}", written, sent);
    }

    [TestCaseSource(nameof(ShapeCases))]
    public void A_field_of_another_shape_is_null_and_takes_no_other_along(string eventType, Type type, string data)
    {
        var document = JsonNode.Parse(data)!.AsObject();
        foreach (var name in document.Select(property => property.Key).ToArray())
        {
            foreach (var odd in new[] { "null", "17", "1e400", "\"x\"", "true", "[]", "[{}]", "{}", "{\"cents\":{}}", new string('[', 100) + new string(']', 100) })
            {
                var changed = document.DeepClone().AsObject();
                changed[name] = JsonNode.Parse(odd, documentOptions: new() { MaxDepth = 200 });

                var read = Parse(eventType, changed.ToJsonString(new() { MaxDepth = 200 })).Data;

                read.Should().BeOfType(type, "{0} is {1}", name, odd);
                var written = JsonSerializer.SerializeToNode(read, CoinflowNotificationJson.Default.GetTypeInfo(type)!)!.AsObject();
                written.Remove(name);
                changed.Remove(name);
                JsonNode.DeepEquals(written, changed).Should().BeTrue("{0} is {1}", name, odd);
            }
        }
    }

    [TestCaseSource(nameof(TypeCases))]
    public void Every_event_has_the_data_that_belongs_to_its_name(string eventType, Type type)
    {
        Parse(eventType, "{}").Data.Should().BeOfType(type);
        Parse(eventType, "17").Data.Should().BeOfType<CoinflowOtherData>().Which.Json.GetInt32().Should().Be(17);
        Parse(eventType, "null").Data.Should().BeOfType<CoinflowOtherData>().Which.Json.ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public void The_envelope_is_read_and_keeps_what_is_new_in_it()
    {
        var notification = Parse("""
            {"eventType":"Settled","category":"Purchase","created":"2024-05-29T19:52:25.123Z","id":"e1","data":{"id":"p1","subtotal":{"cents":1999}}}
            """);

        notification.EventType.Should().Be(CoinflowEventTypes.Settled);
        notification.Category.Should().Be(CoinflowEventCategories.Purchase);
        notification.Created.Should().Be(new DateTimeOffset(2024, 5, 29, 19, 52, 25, 123, TimeSpan.Zero));
        notification.AdditionalFields!["id"].GetString().Should().Be("e1");
        var settled = notification.Data.Should().BeOfType<CoinflowSettledData>().Subject;
        settled.Subtotal.Should().Be(CoinflowMoney.FromCents(1999));
        settled.Subtotal!.CurrencyCode.Should().Be("USD");
    }

    [TestCase("""{"eventType":"Settled","data":{"id":"p1","customerId":"c1"}}""", CoinflowWebhookVersion.Version3)]
    [TestCase("""{"eventType":"Settled","data":{"id":"p1","wallet":"w1"}}""", CoinflowWebhookVersion.Version1Or2)]
    [TestCase("""{"eventType":"Settled","data":{"id":"p1"}}""", CoinflowWebhookVersion.Unknown)]
    [TestCase("""{"eventType":"Subscription Created","data":{"customerId":"c1"}}""", CoinflowWebhookVersion.Version3)]
    [TestCase("""{"eventType":"Subscription Created","data":{"wallet":"w1"}}""", CoinflowWebhookVersion.Version1Or2)]
    [TestCase("""{"eventType":"Withdraw Success","data":{"wallet":"w1"}}""", CoinflowWebhookVersion.Unknown)]
    [TestCase("""{"id":"p1","wallet":"w1","subtotal":{"cents":1}}""", CoinflowWebhookVersion.Legacy)]
    [TestCase("""{"id":"p1","wallet":"w1"}""", CoinflowWebhookVersion.Unknown)]
    [TestCase("null", CoinflowWebhookVersion.Unknown)]
    public void The_content_tells_the_version(string body, CoinflowWebhookVersion version) => Parse(body).Version.Should().Be(version);

    [Test]
    public void The_flat_form_is_a_payment_without_a_name_and_not_a_settled_one()
    {
        var notification = Parse("""
            {"signature":"5h6x","wallet":"w1","webhookInfo":{"orderId":"order-7"},"subtotal":{"cents":1999},"fees":{"cents":88},"gasFees":{"cents":0},
             "total":{"cents":2087},"id":"p1"}
            """);

        notification.EventType.Should().BeEmpty();
        var payment = notification.Data.Should().BeOfType<CoinflowPaymentData>().Subject;
        payment.Id.Should().Be("p1");
        payment.Signature.Should().Be("5h6x");
        payment.Total!.Amount.Should().Be(20.87m);
        payment.WebhookInfo!.Value.GetProperty("orderId").GetString().Should().Be("order-7");
    }

    [TestCase("[]")]
    [TestCase("\"Settled\"")]
    [TestCase("{}")]
    [TestCase("""{"eventType":["Settled"],"category":{},"created":5,"data":{"id":"p1"}}""")]
    [TestCase("""{"eventType":"Settled"}""")]
    [TestCase("""{"eventType":"Settled","data":[{"id":"p1"}]}""")]
    [TestCase("""{"eventType":"\ud800","data":{"id":"p1"}}""")]
    [TestCase("""{"eventType":"Settled","data":{"id":"\ud800"}}""")]
    public void JSON_of_any_shape_is_read(string body) => Parse(body).Data.Should().BeOfType<CoinflowOtherData>();

    [Test]
    public void Keys_in_a_body_show_in_no_text()
    {
        var notification = Parse("Settled", "{" + Payment + "}");

        notification.ToString().Should().Be(nameof(CoinflowNotification));
        notification.Data.ToString().Should().Be(nameof(CoinflowSettledData));
        Parse("Config Fee Changed", "{" + Payment + "}").Data.ToString().Should().Be(nameof(CoinflowOtherData));
    }

    [TestCase("")]
    [TestCase("ping")]
    [TestCase("{")]
    public void What_is_not_JSON_is_refused(string body) => FluentActions.Invoking(() => Parse(body)).Should().Throw<JsonException>();

    [Test]
    public void An_event_is_read_from_its_body_whatever_it_was_mapped_to()
    {
        var body = new CoinflowWebhookSigner("whk_test_0123456789abcdef").CreateBody(new() { PaymentId = "p1" });
        var mapped = new UnmappedEvent { Provider = PaymentProvider.Coinflow, EventId = "e", EventType = "Settled", RawBody = body };

        CoinflowNotification.Read(mapped).Data.Should().BeOfType<CoinflowSettledData>().Which.Id.Should().Be("p1");
        FluentActions.Invoking(() => CoinflowNotification.Read(mapped with { Provider = PaymentProvider.Stripe }))
            .Should().Throw<ArgumentException>().WithMessage("*stripe*coinflow*");
        FluentActions.Invoking(() => CoinflowNotification.Read(null!)).Should().Throw<ArgumentNullException>();
    }

    private static IEnumerable<TestCaseData> ShapeCases() =>
        Shapes.Select(shape => new TestCaseData(shape.EventType, shape.Type, shape.Data).SetArgDisplayNames(shape.EventType));

    private static IEnumerable<TestCaseData> TypeCases()
    {
        var typed = Types.SelectMany(group => group.EventTypes.Select(name => (Name: name, group.Type))).ToArray();
        var payments = Named("").Except(typed.Select(pair => pair.Name)).Select(name => (Name: name, Type: typeof(CoinflowPaymentData)));
        return typed.Concat(payments).Select(pair => new TestCaseData(pair.Name, pair.Type).SetArgDisplayNames(pair.Name));
    }

    private static IEnumerable<string> Named(string part) => typeof(CoinflowEventTypes).GetFields()
        .Select(field => (string)field.GetRawConstantValue()!).Where(name => name.Contains(part, StringComparison.Ordinal));

    private static CoinflowNotification Parse(string eventType, string data) => Parse($$$"""{"eventType":"{{{eventType}}}","data":{{{data}}} }""");

    private static CoinflowNotification Parse(string body) => CoinflowNotification.Parse(Encoding.UTF8.GetBytes(body));
}
