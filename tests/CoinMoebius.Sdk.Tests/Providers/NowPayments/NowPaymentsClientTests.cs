using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Tests.Support;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.NowPayments;

public sealed class NowPaymentsClientTests : IDisposable
{
    private const string Key = "A7M40XV-5ECRET0-KVVED3G-NW3V0TK";
    private const string Base = "https://api.nowpayments.io/v1/";
    private const string Payment = """{"payment_id":5077125051,"payment_status":"waiting"}""";

    private readonly MockHttpMessageHandler _http = new();

    public void Dispose() => _http.Dispose();

    [Test]
    public async Task Every_method_calls_its_path_with_the_key()
    {
        _http.Expect(HttpMethod.Get, Base + "status").With(request => !request.Headers.Contains("x-api-key")).Respond("application/json", """{"message":"OK"}""");
        Expect(HttpMethod.Get, "currencies").Respond("application/json", """{"currencies":["btc","usdttrc20",7,null]}""");
        Expect(HttpMethod.Get, "merchant/coins").Respond("application/json", """{"selectedCurrencies":["BTC","ETH"]}""");
        Expect(HttpMethod.Get, "estimate?amount=3999.50&currency_from=usd&currency_to=btc")
            .Respond("application/json", """{"currency_from":"usd","amount_from":3999.5,"currency_to":"btc","estimated_amount":"0.17061637"}""");
        Expect(HttpMethod.Get, "min-amount?currency_from=eth").Respond("application/json", """{"currency_from":"eth","min_amount":1e-8}""");
        Expect(HttpMethod.Get, "min-amount?currency_from=eth&currency_to=trx&fiat_equivalent=usd")
            .Respond("application/json", """{"currency_from":"eth","currency_to":"trx","min_amount":0.0078999,"fiat_equivalent":35.4}""");
        Expect(HttpMethod.Post, "invoice").WithContent("""{"price_amount":10.50,"price_currency":"usd"}""")
            .Respond("application/json", """{"id":"4522625843","invoice_url":"https://nowpayments.io/payment/?iid=4522625843","price_amount":"10.50"}""");
        Expect(HttpMethod.Post, "payment").WithContent("""{"price_amount":10.50,"price_currency":"usd","pay_currency":"btc","order_id":"order-7"}""")
            .Respond(HttpStatusCode.Created, "application/json", Payment);
        Expect(HttpMethod.Get, "payment/5077125051").Respond("application/json", Payment);
        var client = Client();

        (await client.IsAvailableAsync()).Should().BeTrue();
        (await client.GetCurrenciesAsync()).Should().Equal("btc", "usdttrc20");
        (await client.GetMerchantCurrenciesAsync()).Should().Equal("BTC", "ETH");
        (await client.GetEstimateAsync(3999.50m, "USD", "btc")).EstimatedAmount.Should().Be(0.17061637m);
        (await client.GetMinimumAmountAsync(new() { CurrencyFrom = "eth" })).MinAmount.Should().Be(0.00000001m);
        (await client.GetMinimumAmountAsync(new() { CurrencyFrom = "ETH", CurrencyTo = "TRX", FiatCurrency = "USD" })).FiatEquivalent.Should().Be(35.4m);
        var invoice = await client.CreateInvoiceAsync(new() { PriceAmount = 10.50m, PriceCurrency = "usd" });
        (invoice.Id, invoice.PriceAmount, invoice.InvoiceUrl!.Query).Should().Be(("4522625843", 10.50m, "?iid=4522625843"));
        (await client.CreatePaymentAsync(new() { PriceAmount = 10.50m, PriceCurrency = "usd", PayCurrency = "btc", OrderId = "order-7" })).PaymentId
            .Should().Be("5077125051");
        (await client.GetPaymentAsync("5077125051")).Status.Should().Be(NowPaymentsPaymentStatus.Waiting);

        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task What_is_created_has_every_member_that_was_set()
    {
        _http.Expect("*").WithContent(
            """{"price_amount":1,"price_currency":"eur","pay_currency":"btc","pay_amount":0.00001,"order_id":"o","order_description":"d","ipn_callback_url":"https://shop.example/ipn","is_fixed_rate":true,"is_fee_paid_by_user":false,"case":"success"}""")
            .Respond("application/json", Payment);
        _http.Expect("*").WithContent(
            """{"price_amount":1,"price_currency":"eur","pay_currency":"btc","order_id":"o","order_description":"d","ipn_callback_url":"https://shop.example/ipn","success_url":"https://shop.example/yes?a=b\u0026c","cancel_url":"https://shop.example/no","partially_paid_url":"https://shop.example/part","is_fixed_rate":false,"is_fee_paid_by_user":true}""")
            .Respond("application/json", """{"id":7}""");
        var client = Client();

        await client.CreatePaymentAsync(new()
        {
            PriceAmount = 1,
            PriceCurrency = "eur",
            PayCurrency = "btc",
            PayAmount = 0.00001m,
            OrderId = "o",
            OrderDescription = "d",
            IpnCallbackUrl = new("https://shop.example/ipn"),
            IsFixedRate = true,
            IsFeePaidByUser = false,
            AdditionalFields = new Dictionary<string, JsonElement> { ["case"] = JsonElement.Parse("\"success\"") },
        });
        (await client.CreateInvoiceAsync(new()
        {
            PriceAmount = 1,
            PriceCurrency = "eur",
            PayCurrency = "btc",
            OrderId = "o",
            OrderDescription = "d",
            IpnCallbackUrl = new("https://shop.example/ipn"),
            SuccessUrl = new("https://shop.example/yes?a=b&c"),
            CancelUrl = new("https://shop.example/no"),
            PartiallyPaidUrl = new("https://shop.example/part"),
            IsFixedRate = false,
            IsFeePaidByUser = true,
        })).Id.Should().Be("7");

        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task What_cannot_be_right_is_not_sent()
    {
        var anything = _http.When("*").Respond("application/json", "{}");
        var client = Client();
        var invoice = new NowPaymentsInvoiceRequest { PriceAmount = 1, PriceCurrency = "usd" };
        var payment = new NowPaymentsPaymentRequest { PriceAmount = 1, PriceCurrency = "usd", PayCurrency = "btc" };
        var bad = new (Func<Task> Call, string Message)[]
        {
            (() => client.CreateInvoiceAsync(null!), "*request*"),
            (() => client.CreateInvoiceAsync(invoice with { PriceAmount = 0 }), "*above zero*PriceAmount*"),
            (() => client.CreateInvoiceAsync(invoice with { PriceCurrency = " " }), "*PriceCurrency*"),
            (() => client.CreateInvoiceAsync(invoice with { PayCurrency = "btc&x=y" }), "*letters and digits*PayCurrency*"),
            (() => client.CreateInvoiceAsync(invoice with { SuccessUrl = new("/back", UriKind.Relative) }), "*absolute*SuccessUrl*"),
            (() => client.CreateInvoiceAsync(invoice with { CancelUrl = new("javascript:alert(1)") }), "*https*CancelUrl*"),
            (() => client.CreateInvoiceAsync(invoice with { PartiallyPaidUrl = new("file:///x") }), "*PartiallyPaidUrl*"),
            (() => client.CreateInvoiceAsync(invoice with { IpnCallbackUrl = new("ftp://shop.example") }), "*IpnCallbackUrl*"),
            (() => client.CreatePaymentAsync(null!), "*request*"),
            (() => client.CreatePaymentAsync(payment with { PriceAmount = -1 }), "*PriceAmount*"),
            (() => client.CreatePaymentAsync(payment with { PayAmount = 0 }), "*PayAmount*"),
            (() => client.CreatePaymentAsync(payment with { PayCurrency = "" }), "*PayCurrency*"),
            (() => client.CreatePaymentAsync(payment with { PriceCurrency = null! }), "*PriceCurrency*"),
            (() => client.GetEstimateAsync(0, "usd", "btc"), "*amount*"),
            (() => client.GetEstimateAsync(1, "us/d", "btc"), "*currencyFrom*"),
            (() => client.GetEstimateAsync(1, "usd", ""), "*currencyTo*"),
            (() => client.GetMinimumAmountAsync(new() { CurrencyFrom = "usd", CurrencyTo = " " }), "*query*"),
            (() => client.GetMinimumAmountAsync(new() { CurrencyFrom = "usd", FiatCurrency = "$" }), "*query*"),
            (() => client.GetPaymentAsync(".."), "*paymentId*"),
            (() => client.GetPaymentAsync(" "), "*paymentId*"),
        };

        foreach (var (call, message) in bad)
        {
            (await call.Should().ThrowAsync<ArgumentException>(message)).WithMessage(message);
        }

        client.Invoking(it => it.WatchPaymentAsync("")).Should().Throw<ArgumentException>();
        _http.GetMatchCount(anything).Should().Be(0);
    }

    [TestCase("{}", "no payment")]
    [TestCase("""{"payment_id":null,"payment_status":"finished"}""", "no payment")]
    [TestCase("""{"payment_id":{},"payment_status":"finished"}""", "no payment")]
    [TestCase("""{"payment_id":5077125052,"payment_status":"finished"}""", "another payment")]
    [TestCase("null", "no payment")]
    [TestCase("[]", "JSON")]
    [TestCase("<html>", "JSON")]
    public async Task An_answer_that_is_not_the_payment_asked_for_is_none(string body, string problem)
    {
        _http.When("*").Respond("application/json", body);

        (await Client().Awaiting(it => it.GetPaymentAsync("5077125051")).Should().ThrowAsync<CoinMoebiusApiException>()).WithMessage($"*{problem}*");
    }

    [TestCase("""{"message":"down"}""")]
    [TestCase("""{"message":true}""")]
    [TestCase("{}")]
    [TestCase("[]")]
    public async Task An_API_that_does_not_say_that_it_is_up_is_not(string body)
    {
        _http.When("*").Respond("application/json", body);

        (await Client().IsAvailableAsync()).Should().BeFalse();
    }

    [Test]
    public async Task An_answer_without_currencies_or_an_invoice_is_none([Values("{}", "null", "[]", "{\"currencies\":{}}")] string body)
    {
        _http.When("*").Respond("application/json", body);
        var client = Client();

        await client.Awaiting(it => it.GetCurrenciesAsync()).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.GetMerchantCurrenciesAsync()).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.CreateInvoiceAsync(new() { PriceAmount = 1, PriceCurrency = "usd" })).Should().ThrowAsync<CoinMoebiusApiException>();
    }

