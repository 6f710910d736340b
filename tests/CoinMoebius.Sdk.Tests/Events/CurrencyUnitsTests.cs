using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Tests.Events;

public sealed class CurrencyUnitsTests
{
    [TestCase(1999, "USD", "19.99")]
    [TestCase(1999, "usd", "19.99")]
    [TestCase(900, "EUR", "9.00")]
    [TestCase(500, "JPY", "500")]
    [TestCase(5120, "KWD", "5.120")]
    [TestCase(12345, "CLF", "1.2345")]
    [TestCase(1, "XXX", "0.01")]
    [TestCase(0, "USD", "0.00")]
    [TestCase(-1, "USD", "-0.01")]
    [TestCase(long.MaxValue, "USD", "92233720368547758.07")]
    [TestCase(long.MinValue, "USD", "-92233720368547758.08")]
    public void Minor_units_become_major_ones_with_the_decimals_of_the_currency(long minor, string currency, string major) =>
        CurrencyUnits.ToMajor(minor, currency).ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(major);

    [TestCase(-1)]
    [TestCase(29)]
    public void An_impossible_exponent_is_refused(int exponent) =>
        FluentActions.Invoking(() => CurrencyUnits.ToMajor(1, exponent)).Should().Throw<ArgumentOutOfRangeException>();

    [Test]
    [SetCulture("tr-TR")]
    public void A_lower_case_code_is_raised_the_same_way_everywhere() =>
        CurrencyUnits.Upper("inr").Should().Be("INR");
}
