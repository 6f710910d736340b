using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Checkout;

public sealed class CheckoutAnswerTests
{
    [Test]
    public async Task Stripe_redirects()
    {
        var checkout = await Create("stripe", """{"url":"https://checkout.stripe.com/c/pay/cs_1#x"}""");

        checkout.Should().Be(new RedirectCheckout { Provider = PaymentProvider.Stripe, Url = new("https://checkout.stripe.com/c/pay/cs_1#x") });
    }

    [TestCase("paypal")]
    [TestCase("square")]
    [TestCase("nowpayments")]
    [TestCase("coinbase-business")]
    [TestCase("dodopayments")]
    [TestCase("makepay")]
    [TestCase("a-new-one")]
    public async Task Hosted_pages_redirect_and_may_give_a_payment_id(string provider)
    {
        var checkout = await Create(provider, """{"url":"https://pay.example/p/1","paymentId":"pay_1"}""");

        checkout.Should().Be(new RedirectCheckout
        {
            Provider = new(provider),
            TransactionId = "pay_1",
            PaymentId = "pay_1",
            Url = new("https://pay.example/p/1"),
        });
    }

    [Test]
    public async Task A_numeric_payment_id_is_text()
    {
        (await Create("nowpayments", """{"url":"https://pay.example/","paymentId":5077125051}""")).TransactionId.Should().Be("5077125051");
    }

    [Test]
    public async Task Authorize_net_posts_a_form()
    {
        var checkout = await Create("authorizenet", """{"url":"https://accept.authorize.net/payment/payment","token":"tok","paymentId":"p1"}""");

        checkout.Should().Be(new FormPostCheckout
        {
            Provider = PaymentProvider.AuthorizeNet,
            TransactionId = "p1",
            PaymentId = "p1",
            Token = "tok",
            Url = new("https://accept.authorize.net/payment/payment"),
        });
    }

    [Test]
    public async Task Cryptomus_gives_an_address()
    {
        var checkout = await Create("cryptomus", """{"uuid":"u-1","address":"TXYZ","qr":"data:image/png;base64,AAAA","amount":"15.50"}""");

        checkout.Should().Be(new CryptoCheckout
        {
            Provider = PaymentProvider.Cryptomus,
            TransactionId = "u-1",
            PaymentId = "u-1",
            Address = "TXYZ",
            Amount = 15.50m,
            AmountText = "15.50",
            QrImage = "data:image/png;base64,AAAA",
        });
    }

    [Test]
    public async Task Cryptomus_may_redirect()
    {
        (await Create("cryptomus", """{"url":"https://pay.cryptomus.com/pay/u-1"}""")).Should().BeOfType<RedirectCheckout>();
    }

    [Test]
    public async Task Monero_gives_an_exact_amount_and_a_wallet_link()
    {
        var checkout = await Create("monero", """
            {"paymentId":"xmr_1","address":"84abc","addressIndex":7,"atomicAmount":"123400000000","xmrAmount":"0.123400000000",
             "uri":"monero:84abc?tx_amount=0.123400000000","expiresAt":1778720661123}
            """);

        checkout.Should().Be(new CryptoCheckout
        {
            Provider = PaymentProvider.Monero,
            TransactionId = "xmr_1",
            PaymentId = "xmr_1",
            Address = "84abc",
            AddressIndex = 7,
            AtomicAmount = 123400000000m,
            Amount = 0.1234m,
            AmountText = "0.1234",
            WalletUri = new("monero:84abc?tx_amount=0.1234"),
            QrText = "monero:84abc?tx_amount=0.1234",
            ExpiresAt = new DateTimeOffset(2026, 5, 14, 1, 4, 21, 123, TimeSpan.Zero),
        });
    }

    [TestCase("\"1778720661123\"")]
    [TestCase("1778720661123.0")]
    public async Task The_expiry_may_come_as_text_or_with_a_point(string json)
    {
        var checkout = await Create("monero", $$"""{"address":"84abc","expiresAt":{{json}}}""");

        checkout.As<CryptoCheckout>().ExpiresAt.Should().Be(new DateTimeOffset(2026, 5, 14, 1, 4, 21, 123, TimeSpan.Zero));
    }

    [Test]
    public async Task A_small_amount_is_shown_without_an_exponent()
    {
        var checkout = await Create("monero", """{"address":"84abc","xmrAmount":1.5e-7}""");

        checkout.As<CryptoCheckout>().AmountText.Should().Be("0.00000015");
    }