    [TestCase(HttpStatusCode.BadRequest, "INVALID_REQUEST_PARAMS", typeof(CoinMoebiusValidationException))]
    [TestCase(HttpStatusCode.Forbidden, "INVALID_API_KEY", typeof(CoinMoebiusAuthenticationException))]
    [TestCase(HttpStatusCode.Unauthorized, "AUTH_REQUIRED", typeof(CoinMoebiusAuthenticationException))]
    [TestCase(HttpStatusCode.NotFound, "NOT_FOUND", typeof(CoinMoebiusNotFoundException))]
    [TestCase(HttpStatusCode.TooManyRequests, "TOO_MANY", typeof(CoinMoebiusRateLimitException))]
    [TestCase(HttpStatusCode.InternalServerError, "INTERNAL_ERROR", typeof(CoinMoebiusApiException))]
    public async Task Errors_have_their_family_and_hold_no_key(HttpStatusCode status, string code, Type expected)
    {
        _http.When("*").Respond(status, "application/json", $$"""{"status":false,"statusCode":{{(int)status}},"code":"{{code}}","message":"No {{Key}}"}""");

        var error = (await Client(options => options.MaxRetries = 0).Awaiting(it => it.GetPaymentAsync("1")).Should().ThrowAsync<CoinMoebiusApiException>()).Which;

        error.Should().BeOfType(expected);
        error.ErrorCode.Should().Be(code);
        error.Message.Should().StartWith($"The NOWPayments API answered {(int)status} ({code}).");
        error.ToString().Should().NotContain(Key);
    }

