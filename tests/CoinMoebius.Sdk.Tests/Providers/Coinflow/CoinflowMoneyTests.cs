using System.Text.Json;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

public sealed class CoinflowMoneyTests
{
    [TestCase("""{"cents":1999,"currency":"eur"}""", 1999, "EUR", 19.99)]
    [TestCase("""{"cents":5}""", 5, "USD", 0.05)]
    [TestCase("""{"currency":null,"cents":"500"}""", 500, "USD", 5)]
    [TestCase("""{"cents":500.0,"currency":7,"x":{"cents":1}}""", 500, "USD", 5)]
    [TestCase("""{"cents":-100,"currency":"USD"}""", -100, "USD", -1)]
    [TestCase("""{"cents":500,"currency":"JPY"}""", 500, "JPY", 500)]
    public void Money_is_read_from_whole_cents(string json, long cents, string currency, decimal amount)
    {
        var money = Read(json)!;

        (money.Cents, money.CurrencyCode, money.Amount).Should().Be((cents, currency, amount));
    }

    [TestCase("{}")]
    [TestCase("""{"cents":null}""")]
    [TestCase("""{"cents":1.5}""")]
    [TestCase("""{"cents":1e40}""")]
    [TestCase("""{"cents":9223372036854775808}""")]
    [TestCase("""{"cents":{"cents":1}}""")]
    [TestCase("5")]
    [TestCase("[5]")]
    [TestCase("null")]
    public void What_has_no_whole_cents_is_no_money(string json) => Read(json).Should().BeNull();

    [TestCase(0.001)]
    [TestCase(92233720368547758.08)]
    [TestCase(-92233720368547758.09)]
    public void A_fraction_of_a_cent_and_too_much_are_refused(decimal amount) =>
        FluentActions.Invoking(() => CoinflowMoney.FromAmount(amount)).Should().Throw<ArgumentException>();

    [TestCase("JPY")]
    [TestCase("kwd")]
    public void An_amount_in_a_currency_whose_minor_units_nobody_documents_is_refused(string currency) =>
        FluentActions.Invoking(() => CoinflowMoney.FromAmount(100m, currency)).Should().Throw<ArgumentException>().WithMessage("*FromCents*");

    [Test]
    public void It_prints_the_amount() => CoinflowMoney.FromAmount(19.9m, "eur").ToString().Should().Be("19.90 EUR");

    private static CoinflowMoney? Read(string json) => JsonSerializer.Deserialize(json, CoinflowJson.Default.CoinflowMoney);
}
