using System.Globalization;
using CoinMoebius.Sdk.Providers.Monero;

namespace CoinMoebius.Sdk.Tests.Providers.Monero.Models;

public sealed class MoneroAmountTests
{
    private const string Address = "77Vx9cs1VPicFndSVgYUvTdLCJEZw9h81hXLMYsjBCXSJfUehLa9TDW3Ffh45SQa7xb6dUs18mpNxfUhQGqfwXPSMrvKhVp";

    [TestCase(0UL, "0.000000000000")]
    [TestCase(1UL, "0.000000000001")]
    [TestCase(70_000UL, "0.000000070000")]
    [TestCase(200_000_000_000UL, "0.200000000000")]
    [TestCase(1_000_000_000_000UL, "1.000000000000")]
    [TestCase(9_007_199_254_740_993UL, "9007.199254740993")]
    [TestCase(ulong.MaxValue, "18446744.073709551615")]
    public void Atomic_units_and_XMR_are_the_same_amount(ulong units, string xmr)
    {
        var amount = new MoneroAmount(units);

        amount.ToString().Should().Be(xmr);
        amount.Xmr.ToString(CultureInfo.InvariantCulture).Should().Be(xmr);
        MoneroAmount.FromXmr(decimal.Parse(xmr, CultureInfo.InvariantCulture)).Should().Be(amount);
        MoneroAmount.Ceiling(amount.Xmr).Should().Be(amount);
        MoneroAmount.Parse(units.ToString(CultureInfo.InvariantCulture)).AtomicUnits.Should().Be(units);
    }

    [TestCase("0.0000000000001")]
    [TestCase("18446744.0737095516149999999")]
    [TestCase("0.0000000000000000000000000001")]
    public void More_than_twelve_decimals_are_refused_not_dropped(string xmr) =>
        FluentActions.Invoking(() => MoneroAmount.FromXmr(decimal.Parse(xmr, CultureInfo.InvariantCulture)))
            .Should().Throw<ArgumentException>().WithMessage("*12 decimals*").Which.ParamName.Should().Be("xmr");

    [TestCase("-0.000000000001")]
    [TestCase("18446744.073709551616")]
    [TestCase("18446744.07370955161500000001")]
    [TestCase("79228162514264337593543950335")]
    public void What_the_protocol_cannot_carry_is_refused(string xmr)
    {
        var value = decimal.Parse(xmr, CultureInfo.InvariantCulture);

        FluentActions.Invoking(() => MoneroAmount.FromXmr(value)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => MoneroAmount.Ceiling(value)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestCase("0.1249375", 124_937_500_000UL)]
    [TestCase("0.06229344640518800400", 62_293_446_406UL)]
    [TestCase("0.0000000000000000000000000001", 1UL)]
    [TestCase("1.0000000000004", 1_000_000_000_001UL)]
    [TestCase("1.0000000000005", 1_000_000_000_001UL)]
    [TestCase("1.0000000000015", 1_000_000_000_002UL)]
    [TestCase("0", 0UL)]
    public void The_ceiling_never_asks_for_less(string xmr, ulong units) =>
        MoneroAmount.Ceiling(decimal.Parse(xmr, CultureInfo.InvariantCulture)).AtomicUnits.Should().Be(units);

    [TestCase("0", 0UL)]
    [TestCase("007", 7UL)]
    [TestCase("18446744073709551615", ulong.MaxValue)]
    public void Digits_are_read(string text, ulong units)
    {
        MoneroAmount.TryParse(text, out var amount).Should().BeTrue();
        amount.AtomicUnits.Should().Be(units);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("1 ")]
    [TestCase("1\0")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("1.0")]
    [TestCase("1e3")]
    [TestCase("0x1")]
    [TestCase("1_000")]
    [TestCase("\u0661")]
    [TestCase("\uFF11")]
    [TestCase("18446744073709551616")]
    [TestCase("18446744073709551620")]
    [TestCase("184467440737095516150")]
    public void Anything_else_is_no_amount(string? text)
    {
        MoneroAmount.TryParse(text, out var amount).Should().BeFalse();
        amount.Should().Be(default(MoneroAmount));
        FluentActions.Invoking(() => MoneroAmount.Parse(text!)).Should().Throw<Exception>().Which.Should().Match(
            exception => exception is FormatException || (text == null && exception is ArgumentNullException));
    }

    [Test]
    [SetCulture("de-DE")]
    public void The_culture_of_the_server_does_not_matter()
    {
        CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator.Should().Be(",");

        new MoneroAmount(1_500_000_000_000).ToString().Should().Be("1.500000000000");
        new MoneroAmount(1_500_000_000_000).ToPaymentUri(Address).OriginalString.Should().Be($"monero:{Address}?tx_amount=1.500000000000");
    }

    [TestCase(70_000UL, "0.000000070000")]
    [TestCase(62_293_446_406UL, "0.062293446406")]
    [TestCase(ulong.MaxValue, "18446744.073709551615")]
    public void A_link_has_twelve_decimals_and_no_exponent(ulong units, string text)
    {
        var uri = new MoneroAmount(units).ToPaymentUri(Address);

        uri.OriginalString.Should().Be($"monero:{Address}?tx_amount={text}");
        uri.AbsoluteUri.Should().Be(uri.OriginalString);
        uri.Scheme.Should().Be("monero");
    }

    [Test]
    public void A_link_takes_an_integrated_address_too() =>
        new MoneroAmount(1).ToPaymentUri(Address + "11111111111").OriginalString.Should().EndWith("?tx_amount=0.000000000001");

    [Test]
    public void A_link_to_nowhere_or_about_nothing_is_refused()
    {
        string[] wrong = ["", "84abc", Address[..94], Address + "1", Address[..94] + "0", Address[..94] + "l", Address[..94] + "?", Address[..94] + "é", new('a', 10_000)];
        foreach (var address in wrong)
        {
            FluentActions.Invoking(() => new MoneroAmount(1).ToPaymentUri(address)).Should().Throw<ArgumentException>().Which.ParamName.Should().Be("address");
        }

        FluentActions.Invoking(() => new MoneroAmount(1).ToPaymentUri(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => default(MoneroAmount).ToPaymentUri(Address)).Should().Throw<InvalidOperationException>().WithMessage("*zero*");
    }
}