    [Test]
    public async Task Only_what_changes_nothing_is_sent_again()
    {
        var calls = new List<string>();
        _http.When("*").Respond(request =>
        {
            calls.Add($"{request.Method} {request.RequestUri!.Segments[^1]}");
            return new HttpResponseMessage(HttpStatusCode.BadGateway);
        });
        var client = Client(options => (options.MaxRetries, options.RetryDelay, options.MaxRetryDelay) = (1, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1)));

        await client.Awaiting(it => it.CreateInvoiceAsync(new() { PriceAmount = 1, PriceCurrency = "usd" })).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.CreatePaymentAsync(new() { PriceAmount = 1, PriceCurrency = "usd", PayCurrency = "btc" })).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.GetPaymentAsync("1")).Should().ThrowAsync<CoinMoebiusApiException>();

        calls.Should().Equal("POST invoice", "POST payment", "GET 1", "GET 1");
    }

    [Test]
    public async Task A_watch_tells_each_change_and_ends_with_a_final_status()
    {
        string[] answers =
        [
            """{"payment_id":1,"payment_status":"waiting"}""", """{"payment_id":1,"payment_status":"waiting","updated_at":1}""",
            """{"payment_id":1,"payment_status":"confirming","actually_paid":1}""", """{"payment_id":1,"payment_status":"confirming","actually_paid":2}""",
            """{"payment_id":1,"payment_status":"something_new","actually_paid":2}""", """{"payment_id":1,"payment_status":"partially_paid","actually_paid":2}""",
        ];
        foreach (var answer in answers)
        {
            _http.Expect(Base + "payment/1").Respond("application/json", answer);
        }

        var clock = new PauseClock();
        var options = Options();
        options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromMinutes(30);
        var seen = new List<string>();
        await clock.RunAsync(WatchAsync());

        seen.Should().Equal("waiting ", "confirming 1", "confirming 2", "something_new 2", "partially_paid 2");
        _http.VerifyNoOutstandingExpectation();

        async Task WatchAsync()
        {
            await foreach (var payment in new NowPaymentsClient(_http.ToHttpClient(), options, clock).WatchPaymentAsync("1"))
            {
                seen.Add($"{payment.Status} {payment.ActuallyPaid}");
            }
        }
    }

    [Test]
    public async Task The_sandbox_has_a_host_of_its_own_and_a_simulator_too()
    {
        _http.Expect("https://api-sandbox.nowpayments.io/v1/payment/1").Respond("application/json", """{"payment_id":1}""");
        _http.Expect("http://localhost:5005/v1/payment/1").Respond("application/json", """{"payment_id":1}""");

        await Client(options => options.Environment = NowPaymentsEnvironment.Sandbox).GetPaymentAsync("1");
        await Client(options => (options.BaseAddress, options.Environment) = (new("http://localhost:5005"), NowPaymentsEnvironment.Sandbox)).GetPaymentAsync("1");

        _http.VerifyNoOutstandingExpectation();
        var options = new NowPaymentsOptions { Environment = NowPaymentsEnvironment.Sandbox };
        options.Environment = NowPaymentsEnvironment.Live;
        options.BaseAddress.Should().Be("https://api.nowpayments.io");
    }

    [TestCase("")]
    [TestCase("key key")]
    [TestCase("key\n")]
    [TestCase(null)]
    public void A_key_that_cannot_be_one_is_refused(string? key) =>
        FluentActions.Invoking(() => new NowPaymentsClient(new NowPaymentsOptions { ApiKey = key! })).Should().Throw<OptionsValidationException>().WithMessage("NowPayments: ApiKey *");

    [Test]
    public void Another_environment_is_refused_and_the_key_does_not_print()
    {
        var options = Options();
        options.ToString().Should().Be("NowPaymentsOptions { Environment = Live, BaseAddress = https://api.nowpayments.io/ }");

        options.Environment = (NowPaymentsEnvironment)7;
        FluentActions.Invoking(() => new NowPaymentsClient(options)).Should().Throw<OptionsValidationException>().WithMessage("NowPayments: Environment is 7*")
            .Which.Message.Should().NotContain(Key);
    }

    private static NowPaymentsOptions Options() => new() { ApiKey = Key };

    private MockedRequest Expect(HttpMethod method, string path) => _http.Expect(method, Base + path).WithHeaders("x-api-key", Key);

    private NowPaymentsClient Client(Action<NowPaymentsOptions>? configure = null)
    {
        var options = Options();
        configure?.Invoke(options);
        return new(_http.ToHttpClient(), options);
    }
}
