using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Providers.Cryptomus;
using CoinMoebius.Sdk.Providers.Cryptomus.Json;

namespace CoinMoebius.Sdk.Tests.Providers.Cryptomus;

/// <summary>Every object as it stands on the wire, with a member that nobody knows yet.</summary>
public sealed class CryptomusModelTests
{
    private const string Payment =
        """
        {"uuid":"70b8db5c-b952-406d-af26-4e1c34c27f15","order_id":"65bbe87b4098c17a31cff3e71e515243","amount":"15.00","currency":"USDT",
        "payment_status":"cancel","payment_amount":"0.00","payment_amount_usd":"0.00","payer_amount":"15.75","payer_amount_exchange_rate":"1.00",
        "payer_currency":"USDT","merchant_amount":"15.43500000","commission":"0.31","discount_percent":-5,"discount":"-0.75","network":"tron",
        "address":"TXhfYSWt2oKRrHAJVJeYRuit6ZzKuoEKXj","address_qr_code":"data:image/png;base64,AA==","from":"TA","txid":"6f0d",
        "url":"https://pay.cryptomus.com/pay/70b8db5c","expired_at":1689099831,"is_final":true,"additional_data":"note","comments":"late",
        "created_at":"2023-07-11T20:23:52+03:00","updated_at":"2023-07-11T21:24:17+03:00","status":"cancel","newMember":{"a":[1,"x"]}}
        """;

    private const string Service =
        """
        {"currency":"DAI","network":"ETH","is_available":true,"limit":{"min_amount":"1.00000000","max_amount":"10000000.00000000","newMember":1},
        "commission":{"fee_amount":"0.00","percent":"2.00","newMember":null},"newMember":"x"}
        """;

    [Test]
    public void A_payment_survives_a_round_trip()
    {
        var payment = ShouldSurvive(Payment, CryptomusJson.Default.CryptomusPayment);

        payment.Status.Should().Be(CryptomusPaymentStatus.Cancel);
        (payment.Amount, payment.PayerAmount, payment.DiscountPercent).Should().Be((15m, 15.75m, -5m));
        payment.Url.Should().Be(new Uri("https://pay.cryptomus.com/pay/70b8db5c"));
        payment.ExpiredAt.Should().Be(new DateTimeOffset(2023, 7, 11, 18, 23, 51, TimeSpan.Zero));
        payment.UpdatedAt.Should().Be(new DateTimeOffset(2023, 7, 11, 18, 24, 17, TimeSpan.Zero));
        payment.AdditionalFields!.Keys.Should().Equal("newMember");
        payment.ToString().Should().Be("CryptomusPayment");
    }

    [Test]
    public void A_service_survives_a_round_trip()
    {
        var service = ShouldSurvive(Service, CryptomusJson.Default.CryptomusService);

        (service.Limit!.MinAmount, service.Commission!.Percent).Should().Be((1m, 2m));
        service.Limit.AdditionalFields!.Keys.Should().Equal("newMember");
    }

    [TestCase("""{"uuid":"u","status":"paid"}""", "paid")]
    [TestCase("""{"uuid":"u","payment_status":"paid"}""", "paid")]
    [TestCase("""{"uuid":"u","payment_status":"check","status":"paid"}""", "check")]
    [TestCase("""{"uuid":"u","payment_status":5,"status":null}""", "")]
    public void The_status_stands_under_either_name(string json, string expected)
    {
        JsonSerializer.Deserialize(json, CryptomusJson.Default.CryptomusPayment)!.Status.Value.Should().Be(expected);
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("\"odd\"")]
    [TestCase("-1")]
    [TestCase("null")]
    public void One_odd_member_hides_no_other(string odd)
    {
        var members = JsonNode.Parse(Payment)!.AsObject().Select(member => member.Key).Where(name => name is not ("uuid" or "payment_status")).ToList();
        var json = JsonNode.Parse(Payment)!.AsObject();
        foreach (var name in members)
        {
            json[name] = JsonNode.Parse(odd);
        }

        var payment = JsonSerializer.Deserialize(json.ToJsonString(), CryptomusJson.Default.CryptomusPayment)!;

        (payment.Uuid, payment.Status).Should().Be(("70b8db5c-b952-406d-af26-4e1c34c27f15", CryptomusPaymentStatus.Cancel));
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("http://pay.cryptomus.com/pay/1")]
    [TestCase("https://user@pay.cryptomus.com/")]
    public void A_page_that_no_browser_should_be_sent_to_is_left_out(string url)
    {
        JsonSerializer.Deserialize($$"""{"uuid":"u","url":"{{url}}"}""", CryptomusJson.Default.CryptomusPayment)!.Url.Should().BeNull();
    }

    [Test]
    public void Only_the_documented_values_are_paid()
    {
        new[] { "paid", "paid_over" }.Should().OnlyContain(text => new CryptomusPaymentStatus(text).IsPaid);
        new[] { "", "Paid", "check", "process", "confirm_check", "wrong_amount", "locked", "refund_fail", "refund_paid", "new" }
            .Should().OnlyContain(text => !new CryptomusPaymentStatus(text).IsPaid);
        default(CryptomusPaymentStatus).Should().Be(new CryptomusPaymentStatus(""));
        CryptomusPaymentStatus.WrongAmount.IsPartial.Should().BeTrue();
    }

    private static T ShouldSurvive<T>(string json, JsonTypeInfo<T> type)
    {
        var value = JsonSerializer.Deserialize(json, type)!;
        var again = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type), type)!;
        again.Should().BeEquivalentTo(value, options => options.ComparingByMembers<T>().ComparingByValue<JsonElement>()
            .Using<JsonElement>(context => context.Subject.GetRawText().Should().Be(context.Expectation.GetRawText())).WhenTypeIs<JsonElement>());
        using var written = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(value, type));
        using var source = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
        written.RootElement.EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo(
            source.RootElement.EnumerateObject().Select(member => member.Name));
        return value;
    }
}
