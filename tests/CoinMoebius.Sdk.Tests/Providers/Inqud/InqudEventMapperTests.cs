using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Inqud;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Inqud;

public sealed class InqudEventMapperTests
{
    private const string Secret = "test_webhook_secret";

    [Test]
    public async Task Nine_digits_of_a_second_are_read()
    {
        var mapped = await Map("""{"id":"CCO-1","status":"SUCCESS","lastUpdatedAt":"2023-12-22T09:59:46.882256224Z"}""");

        mapped.OccurredAt!.Value.Should().BeCloseTo(new(2023, 12, 22, 9, 59, 46, 882, 256, TimeSpan.Zero), TimeSpan.FromTicks(10));
    }

    [Test]
    public async Task Only_the_documented_final_value_means_paid()
    {
        foreach (var id in new[] { "CCO-1", "CAPD-1", "PMT-1" })
        {
            foreach (var status in new[] { "SUCCESSFUL", "SUCCEEDED", "PAID", "COMPLETED", "success", " SUCCESS", "SUCCESS ", "CONFIRMED" })
            {
                var payment = (PaymentEvent)await Map($$"""{"id":"{{id}}","status":"{{status}}","fixedAmount":{"amount":1,"currency":"USD"} }""");

                payment.Status.Should().Be(PaymentStatus.Pending);
                payment.EventType.Should().Be(status);
            }
        }
    }

    [Test]
    public async Task A_coin_amount_never_stands_with_the_currency_of_the_price()
    {
        var payment = (PaymentEvent)await Map(
            """
            {"id":"CCO-1","status":"CONFLICT","reason":"UNDERPAID","fixedAmount":{"amount":100,"currency":"USD"},
            "request":{"id":"CAPD-1","paidAmount":0.00001,"requestAmount":100,"requestAmountIn":"USD"}}
            """);

        payment.Status.Should().Be(PaymentStatus.Partial);
        payment.Amount.Should().BeNull("the coin is not named");
        payment.Currency.Should().BeNull();
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("1")]
    [TestCase("\"CCO-1\"")]
    [TestCase("{\"id\":\"CCO-1\"}")]
    [TestCase("{\"id\":\"CCO-1\",\"status\":1}")]
    [TestCase("{\"id\":\"CCO-1\",\"status\":\"\"}")]
    [TestCase("{\"status\":\"SUCCESS\"}")]
    [TestCase("{\"id\":\"\",\"status\":\"SUCCESS\"}")]
    [TestCase("{\"id\":\"cco-1\",\"status\":\"SUCCESS\"}")]
    [TestCase("{\"id\":\"PLAN-1\",\"status\":\"SUCCESS\"}")]
    public async Task What_is_not_modelled_is_unmapped(string body)
    {
        var mapped = await Map(body);

        mapped.Should().BeOfType<UnmappedEvent>();
        mapped.EventId.Should().MatchRegex("^sha256:[0-9a-f]{32}$");
    }

    [TestCase("\"abc\"")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("true")]
    [TestCase("1e400")]
    [TestCase("\"\\ud800\"")]
    public async Task Odd_values_never_throw_and_never_read_as_paid(string odd)
    {
        foreach (var id in new[] { "CCO-1", "CAPD-1", "PMT-1" })
        {
            var fields = $$"""
                "reason":{{odd}},"clientOrderId":{{odd}},"checkoutId":{{odd}},"amount":{{odd}},"currency":{{odd}},"paidAmount":{{odd}},
                "requestAmount":{{odd}},"requestAmountIn":{{odd}},"lastUpdatedAt":{{odd}},"createdAt":{{odd}},"overpaid":{{odd}},"txHash":{{odd}}
                """;
            var mapped = await Map($$"""{"id":"{{id}}","status":"CONFLICT","fixedAmount":{{odd}},"request":{{odd}},{{fields}} }""");
            var status = await Map($$"""{"id":"{{id}}","status":{{odd}},{{fields}} }""");

            (mapped is PaymentEvent { Amount: not null }).Should().BeFalse();
            (mapped is PaymentEvent { Status.Value: "succeeded" or "partial" }).Should().BeFalse();
            (status is PaymentEvent { Status.Value: "succeeded" }).Should().BeFalse();
        }
    }

    private static Task<WebhookEvent> Map(string body) =>
        MappedEvent.OfAsync(new InqudWebhookSigner(Secret), new InqudWebhookVerifier(new InqudWebhookOptions { Secrets = { Secret } }), body);
}