    [Test]
    public async Task Pay_by_mail_gives_instructions()
    {
        var checkout = await Create("manual", """
            {"txId":"tx_9","referenceCode":"X2M-K9P-R7QW","mailingAddress":"1 Main St\nReno NV","expectedAmount":25.00,"expectedCurrency":"USD","instructions":"Write the code on it."}
            """);

        checkout.Should().Be(new ManualCheckout
        {
            Provider = PaymentProvider.Manual,
            TransactionId = "tx_9",
            ReferenceCode = "X2M-K9P-R7QW",
            MailingAddress = "1 Main St\nReno NV",
            ExpectedAmount = 25m,
            ExpectedCurrency = "USD",
            Instructions = "Write the code on it.",
        });
    }

    [Test]
    public async Task Pay_by_mail_has_an_older_answer()
    {
        var checkout = await Create("manual", """
            {"referenceCode":"GBK-7Q2M","mailingAddress":"1 Main St","expectedCurrency":"GOLDBACK","amount":"25.00","currency":"USD"}
            """);

        checkout.Should().Be(new ManualCheckout
        {
            Provider = PaymentProvider.Manual,
            ReferenceCode = "GBK-7Q2M",
            MailingAddress = "1 Main St",
            ExpectedCurrency = "GOLDBACK",
            Amount = 25m,
            Currency = "USD",
        });
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("JavaScript://pay.example/%0aalert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("http://pay.example/")]
    [TestCase("https://user@pay.example/")]
    [TestCase("https://pay.example/\\u0009x")]
    [TestCase("https:\\\\\\\\pay.example")]
    [TestCase("//pay.example/")]
    [TestCase("/pay")]
    [TestCase("monero:84abc")]
    [TestCase("")]
    public async Task An_unsafe_page_is_never_passed_on(string url)
    {
        var act = () => Create("stripe", $$"""{"url":"{{url}}"}""");

        (await act.Should().ThrowAsync<CoinMoebiusApiException>()).Which.Message.Should().Contain("not passed on").And.NotContain("alert");
    }

    [TestCase("http://localhost:5005/pay")]
    [TestCase("http://127.0.0.1/pay")]
    [TestCase("http://[::1]:80/pay")]
    public async Task A_page_on_a_loopback_address_may_be_http(string url)
    {
        (await Create("stripe", $$"""{"url":"{{url}}"}""")).As<RedirectCheckout>().Url.Should().Be(new Uri(url));
    }

    [TestCase("bitcoin:84abc")]
    [TestCase("javascript:alert(1)//monero:84abc")]
    [TestCase("monero:")]
    [TestCase("monero://84abc")]
    [TestCase("monero:84abc?tx_amount=1\\u000ax")]
    [TestCase("monero:84abc?x=<b>")]
    public async Task An_unsafe_wallet_link_is_never_passed_on(string uri)
    {
        var act = () => Create("monero", $$"""{"address":"84abc","uri":"{{uri}}"}""");

        (await act.Should().ThrowAsync<CoinMoebiusApiException>()).Which.Message.Should().Contain("not passed on");
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("")]
    [TestCase("<html>")]
    [TestCase("{\"url\":7}")]
    [TestCase("{\"url\":\"https://a.example\\ud800\"}")]
    public async Task A_body_that_is_no_checkout_is_an_api_exception(string body)
    {
        var act = () => Create("stripe", body);

        (await act.Should().ThrowAsync<CoinMoebiusApiException>()).Which.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
    }

    [Test]
    public async Task Authorize_net_without_a_token_is_no_checkout()
    {
        await FluentActions.Awaiting(() => Create("authorizenet", """{"url":"https://accept.authorize.net/"}""")).Should().ThrowAsync<CoinMoebiusApiException>();
    }

    [Test]
    public void The_form_encodes_everything()
    {
        var form = new FormPostCheckout { Provider = PaymentProvider.AuthorizeNet, Url = new("https://a.example/?a=1&b=\"2\""), Token = "\"><script>" };

        var html = form.ToHtmlForm("Pay <now>", "n\"1");

        html.Should().Contain("value=\"&quot;&gt;&lt;script&gt;\"")
            .And.Contain("action=\"https://a.example/?a=1&amp;b=%222%22\"")
            .And.Contain("Pay &lt;now&gt;")
            .And.Contain("nonce=\"n&quot;1\"");
    }

    [Test]
    public async Task A_checkout_prints_no_token_or_address()
    {
        (await Create("authorizenet", """{"url":"https://a.example","token":"t0ken"}""")).ToString().Should().Be("FormPostCheckout authorizenet");
    }

    private static Task<Sdk.Checkout> Create(string provider, string answer) =>
        new StubApi().Answer(answer).Client.CreateCheckoutAsync(new() { Provider = new(provider), ProductId = "t-shirt" });
}
