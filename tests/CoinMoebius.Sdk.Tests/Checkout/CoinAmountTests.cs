using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoinMoebius.Sdk.Client.Checkouts;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Tests.Checkout;

public sealed partial class CoinAmountTests
{
    private const string Address = "8BCftYkNzyNExzYabpAAxsEB9QBtHxA57GVoNw1eA45KTbbskpdPL2z4RjCAHv1BWNQDPURtFkRx64Mtn9x4UqYbCDUvzxC";
    private const decimal PiconeroPerXmr = 1_000_000_000_000m;

    [Test]
    public async Task What_the_API_really_answers_becomes_what_a_wallet_takes()
    {
        var checkout = await Create("monero", $$"""
            {"paymentId":"xmr_t_1","address":"{{Address}}","addressIndex":2,"atomicAmount":"124937500000","xmrAmount":0.12493749999999999,
             "uri":"monero:{{Address}}?tx_amount=0.12493749999999999","expiresAt":1796090328727}
            """);

        (checkout.AmountText, checkout.Amount, checkout.AtomicAmount).Should().Be(("0.1249375", 0.1249375m, 124937500000m));
        checkout.WalletUri!.OriginalString.Should().Be($"monero:{Address}?tx_amount=0.1249375");
        checkout.QrText.Should().Be($"monero:{Address}?tx_amount=0.1249375");
    }

    // Rates at which JavaScript's division leaves digits that no wallet takes, exponents among them.
    [TestCase(160)]
    [TestCase(16000000)]
    [TestCase(161.37, Category = Exhaustive.Category)]
    [TestCase(333.3, Category = Exhaustive.Category)]
    [TestCase(0.07, Category = Exhaustive.Category)]
    [TestCase(99999.99, Category = Exhaustive.Category)]
    public void Every_price_at_every_rate_becomes_a_link_that_a_wallet_accepts(double rate)
    {
        var unreadable = 0;
        for (var cents = 1; cents <= 9999; cents++)
        {
            var xmr = cents / 100.0 / rate;
            var atomic = decimal.Ceiling(cents / 100m / (decimal)rate * PiconeroPerXmr).ToString("0", CultureInfo.InvariantCulture);
            var digits = xmr.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);
            using var answer = JsonDocument.Parse(
                $$"""{"paymentId":"p","address":"{{Address}}","atomicAmount":"{{atomic}}","xmrAmount":{{digits}},"uri":"monero:{{Address}}?tx_amount={{digits}}"}""");

            var checkout = (CryptoCheckout)CheckoutJson.Read(answer.RootElement, PaymentProvider.Monero);

            ReadLikeAWallet(checkout.WalletUri!.OriginalString).Should().Be(atomic, "{0} cents at {1}", cents, rate);
            ReadLikeAWallet(checkout.QrText!).Should().Be(atomic);
            ReadLikeAWallet($"monero:{Address}?tx_amount={checkout.AmountText}").Should().Be(atomic);
            unreadable += ReadLikeAWallet($"monero:{Address}?tx_amount={digits}") is null ? 1 : 0;
        }

