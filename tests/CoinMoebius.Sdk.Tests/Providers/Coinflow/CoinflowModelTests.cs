using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

public sealed class CoinflowModelTests
{
    [TestCaseSource(typeof(CoinflowDocuments), nameof(CoinflowDocuments.All))]
    public void A_document_survives_with_every_member_it_has(Type type, string json)
    {
        var model = JsonSerializer.Deserialize(json, CoinflowJson.Default.GetTypeInfo(type)!)!;
        var written = JsonSerializer.Serialize(model, CoinflowJson.Default.GetTypeInfo(type)!);

        JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(json)).Should().BeTrue("of {0}", written);
        ((ApiModel)model).AdditionalFields.Should().ContainSingle("only {{new}} is unknown").Which.Key.Should().Be("new");
        model.ToString().Should().Be(type.Name);
    }

    [Test]
    public void Every_model_that_callers_meet_has_a_document()
    {
        var tested = CoinflowDocuments.All().Select(item => (Type)item.Arguments[0]!).ToHashSet();
        var met = typeof(ICoinflowClient).GetMethods()
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).SelectMany(Parts))
            .Where(type => type.IsSubclassOf(typeof(ApiModel)) && !type.IsAbstract);

        met.Distinct().Where(type => !tested.Contains(type)).Should().BeEmpty();

        static IEnumerable<Type> Parts(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [type];
    }

    [TestCaseSource(nameof(MethodStatuses))]
    public void The_status_stands_in_the_methods_details(string method, string status, bool isPaid, bool isFinal)
    {
        var payment = Payment($$"""{"paymentId":"p","{{method}}":{"status":"{{status}}"} }""");

        (payment.Method, payment.Status.Value, payment.Status.IsPaid, payment.Status.IsFinal).Should().Be((method, status, isPaid, isFinal));
    }

    [TestCase("""{"paymentId":"p","cardInfo":{"status":"settled"}}""")]
    [TestCase("""{"paymentId":"p","cardInfo":{"status":7}}""")]
    [TestCase("""{"paymentId":"p","cardInfo":{"status":null}}""")]
    [TestCase("""{"paymentId":"p","cardInfo":"SETTLED"}""")]
    [TestCase("""{"paymentId":"p","cardInfo":[{"status":"SETTLED"}]}""")]
    [TestCase("""{"paymentId":"p","moonPayInfo":{"status":"SETTLED"}}""")]
    [TestCase("""{"paymentId":"p"}""")]
    public void What_is_not_known_is_neither_paid_nor_final(string json)
    {
        var payment = Payment(json);

        (payment.PaymentId, payment.Status.IsPaid, payment.Status.IsFinal).Should().Be(("p", false, false));
        default(CoinflowPaymentStatus).IsPaid.Should().BeFalse();
        default(CoinflowRefundStatus).IsRefunded.Should().BeFalse();
        default(CoinflowSubscriberStatus).IsActive.Should().BeFalse();
    }

    [Test]
    public void A_field_of_another_type_hides_nothing_beside_it()
    {
        var odd = """["x"]""";
        var fields = new[]
        {
            "_id", "totals", "customer", "merchant", "chargebackProtectionDecision", "createdAt", "error", "signature", "webhookInfo", "settlementType", "subscription",
            "marketplaceInfo", "refundInfo", "delayedSettlement", "exchangeInfo", "userLocation", "bankTransferInfo", "velocityDate", "wallet",
        };
        foreach (var value in new[] { odd, "7", "true", "\"x\"", "{\"cents\":[1]}", "null" })
        {
            var payment = Payment($$"""{ {{string.Join(",", fields.Select(field => $"\"{field}\":{value}"))}},"paymentId":"p","cardInfo":{"status":"SETTLED","authOnly":{{value}},"last4":4242} }""");

            (payment.PaymentId, payment.Status, payment.CardInfo!.Last4).Should().Be(("p", CoinflowPaymentStatus.Settled, "4242"));
        }
    }

    [Test]
    public void A_customer_or_merchant_is_an_id_or_an_object_without_its_keys()
    {
        var payment = Payment("""
            {"paymentId":"p","customer":"665f","merchant":{"_id":"m1","apiKey":"5ecret","name":"Shop","owner":{"apiKeys":["5ecret"],"APIKEY":"5ecret"}},
             "subscription":{"id":"s1","merchant":{"webhookValidationKey":"5ecret"},"list":[{"apiKey":"5ecret","a":1}]}}
            """);

        (payment.Customer!.Id, payment.Customer.Document).Should().Be(("665f", null));
        (payment.Merchant!.Id, payment.Merchant.Document!.Value.GetProperty("name").GetString()).Should().Be(("m1", "Shop"));
        payment.Subscription!.Id.Should().Be("s1");
        payment.Subscription.Document!.Value.GetProperty("list")[0].GetProperty("a").GetInt32().Should().Be(1);
        JsonSerializer.Serialize(payment, CoinflowJson.Default.CoinflowPayment).Should().NotContain("5ecret");
        (payment.Merchant.ToString() + payment).Should().Be("CoinflowReferenceCoinflowPayment");
    }

    [Test]
    public void A_delivery_in_the_log_is_kept_without_keys()
    {
        var delivery = JsonSerializer.Deserialize(
            """{"id":"w","data":{"id":"p","subscription":{"merchant":{"apiKey":"5ecret"}}}}""", CoinflowJson.Default.CoinflowWebhookDelivery)!;

        delivery.Data!.Value.GetRawText().Should().Be("""{"id":"p","subscription":{"merchant":{}}}""");
    }

    [Test]
    public void The_merchants_own_keys_never_print()
    {
        var merchant = JsonSerializer.Deserialize("""{"apiKey":"5ecret","webhookValidationKey":"5ecret","apiKeys":["5ecret"]}""", CoinflowJson.Default.CoinflowMerchant)!;

        merchant.ApiKey.Should().Be("5ecret");
        merchant.ToString().Should().Be("CoinflowMerchant");
        (CoinflowCalls.Payer.ToString() + CoinflowCalls.Session).Should().Be("CoinflowPayerCoinflowSession");
        CoinflowApi.Options().ToString().Should().NotContain("5ecret").And.Contain("Sandbox");
        new CoinflowPaymentQuery { Search = "ada@example.com" }.ToString().Should().NotContain("ada");
    }

    [Test]
    public void Fees_come_as_a_sum_as_two_or_as_a_list()
    {
        var fees = JsonSerializer.Deserialize(
            """
            {"ach":{"cents":10,"currency":"USD"},"card":{"fee":{"cents":20},"fxFee":{"cents":3}},"pix":[{"description":"a","fee":{"cents":1}},7,{"description":"b","fee":{"cents":2}}],"wire":7}
            """,
            CoinflowJson.Default.CoinflowFeesByMethod)!;

        fees.Ach!.Single().Fee.Should().Be(CoinflowMoney.FromCents(10, "USD"));
        fees.Card!.Single().FxFee!.Cents.Should().Be(3);
        fees.Pix!.Select(fee => fee.Fee!.Cents).Should().Equal(1, 2);
        fees.Wire.Should().BeNull();
    }

    [TestCase("\"2026-05-14T01:04:21.500Z\"", 1778720661500)]
    [TestCase("1778720661500", 1778720661500)]
    [TestCase("1778720661", 1778720661000)]
    [TestCase("\"soon\"", null)]
    [TestCase("[]", null)]
    public void A_time_is_a_text_or_a_number(string json, long? milliseconds)
    {
        var payment = JsonSerializer.Deserialize($$"""{"paymentId":"p","expires":{{json}} }""", CoinflowJson.Default.CoinflowPixPayment)!;

        payment.Expires?.ToUnixTimeMilliseconds().Should().Be(milliseconds);
        (payment.Expires is null).Should().Be(milliseconds is null);
    }

    [Test]
    public void A_subtotal_is_money_or_a_token()
    {
        Written(CoinflowMoney.FromCents(5)).Should().Be("""{"cents":5}""");
        Written(CoinflowMoney.FromAmount(19.99m, "EUR")).Should().Be("""{"cents":1999,"currency":"EUR"}""");
        Written(CoinflowSubtotal.FromToken("0x1", 1.50m, 6)).Should().Be("""{"address":"0x1","amount":"1.50","decimals":6}""");
        var token = JsonSerializer.Deserialize("""{"address":"0x1","amount":1.5}""", CoinflowJson.Default.CoinflowSubtotal)!;
        (token.TokenAddress, token.TokenAmount, token.TokenDecimals, token.Money).Should().Be(("0x1", 1.5m, null, null));
        JsonSerializer.Deserialize("""[7]""", CoinflowJson.Default.CoinflowSubtotal).Should().BeNull();

        static string Written(CoinflowSubtotal subtotal) => JsonSerializer.Serialize(subtotal, CoinflowJson.Default.CoinflowSubtotal);
    }

    private static IEnumerable<TestCaseData> MethodStatuses()
    {
        foreach (var (method, statuses) in new[]
        {
            ("cardInfo", "AUTHORIZED DEPOSITED SETTLED REFUNDED FAILED CHARGEBACK CHARGEBACK_LOST CHARGEBACK_WON VOIDED"),
            ("bankTransferInfo", "PENDING BATCHED DEPOSITED SETTLED RETURNED FAILED CHARGEBACK REFUND_REVIEW REFUNDED"),
            ("pixInfo", "INITIATED EXPIRED"), ("ibanInfo", "SETTLED"), ("wireInfo", "SETTLED"), ("interacInfo", "SETTLED"),
            ("cashAppInfo", "PROCESSING SETTLED"), ("paypalInfo", "AUTHORIZED VOIDED"), ("venmoInfo", "SETTLED"), ("apaInfo", "APPROVED SETTLED"),
            ("cryptoInfo", "INITIATED REFUNDED"),
        })
        {
            foreach (var status in statuses.Split(' '))
            {
                var isFinal = status is "SETTLED" or "REFUNDED" or "FAILED" or "RETURNED" or "EXPIRED" or "VOIDED" or "CHARGEBACK_LOST" or "CHARGEBACK_WON";
                yield return new(method, status, status == "SETTLED", isFinal);
            }
        }
    }

    private static CoinflowPayment Payment(string json) => JsonSerializer.Deserialize(json, CoinflowJson.Default.CoinflowPayment)!;
}
