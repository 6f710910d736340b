using CoinMoebius.Sdk.MoneyButton;

namespace CoinMoebius.Sdk.Tests.Providers.MoneyButton.Models;

public sealed class MoneyButtonExpectationTests
{
    private static readonly MoneyButtonExpectation Shop = new()
    {
        UserId = "5",
        Paymail = "shop@moneybutton.com",
        Address = "1Shop",
        Script = "76a914ab88ac",
        Amount = 1.00m,
        Currency = "USD",
    };

    public static IEnumerable<TestCaseData> Recipients()
    {
        yield return Case("user, as seen", new() { Type = "USER", UserId = "5", To = "5" }, true);
        yield return Case("user, as documented", new() { Type = "userId", UserId = "5" }, true);
        yield return Case("user, without a type", new() { UserId = "5" }, true);
        yield return Case("user named by the page alone", new() { Type = "user", To = "5" }, true);
        yield return Case("paymail of the user", new() { Type = "USER", UserId = "6", UserPaymail = "Shop@MoneyButton.com" }, true);
        yield return Case("paymail named by the page alone", new() { Type = "PAYMAIL", To = "shop@moneybutton.com" }, true);
        yield return Case("address", new() { Type = "ADDRESS", Address = "1Shop" }, true);
        yield return Case("script", new() { Type = "script", Script = "76A914AB88AC" }, true);
        yield return Case("another user", new() { Type = "USER", UserId = "6", To = "6" }, false);
        yield return Case("another user, the page named the shop", new() { Type = "USER", UserId = "6", To = "5" }, false);
        yield return Case("another address beside the shop's user id", new() { Type = "address", Address = "1Thief", UserId = "5" }, false);
        yield return Case("another script beside the shop's address", new() { Type = "SCRIPT", Script = "6a", Address = "1Shop" }, false);
        yield return Case("another paymail", new() { Type = "USER", UserPaymail = "thief@moneybutton.com" }, false);
        yield return Case("an address counts in its own case only", new() { Type = "ADDRESS", Address = "1shop" }, false);
        yield return Case("nobody", new(), false);

        static TestCaseData Case(string name, MoneyButtonOutput output, bool paid) =>
            new TestCaseData(output with { Amount = 1m, Currency = "usd" }, paid).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Recipients))]
    public void The_recipient_decides(MoneyButtonOutput output, bool paid)
    {
        var check = Shop.Check(new() { PaymentOutputs = [output] });

        check.Finding.Should().Be(paid ? MoneyButtonFinding.PaysMerchant : MoneyButtonFinding.OtherRecipient);
        check.PaysMerchant.Should().Be(paid);
        check.Paid.Should().Be(paid ? 1 : 0);
    }

    [TestCase("1", true)]
    [TestCase("1.00", true)]
    [TestCase("1.01", true)]
    [TestCase("0.9999999999999999", false)]
    [TestCase("0", false)]
    [TestCase("-5", false)]
    public void The_amount_counts_as_a_number(string amount, bool paid)
    {
        var check = Shop.Check(Pays(("5", decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "USD")));

        check.Finding.Should().Be(paid ? MoneyButtonFinding.PaysMerchant : MoneyButtonFinding.TooLittle);
    }

    [Test]
    public void Several_outputs_to_the_merchant_add_up_and_those_to_others_do_not()
    {
        Shop.Check(Pays(("5", 0.4m, "USD"), ("9", 50m, "USD"), ("5", 0.6m, "USD"))).Should().Be(new MoneyButtonCheck(MoneyButtonFinding.PaysMerchant, 1.0m));
        Shop.Check(Pays(("5", 0.4m, "USD"), ("9", 50m, "USD"))).Should().Be(new MoneyButtonCheck(MoneyButtonFinding.TooLittle, 0.4m));
    }

    [Test]
    public void Another_currency_does_not_count()
    {
        Shop.Check(Pays(("5", 500m, "IDR"))).Should().Be(new MoneyButtonCheck(MoneyButtonFinding.OtherCurrency, 0));
        Shop.Check(Pays(("5", 500m, "IDR"), ("5", 0.5m, "USD"))).Should().Be(new MoneyButtonCheck(MoneyButtonFinding.TooLittle, 0.5m));
    }

    [Test]
    public void The_payments_own_amount_does_not_count()
    {
        Shop.Check(new() { Amount = 500m, Currency = "USD", Status = MoneyButtonStatus.Completed }).Finding.Should().Be(MoneyButtonFinding.NoOutputs);
        Shop.Check(Pays(("5", 1m, "USD")) with { Amount = 0.9999997399525015m }).PaysMerchant.Should().BeTrue();
    }

    [Test]
    public void Two_lists_that_differ_are_not_believed_and_two_that_agree_are_counted_once()
    {
        var payment = Pays(("5", 0.6m, "USD"));

        Shop.Check(payment with { Outputs = payment.PaymentOutputs }).Should().Be(new MoneyButtonCheck(MoneyButtonFinding.TooLittle, 0.6m));
        Shop.Check(payment with { Outputs = Pays(("5", 1m, "USD")).PaymentOutputs }).Finding.Should().Be(MoneyButtonFinding.ContradictoryOutputs);
        Shop.Check(payment with { Outputs = [] }).Finding.Should().Be(MoneyButtonFinding.TooLittle);
    }

    [Test]
    public void Amounts_beyond_measure_do_not_throw()
    {
        Shop.Check(Pays(("5", decimal.MaxValue, "USD"), ("5", decimal.MaxValue, "USD"))).Paid.Should().Be(decimal.MaxValue);
    }

    [Test]
    public void An_expectation_that_anything_would_meet_is_refused()
    {
        MoneyButtonExpectation[] unusable =
        [
            new() { Amount = 1, Currency = "USD" },
            new() { UserId = "", Address = "", Amount = 1, Currency = "USD" },
            Shop with { Amount = 0 },
            Shop with { Amount = -1 },
            Shop with { Currency = " " },
        ];

        foreach (var expectation in unusable)
        {
            expectation.Invoking(it => it.Check(new())).Should().Throw<InvalidOperationException>();
        }
    }

    [Test]
    public void The_default_is_no_pass() => default(MoneyButtonCheck).PaysMerchant.Should().BeFalse();

    private static MoneyButtonPayment Pays(params (string UserId, decimal Amount, string Currency)[] outputs) => new()
    {
        PaymentOutputs = [.. outputs.Select(output => new MoneyButtonOutput { Type = "USER", UserId = output.UserId, Amount = output.Amount, Currency = output.Currency })],
    };
}
