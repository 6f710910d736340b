using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Providers.Cryptomus;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.Cryptomus;

public sealed class CryptomusClientTests : IDisposable
{
    private const string Key = "payment_api_key_5ecret";
    private const string Merchant = "8b03432e-385b-4670-8d06-064591096795";
    private const string Base = "https://api.cryptomus.com/v1/";
    private const string Uuid = "70b8db5c-b952-406d-af26-4e1c34c27f15";
    private const string Payment = $$$"""{"state":0,"result":{"uuid":"{{{Uuid}}}","order_id":"order-7","payment_status":"check","url":"https://pay.cryptomus.com/pay/1"}}""";
    private const string Done = """{"state":0,"result":[]}""";

    private readonly MockHttpMessageHandler _http = new();

    private static CryptomusPaymentRequest New { get; } = new() { Amount = 10.28m, Currency = "USD", OrderId = "order-7" };

    public void Dispose() => _http.Dispose();

    [Test]
    public async Task Every_method_calls_its_path_with_its_body()
    {
        Expect("payment", """{"amount":"10.28","currency":"USD","order_id":"order-7"}""").Respond("application/json", Payment);
        Expect("payment/info", $$"""{"uuid":"{{Uuid}}"}""").Respond("application/json", Payment);
        Expect("payment/info", """{"order_id":"order-7"}""").Respond("application/json", Payment);
        Expect("payment/services", "[]").Respond("application/json", """{"state":0,"result":[{"network":"ETH","currency":"DAI"},5,null]}""");
        Expect("payment/resend", $$"""{"uuid":"{{Uuid}}"}""").Respond("application/json", Done);
        Expect("test-webhook/payment", """{"url_callback":"https:\/\/shop.example\/hook","currency":"USDT","network":"tron","status":"paid"}""")
            .Respond("application/json", Done);
        var client = Client();

        (await client.CreatePaymentAsync(New)).Url.Should().Be(new Uri("https://pay.cryptomus.com/pay/1"));
        (await client.GetPaymentAsync(Uuid)).Status.Should().Be(CryptomusPaymentStatus.Check);
        (await client.GetPaymentByOrderIdAsync("order-7")).Uuid.Should().Be(Uuid);
        (await client.GetServicesAsync()).Single().Currency.Should().Be("DAI");
        await client.ResendWebhookAsync(Uuid);
        await client.SendTestWebhookAsync(new() { UrlCallback = new("https://shop.example/hook"), Currency = "USDT", Network = "tron" });

        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task All_of_a_payment_is_sent_as_PHP_would_print_it()
    {
        Expect(
            "payment",
            """{"amount":"0.00000001","currency":"BTC","order_id":"A-b_9","network":"btc","url_return":"https:\/\/shop.example\/back","url_success":"https:\/\/shop.example\/ok","url_callback":"https:\/\/shop.example\/webhooks\/cryptomus","is_payment_multiple":false,"lifetime":300,"to_currency":"BTC","subtract":100,"accuracy_payment_percent":2.5,"additional_data":"Größe ✓ <&> \u2028","currencies":[{"currency":"USDT","network":"tron"},{"currency":"BTC"}],"except_currencies":[],"course_source":"Binance","discount_percent":-5,"is_refresh":true,"new_member":{"a":[]}}""")
            .Respond("application/json", Payment.Replace("order-7", "A-b_9", StringComparison.Ordinal));

        await Client().CreatePaymentAsync(new()
        {
            Amount = 0.00000001m,
            Currency = "BTC",
            OrderId = "A-b_9",
            Network = "btc",
            UrlReturn = new("https://shop.example/back"),
            UrlSuccess = new("https://shop.example/ok"),
            UrlCallback = new("https://shop.example/webhooks/cryptomus"),
            IsPaymentMultiple = false,
            LifetimeSeconds = 300,
            ToCurrency = "BTC",
            Subtract = 100,
            AccuracyPaymentPercent = 2.50m,
            AdditionalData = "Größe ✓ <&> \u2028",
            Currencies = [new() { Currency = "USDT", Network = "tron" }, new() { Currency = "BTC" }],
            ExceptCurrencies = [],
            CourseSource = "Binance",
            DiscountPercent = -5,
            IsRefresh = true,
            AdditionalFields = new Dictionary<string, JsonElement> { ["new_member"] = JsonElement.Parse("""{"a":{}}""") },
        });

        _http.VerifyNoOutstandingExpectation();
    }

    [TestCase("1000000", "1000000")]
    [TestCase("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [TestCase("79228162514264337593543950335", "79228162514264337593543950335")]
    [TestCase("10.50", "10.50")]
    public async Task Amounts_never_have_an_exponent(string amount, string expected)
    {
        Expect("payment", $$"""{"amount":"{{expected}}","currency":"USD","order_id":"order-7"}""").Respond("application/json", Payment);

        await Client().CreatePaymentAsync(New with { Amount = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) });

        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task What_cannot_be_right_is_not_sent()
    {
        var anything = _http.When("*").Respond("application/json", Payment);
        var client = Client();
        var test = new CryptomusTestWebhook { UrlCallback = new("https://shop.example/hook"), Currency = "USDT", Network = "tron" };
        var bad = new (Func<Task> Call, string Message)[]
        {
            (() => client.CreatePaymentAsync(null!), "*request*"),
            (() => client.CreatePaymentAsync(New with { Amount = 0 }), "*Amount*above zero*"),
            (() => client.CreatePaymentAsync(New with { Amount = -1 }), "*Amount*above zero*"),
            (() => client.CreatePaymentAsync(New with { Currency = " " }), "*Currency*"),
            (() => client.CreatePaymentAsync(New with { OrderId = "" }), "*OrderId*"),
            (() => client.CreatePaymentAsync(New with { OrderId = null! }), "*OrderId*"),
            (() => client.CreatePaymentAsync(New with { OrderId = "order 7" }), "*OrderId*"),
            (() => client.CreatePaymentAsync(New with { OrderId = "órder" }), "*OrderId*"),
            (() => client.CreatePaymentAsync(New with { OrderId = "order-7\n" }), "*OrderId*"),
            (() => client.CreatePaymentAsync(New with { OrderId = new string('a', 129) }), "*OrderId*128*"),
            (() => client.CreatePaymentAsync(New with { UrlReturn = new("/back", UriKind.Relative) }), "*UrlReturn*absolute*"),
            (() => client.CreatePaymentAsync(New with { UrlReturn = new("javascript:alert(1)") }), "*UrlReturn*"),
            (() => client.CreatePaymentAsync(New with { UrlSuccess = new("http://shop.example/ok") }), "*UrlSuccess*https*"),
            (() => client.CreatePaymentAsync(New with { UrlCallback = new("https://shop.example/" + new string('a', 255)) }), "*UrlCallback*255*"),
            (() => client.CreatePaymentAsync(New with { LifetimeSeconds = 299 }), "*LifetimeSeconds*300*"),
            (() => client.CreatePaymentAsync(New with { LifetimeSeconds = 43_201 }), "*LifetimeSeconds*43200*"),
            (() => client.CreatePaymentAsync(New with { Subtract = 101 }), "*Subtract*"),
            (() => client.CreatePaymentAsync(New with { AccuracyPaymentPercent = 50.1m }), "*AccuracyPaymentPercent*"),
            (() => client.CreatePaymentAsync(New with { DiscountPercent = -100 }), "*DiscountPercent*"),
            (() => client.CreatePaymentAsync(New with { AdditionalData = new string('a', 256) }), "*AdditionalData*255*"),
            (() => client.GetPaymentAsync(""), "*paymentId*"),
            (() => client.GetPaymentAsync("order-7"), "*UUID*GetPaymentByOrderIdAsync*"),
            (() => client.GetPaymentByOrderIdAsync("a/b"), "*order id*"),
            (() => client.ResendWebhookAsync("7"), "*UUID*"),
            (() => client.SendTestWebhookAsync(null!), "*webhook*"),
            (() => client.SendTestWebhookAsync(test with { UrlCallback = null! }), "*UrlCallback*"),
            (() => client.SendTestWebhookAsync(test with { UrlCallback = new("https://shop.example/" + new string('a', 150)) }), "*UrlCallback*150*"),
            (() => client.SendTestWebhookAsync(test with { Currency = "" }), "*Currency*"),
            (() => client.SendTestWebhookAsync(test with { Network = "" }), "*Network*"),
            (() => client.SendTestWebhookAsync(test with { Status = default }), "*Status*"),
            (() => client.SendTestWebhookAsync(test with { PaymentId = "7" }), "*UUID*"),
            (() => client.SendTestWebhookAsync(test with { OrderId = "a b" }), "*OrderId*"),
        };

        foreach (var (call, message) in bad)
        {
            (await call.Should().ThrowAsync<ArgumentException>(message)).WithMessage(message);
        }

        _http.GetMatchCount(anything).Should().Be(0);
    }

    [TestCase(HttpStatusCode.OK, """{"state":1,"message":"Payment not found"}""", typeof(CoinMoebiusNotFoundException))]
    [TestCase(HttpStatusCode.UnprocessableEntity, """{"state":1,"message":"Payment was not found"}""", typeof(CoinMoebiusNotFoundException))]
    [TestCase(HttpStatusCode.NotFound, """{"state":1}""", typeof(CoinMoebiusNotFoundException))]
    [TestCase(HttpStatusCode.UnprocessableEntity, """{"state":1,"errors":{"uuid":["validation.uuid"]}}""", typeof(CoinMoebiusValidationException))]
    [TestCase(HttpStatusCode.OK, """{"state":1,"errors":{"uuid":["validation.uuid"]}}""", typeof(CoinMoebiusValidationException))]
    [TestCase(HttpStatusCode.OK, """{"state":1,"message":"The terminal was not found"}""", typeof(CoinMoebiusApiException))]
    [TestCase(HttpStatusCode.OK, """{"state":"1"}""", typeof(CoinMoebiusApiException))]
    [TestCase(HttpStatusCode.OK, """{"state":null,"result":null}""", typeof(CoinMoebiusApiException))]
    [TestCase(HttpStatusCode.Unauthorized, """{"state":1,"message":"Payment key not found"}""", typeof(CoinMoebiusAuthenticationException))]
    [TestCase(HttpStatusCode.Forbidden, "{}", typeof(CoinMoebiusAuthenticationException))]
    [TestCase(HttpStatusCode.OK, "<html>", typeof(CoinMoebiusApiException))]
    [TestCase(HttpStatusCode.OK, Done, typeof(CoinMoebiusApiException))]
    [TestCase(HttpStatusCode.OK, """{"state":0,"result":{"status":"paid"}}""", typeof(CoinMoebiusApiException))]
    [TestCase(HttpStatusCode.OK, """{"state":0,"result":{"uuid":"00000000-b952-406d-af26-4e1c34c27f15","status":"paid"}}""", typeof(CoinMoebiusApiException))]
    public async Task What_Cryptomus_refuses_is_an_exception(HttpStatusCode status, string body, Type exception)
    {
        _http.When("*").Respond(status, "application/json", body);

        var error = (await Client().Awaiting(it => it.GetPaymentAsync(Uuid)).Should().ThrowAsync<CoinMoebiusApiException>()).Which;

        error.Should().BeOfType(exception);
        error.Message.Should().Contain("Cryptomus").And.NotContain(Key);
    }

    [Test]
    public async Task Fields_that_were_refused_are_named()
    {
        _http.When("*").Respond(
            HttpStatusCode.UnprocessableEntity, "application/json", """{"state":1,"errors":{"amount":["validation.required"],"currency":"unknown"}}""");

        (await Client().Awaiting(it => it.CreatePaymentAsync(New)).Should().ThrowAsync<CoinMoebiusValidationException>())
            .Which.ErrorMessage.Should().Be("amount: validation.required; currency: unknown");
    }

    [Test]
    public async Task Only_what_changes_nothing_is_sent_again()
    {
        var calls = new List<string>();
        _http.When("*").Respond(request =>
        {
            calls.Add(request.RequestUri!.AbsolutePath);
            return new HttpResponseMessage(HttpStatusCode.BadGateway);
        });
        var client = Client(options => (options.MaxRetries, options.RetryDelay, options.MaxRetryDelay) = (1, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1)));

        await client.Awaiting(it => it.CreatePaymentAsync(New)).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.ResendWebhookAsync(Uuid)).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.GetPaymentAsync(Uuid)).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.GetServicesAsync()).Should().ThrowAsync<CoinMoebiusApiException>();

