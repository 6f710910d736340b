using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Inqud;
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

    [TestCase("CONFLICT", "UNDERPAID", "partial", "40", "USDT", "100", "USD")]
    [TestCase("PARTIAL_SUCCESS", null, "partial", "40", "USDT", "100", "USD")]
    [TestCase("SUCCESS", null, "succeeded", "100", "USD", null, null)]
    [TestCase("EXPIRED", null, "failed", "40", "USDT", "100", "USD")]
    public async Task A_price_stands_beside_an_amount_in_coins(
        string said, string? reason, string status, string amount, string currency, string? priced, string? pricedCurrency)
    {
        var mapped = (PaymentEvent)await Map(
            $$$"""
            {"id":"CCO-1","status":"{{{said}}}","reason":{{{(reason is null ? "null" : $"\"{reason}\"")}}},"fixedAmount":{"amount":100,"currency":"USD"},
            "request":{"id":"CAPD-1","paidAmount":40,"currency":"USDT","requestAmount":100,"requestAmountIn":"USD"} }
            """);

        mapped.Status.Value.Should().Be(status);
        mapped.PaymentId.Should().Be("CCO-1");
        mapped.CheckoutId.Should().BeNull("it is the payment's own id");
        (mapped.Amount, mapped.Currency).Should().Be((decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency));
        (mapped.PricedAmount?.ToString(System.Globalization.CultureInfo.InvariantCulture), mapped.PricedCurrency).Should().Be((priced, pricedCurrency));
    }

    [Test]
    public async Task A_price_in_the_coin_that_was_paid_is_not_told_twice()
    {
        var mapped = (PaymentEvent)await Map(
            """
            {"id":"CCO-1","status":"CONFLICT","reason":"UNDERPAID","fixedAmount":{"amount":100,"currency":"USDT"},
            "request":{"id":"CAPD-1","paidAmount":40,"currency":"USDT"}}
            """);

        (mapped.Amount, mapped.Currency, mapped.PricedAmount, mapped.PricedCurrency).Should().Be((40m, "USDT", null, null));
    }

    [TestCase("""{"id":"PMT-1","status":"SUCCESS","orderType":"PAYOUT","checkoutId":"CCO-1"}""", """{"paymentId":"PMT-1","checkoutId":"CCO-1","status":"SUCCESS"}""")]
    [TestCase("""{"id":"ORCO-1","status":"PENDING"}""", """{"paymentId":"ORCO-1","status":"PENDING"}""")]
    [TestCase("""{"id":"SUB-1","planId":"PLAN-1","status":"ACTIVE"}""", """{"subscriptionId":"SUB-1","status":"ACTIVE"}""")]
    [TestCase("""{"id":"AGR-1","status":"GRANTED","subscriptionId":"SUB-1"}""", """{"subscriptionId":"SUB-1","status":"GRANTED"}""")]
    [TestCase("""{"id":"INV-1","authorizationId":"AGR-1","status":"FAILED"}""", """{"chargeId":"INV-1","status":"FAILED"}""")]
    [TestCase("""{"id":"CCO-1"}""", """{"paymentId":"CCO-1"}""")]
    public async Task What_stays_unmapped_still_says_what_it_is_about(string body, string metadata) =>
        (await Map(body)).ShouldShow($$"""{"kind":"unmapped","metadata":{{metadata}} }""");

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