        unreadable.Should().BePositive("else this would test nothing");
    }

    [Test]
    public void No_culture_changes_the_point()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Read("""{"address":"84abc","atomicAmount":"1500000000000","uri":"monero:84abc?tx_amount=1,5"}""").WalletUri!.OriginalString
                .Should().Be("monero:84abc?tx_amount=1.5");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestCase("?tx_amount=0.3&recipient_name=Shop%20%26%20Co&tx_description=Order%207", "?tx_amount=0.25&recipient_name=Shop%20%26%20Co&tx_description=Order%207")]
    [TestCase("?recipient_name=Shop&tx_amount=2.5e-1", "?recipient_name=Shop&tx_amount=0.25")]
    [TestCase("?tx_amount=0.3&tx_amount=9", "?tx_amount=0.25")]
    [TestCase("?tx%5Famount=9&x=1", "?tx_amount=0.25&x=1")]
    [TestCase("?TX_AMOUNT=9", "?tx_amount=0.25")]
    [TestCase("?recipient_name=Shop", "?tx_amount=0.25&recipient_name=Shop")]
    [TestCase("?", "?tx_amount=0.25")]
    [TestCase("", "?tx_amount=0.25")]
    [TestCase("?tx_amount", "?tx_amount=0.25")]
    public void The_amount_of_a_link_is_written_anew_and_the_rest_is_kept(string query, string expected) =>
        Read($$"""{"address":"84abc","atomicAmount":"250000000000","uri":"monero:84abc{{query}}"}""").WalletUri!.OriginalString.Should().Be("monero:84abc" + expected);

    [Test]
    public void A_link_in_the_QR_code_is_written_anew_too() =>
        Read("""{"address":"84abc","atomicAmount":"62500","qr":"monero:84abc?tx_amount=6.250000000000001e-8"}""").QrText
            .Should().Be("monero:84abc?tx_amount=0.0000000625");

    [TestCase("0.12493749999999999", "0.1249375")]
    [TestCase("6.250000000000001e-8", "0.000000062501")]
    [TestCase("1e-13", "0.000000000001")]
    [TestCase("0.30000000000000004", "0.300000000001")]
    [TestCase("\"2.50\"", "2.5")]
    [TestCase("3", "3")]
    public void Without_an_atomic_amount_it_is_rounded_up_to_a_piconero(string xmr, string expected)
    {
        var checkout = Read($$"""{"address":"84abc","xmrAmount":{{xmr}},"uri":"monero:84abc?tx_amount=0.1"}""");

        (checkout.AmountText, checkout.AtomicAmount).Should().Be((expected, null));
        checkout.WalletUri!.OriginalString.Should().Be("monero:84abc?tx_amount=" + expected);
    }

    [Test]
    public void A_link_that_alone_names_the_amount_keeps_it_as_a_wallet_reads_it()
    {
        Read("""{"address":"84abc","uri":"monero:84abc?tx_amount=7e-8"}""").WalletUri!.OriginalString.Should().Be("monero:84abc?tx_amount=0.00000007");
        Read("""{"address":"84abc","uri":"monero:84abc"}""").WalletUri!.OriginalString.Should().Be("monero:84abc");
    }

    [TestCase("""{"address":"TXYZ","decimalPoint":4,"atomicAmount":"199900","assetAmount":19.990000000000002}""", "19.99", "199900")]
    [TestCase("""{"address":"TXYZ","decimalPoint":18,"atomicAmount":"20000000000000000001"}""", "20.000000000000000001", "20000000000000000001")]
    [TestCase("""{"address":"TXYZ","decimalPoint":0,"atomicAmount":7}""", "7", "7")]
    [TestCase("""{"address":"TXYZ","decimalPoint":4,"assetAmount":19.990000000000002}""", "19.9901", null)]
    [TestCase("""{"address":"TXYZ","amount":"0.12345"}""", "0.12345", null)]
    [TestCase("""{"address":"TXYZ","amount":1.5e-7}""", "0.00000015", null)]
    [TestCase("""{"address":"TXYZ","atomicAmount":"199900","amount":"19.990"}""", "19.990", "199900")]
    public void Other_coins_have_the_decimals_that_the_answer_gives_them(string answer, string text, string? atomic)
    {
        var checkout = Read(answer, "a-new-coin");

        (checkout.AmountText, checkout.AtomicAmount?.ToString(CultureInfo.InvariantCulture)).Should().Be((text, atomic));
        checkout.Amount.Should().Be(decimal.Parse(text, CultureInfo.InvariantCulture));
    }

    [TestCase("""{"address":"84abc","uri":"monero:84abd?tx_amount=1"}""")]
    [TestCase("""{"address":"84abc","uri":"monero:84ABC?tx_amount=1"}""")]
    [TestCase("""{"address":"84abc","qr":"monero:84abd?tx_amount=1"}""")]
    [TestCase("""{"address":"84abc","uri":"monero:84abc?tx_amount=much"}""")]
    [TestCase("""{"address":"84abc","uri":"monero:84abc?tx_amount=-1"}""")]
    [TestCase("""{"address":"84abc","uri":"monero:84abc?tx_amount=1,5"}""")]
    [TestCase("""{"address":"84abc","uri":7}""")]
    [TestCase("""{"address":"84abc","atomicAmount":"12.5"}""")]
    [TestCase("""{"address":"84abc","atomicAmount":"-1"}""")]
    [TestCase("""{"address":"84abc","atomicAmount":"0"}""")]
    [TestCase("""{"address":"84abc","atomicAmount":"1e12"}""")]
    [TestCase("""{"address":"84abc","atomicAmount":""}""")]
    [TestCase("""{"address":"84abc","atomicAmount":true}""")]
    [TestCase("""{"address":"84abc","atomicAmount":"18446744073709551616"}""")]
    [TestCase("""{"address":"84abc","xmrAmount":0}""")]
    [TestCase("""{"address":"84abc","xmrAmount":-0.5}""")]
    [TestCase("""{"address":"84abc","xmrAmount":18446745}""")]
    public async Task What_nobody_can_pay_is_never_passed_on(string answer)
    {
        var act = () => Create("monero", answer);

        (await act.Should().ThrowAsync<CoinMoebiusApiException>()).Which.Message.Should().Contain("not passed on");
    }

    /// <summary>The amount in piconero as monero-project's wallet reads it, which takes digits, one point and 12 decimals; null when it refuses.</summary>
    private static string? ReadLikeAWallet(string link)
    {
        var match = WalletForm().Match(link);
        return match.Success
            ? (decimal.Parse(match.Groups[1].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * PiconeroPerXmr)
                .ToString("0", CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex("^monero:[1-9A-HJ-NP-Za-km-z]{95}\\?tx_amount=([0-9]+(?:\\.[0-9]{1,12})?)$")]
    private static partial Regex WalletForm();

    private static CryptoCheckout Read(string answer, string provider = "monero")
    {
        using var document = JsonDocument.Parse(answer);
        return (CryptoCheckout)CheckoutJson.Read(document.RootElement, new(provider));
    }

    private static async Task<CryptoCheckout> Create(string provider, string answer) =>
        (CryptoCheckout)await new StubApi().Answer(answer).Client.CreateCheckoutAsync(new() { Provider = new(provider), ProductId = "t-shirt" });
}
