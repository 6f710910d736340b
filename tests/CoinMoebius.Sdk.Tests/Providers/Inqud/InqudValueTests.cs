using CoinMoebius.Sdk.Inqud;

namespace CoinMoebius.Sdk.Tests.Providers.Inqud;

public sealed class InqudValueTests
{
    [TestCase("TRON_USDT", "TRON", "USDT")]
    [TestCase("BNB_SMART_CHAIN_USDT", "BNB_SMART_CHAIN", "USDT")]
    [TestCase("BTC", "BTC", "")]
    [TestCase("", "", "")]
    [TestCase("_", "", "")]
    public void A_coin_is_a_blockchain_and_a_symbol(string text, string blockchain, string symbol)
    {
        var coin = new InqudCoin(text);

        (coin.Value, coin.Blockchain, coin.Symbol, coin.ToString()).Should().Be((text, blockchain, symbol, text));
    }

    [Test]
    public void A_coin_is_made_of_two_parts_and_compared_by_its_text()
    {
        new InqudCoin("tron", "Usdt").Should().Be(InqudCoin.TronUsdt);
        new InqudCoin("tron_usdt").Should().NotBe(InqudCoin.TronUsdt, "text is kept as it is");
        default(InqudCoin).Value.Should().BeEmpty();
        FluentActions.Invoking(() => new InqudCoin("", "USDT")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new InqudCoin("TRON", " ")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new InqudCoin(null!)).Should().Throw<ArgumentNullException>();
    }

    [Test]
    [SetCulture("tr-TR")]
    public void A_coin_does_not_depend_on_the_culture() => new InqudCoin("bitcoin", "bit").Value.Should().Be("BITCOIN_BIT");

    [TestCase("NEW", false, false, false)]
    [TestCase("REQUEST_CREATED", false, false, false)]
    [TestCase("PAYMENT_DETECTED", false, false, false)]
    [TestCase("SUCCESS", true, true, false)]
    [TestCase("CONFLICT", false, true, true)]
    [TestCase("EXPIRED", false, true, false)]
    [TestCase("COMPLETED", false, false, false)]
    [TestCase("success", false, false, false)]
    [TestCase("", false, false, false)]
    public void A_checkouts_status_says_whether_it_is_paid_and_over(string text, bool isPaid, bool isFinal, bool isConflict)
    {
        var status = new InqudCheckoutStatus(text);

        (status.IsPaid, status.IsFinal, status.IsConflict, status.ToString()).Should().Be((isPaid, isFinal, isConflict, text));
    }

    [TestCase("WAITING_PAYMENT", false, false, false)]
    [TestCase("PENDING_PAYMENT", false, false, false)]
    [TestCase("SUCCESS", true, true, false)]
    [TestCase("CONFLICT", false, true, true)]
    [TestCase("EXPIRED", false, true, false)]
    [TestCase("PAID", false, false, false)]
    public void A_requests_status_says_whether_it_is_paid_and_over(string text, bool isPaid, bool isFinal, bool isConflict)
    {
        var status = new InqudRequestStatus(text);

        (status.IsPaid, status.IsFinal, status.IsConflict, status.ToString()).Should().Be((isPaid, isFinal, isConflict, text));
    }

    [TestCase("NEW", false, false)]
    [TestCase("PENDING", false, false)]
    [TestCase("FROZEN", false, false)]
    [TestCase("SUCCESS", true, true)]
    [TestCase("PARTIAL_SUCCESS", false, true)]
    [TestCase("FAILED", false, true)]
    [TestCase("CANCELLED", false, true)]
    [TestCase("EXPIRED", false, true)]
    [TestCase("COMPLETED", false, false)]
    public void A_payments_status_says_whether_it_is_paid_and_over(string text, bool isPaid, bool isFinal)
    {
        var status = new InqudPaymentStatus(text);

        (status.IsPaid, status.IsFinal, status.ToString()).Should().Be((isPaid, isFinal, text));
    }

    [Test]
    public void The_named_statuses_are_their_constants()
    {
        InqudCheckoutStatus.RequestCreated.Value.Should().Be(InqudCheckoutStatus.Values.RequestCreated);
        InqudRequestStatus.WaitingPayment.Value.Should().Be(InqudRequestStatus.Values.WaitingPayment);
        InqudPaymentStatus.PartialSuccess.Value.Should().Be(InqudPaymentStatus.Values.PartialSuccess);
        default(InqudCheckoutStatus).Should().Be(new InqudCheckoutStatus(""));
        default(InqudRequestStatus).GetHashCode().Should().Be(new InqudRequestStatus("").GetHashCode());
        default(InqudPaymentStatus).IsFinal.Should().BeFalse();
    }
}