        calls.Should().Equal("/v1/payment", "/v1/payment/resend", "/v1/payment/info", "/v1/payment/info", "/v1/payment/services", "/v1/payment/services");
    }

    [TestCase("MerchantId", "")]
    [TestCase("MerchantId", "a b")]
    [TestCase("PaymentApiKey", "")]
    [TestCase("PaymentApiKey", "a\nb")]
    public void Unusable_options_are_named(string option, string value)
    {
        var options = Options();
        _ = option == "MerchantId" ? options.MerchantId = value : options.PaymentApiKey = value;

        FluentActions.Invoking(() => new CryptomusClient(options)).Should().Throw<OptionsValidationException>()
            .WithMessage($"Cryptomus: {option} *").Which.Message.Should().NotContain(Key);
    }

    [Test]
    public void Options_do_not_print_their_key() => Options().ToString().Should().Contain(Merchant).And.NotContain(Key);

    private static CryptomusOptions Options() => new() { MerchantId = Merchant, PaymentApiKey = Key };

    private MockedRequest Expect(string path, string body) => _http.Expect(HttpMethod.Post, Base + path)
        .WithContent(body)
        .WithHeaders("merchant", Merchant)
        .WithHeaders("sign", Sign(body))
        .With(request => request.Content!.Headers.ContentType!.MediaType == "application/json");

#pragma warning disable CA5351 // Cryptomus prescribes MD5.
    private static string Sign(string body) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(body)) + Key)));
#pragma warning restore CA5351

    private CryptomusClient Client(Action<CryptomusOptions>? configure = null)
    {
        var options = Options();
        configure?.Invoke(options);
        return new(_http.ToHttpClient(), options);
    }
}
