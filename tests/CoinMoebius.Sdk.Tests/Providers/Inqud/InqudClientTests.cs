using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Inqud;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.Inqud;

public sealed class InqudClientTests : IDisposable
{
    private const string Secret = "test_token_secret";
    private const string Base = "https://api.inqud.com/v1/user/";
    private const string Acquiring = Base + "crypto-acquiring/";
    private const string Checkout = """{"id":"CCO-1","status":"NEW"}""";

    private readonly MockHttpMessageHandler _http = new();

    public void Dispose() => _http.Dispose();

    [Test]
    public async Task Every_method_calls_its_path()
    {
        var client = Client();
        _http.Expect(HttpMethod.Post, Acquiring + "CAP-1/checkouts").WithContent("""{"type":"NO_PRICE"}""").Respond("application/json", Checkout);
        _http.Expect(HttpMethod.Post, Acquiring + "CAP-2/checkouts").Respond(HttpStatusCode.Created, "application/json", Checkout);
        _http.Expect(HttpMethod.Get, Acquiring + "CAP-1/checkouts/CCO-1").Respond("application/json", Checkout);
        _http.Expect(HttpMethod.Get, Acquiring + "CAP-1/deposit-options").Respond("application/json", "{}");
        _http.Expect(HttpMethod.Post, Acquiring + "CAP-1/requests").Respond("application/json", """{"id":"CAPD-1"}""");
        _http.Expect(HttpMethod.Get, Acquiring + "requests/CAPD-1").Respond("application/json", """{"id":"CAPD-1"}""");
        _http.Expect(HttpMethod.Post, Acquiring + "CAP-1/static/bundles").Respond("application/json", """{"id":"CASB-1"}""");
        _http.Expect(HttpMethod.Get, Acquiring + "rates/ETHEREUM_USDT/USD").Respond("application/json", """{"rate":1.01}""");
        _http.Expect(HttpMethod.Get, Base + "wallet/balances").Respond("application/json", """[{"currency":"BTC","balance":1.5}]""");
        _http.Expect(HttpMethod.Get, Base + "payments").Respond("application/json", """[{"id":"PMT-1"},{"id":"PMT-2"}]""");
        _http.Expect(HttpMethod.Get, Base + "payments/search?orderId=a%20b%26c").Respond("application/json", "[]");
        _http.Expect(HttpMethod.Get, Base + "payments/PMT-1").Respond("application/json", """{"paymentId":"PMT-1","status":"SUCCESS"}""");
        _http.Expect(HttpMethod.Post, Base + "on-ramp/ORP-1/checkouts").Respond("application/json", """{"id":"ORCO-1"}""");
        _http.Expect(HttpMethod.Get, Base + "on-ramp/ORP-2/checkouts/ORCO-1").Respond("application/json", """{"id":"ORCO-1"}""");

        await client.CreateCheckoutAsync(InqudCheckoutRequest.NoPrice());
        await client.ForProject("CAP-2").CreateCheckoutAsync(InqudCheckoutRequest.NoPrice());
        await client.GetCheckoutAsync("CCO-1");
        await client.GetDepositOptionsAsync();
        await client.CreateRequestAsync(new() { CryptoCurrency = InqudCoin.TronUsdt });
        await client.GetRequestAsync("CAPD-1");
        (await client.GetOrCreateStaticBundleAsync(new() { ReferenceId = "u", AllEnabledAssets = true })).Id.Should().Be("CASB-1");
        (await client.GetRateAsync("ETHEREUM_USDT", "USD")).Rate.Should().Be(1.01m);
        (await client.GetBalancesAsync()).Single().Balance.Should().Be(1.5m);
        (await client.ListPaymentsAsync()).Select(payment => payment.Id).Should().Equal("PMT-1", "PMT-2");
        (await client.FindPaymentsAsync("a b&c")).Should().BeEmpty();
        (await client.GetPaymentAsync("PMT-1")).Status.IsPaid.Should().BeTrue();
        await client.CreateOnRampCheckoutAsync(InqudOnRampCheckoutRequest.NoPrice());
        await client.ForOnRampProject("ORP-2").GetOnRampCheckoutAsync("ORCO-1");

        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task The_bytes_that_are_sent_are_the_bytes_that_are_signed()
    {
        var salts = new List<string>();
        _http.When("*").Respond(async request =>
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
            var salt = request.Headers.GetValues("X-Salt").Single();
            salts.Add(salt);
            byte[] signed = [.. body, .. Encoding.UTF8.GetBytes(salt)];
            request.Headers.GetValues("X-HMAC-SHA256-Signature").Should()
                .Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)));
            request.Headers.GetValues("X-Token-API-Id").Should().Equal("TKN-1");
            request.Headers.Contains("X-Token-API-Secret").Should().BeFalse();
            return new HttpResponseMessage { Content = new StringContent(Checkout) };
        });
        var client = Client();

        await client.CreateCheckoutAsync(InqudCheckoutRequest.FixedPrice(10.50m, "EUR") with { Name = "Größe \u2713 <&>" });
        await client.GetCheckoutAsync("CCO-1");

        salts.Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }

    [Test]
    public async Task The_plain_secret_is_sent_only_when_asked_for()
    {
        _http.Expect("*").WithHeaders("X-Token-API-Id", "TKN-1").WithHeaders("X-Token-API-Secret", Secret)
            .With(request => !request.Headers.Contains("X-Salt")).Respond("application/json", Checkout);

        await Client(options => options.Authentication = InqudAuthentication.PlainSecret).GetCheckoutAsync("CCO-1");

        _http.VerifyNoOutstandingExpectation();
    }

    [TestCase("v1/user/crypto-acquiring/checkouts/{checkoutId}", "v1/user/crypto-acquiring/checkouts/CCO-1")]
    [TestCase("v2/{projectId}/c/{checkoutId}/status", "v2/CAP-1/c/CCO-1/status")]
    public async Task The_path_of_a_checkout_is_a_setting(string path, string expected)
    {
        _http.Expect("https://api.inqud.com/" + expected).Respond("application/json", Checkout);

        await Client(options => options.CheckoutPath = path).GetCheckoutAsync("CCO-1");

        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Without_a_project_the_call_says_what_to_do()
    {
        var client = Client(options => (options.ProjectId, options.OnRampProjectId) = (null, null));

        (await client.Awaiting(it => it.GetDepositOptionsAsync()).Should().ThrowAsync<InvalidOperationException>()).WithMessage("*InqudOptions.ProjectId*ForProject*");
        (await client.Awaiting(it => it.CreateOnRampCheckoutAsync(InqudOnRampCheckoutRequest.NoPrice())).Should().ThrowAsync<InvalidOperationException>())
            .WithMessage("*InqudOptions.OnRampProjectId*ForOnRampProject*");
        client.Invoking(it => it.WatchCheckoutAsync("CCO-1")).Should().Throw<InvalidOperationException>();
        client.Invoking(it => it.ForProject("..")).Should().Throw<ArgumentException>();
        _http.Expect(Acquiring + "CAP-9/deposit-options").Respond("application/json", "{}");
        await client.ForProject("CAP-9").GetDepositOptionsAsync();
    }

    [Test]
    public async Task What_cannot_be_right_is_not_sent()
    {
        var anything = _http.When("*").Respond("application/json", "{}");
        var client = Client();
        var bad = new (Func<Task> Call, string Message)[]
        {
            (() => client.CreateCheckoutAsync(null!), "*request*"),
            (() => client.CreateCheckoutAsync(InqudCheckoutRequest.NoPrice() with { ReturnUrl = new("/back", UriKind.Relative) }), "*ReturnUrl*absolute*"),
            (() => client.CreateCheckoutAsync(InqudCheckoutRequest.NoPrice() with { ReturnUrl = new("javascript:alert(1)") }), "*ReturnUrl*"),
            (() => client.CreateCheckoutAsync(InqudCheckoutRequest.NoPrice() with { AdditionalFields = Extra("fixedAmount") }), "*AdditionalFields*"),
            (() => client.CreateOnRampCheckoutAsync(InqudOnRampCheckoutRequest.NoPrice() with { AdditionalFields = Extra("type") }), "*AdditionalFields*"),
            (() => client.CreateRequestAsync(new() { CryptoCurrency = new("USDT") }), "*CryptoCurrency*TRON_USDT*"),
            (() => client.CreateRequestAsync(new() { CryptoCurrency = InqudCoin.TronUsdt, Amount = 0, AmountIn = "USD" }), "*Amount*above zero*"),
            (() => client.CreateRequestAsync(new() { CryptoCurrency = InqudCoin.TronUsdt, Amount = 1 }), "*AmountIn*"),
            (() => client.GetOrCreateStaticBundleAsync(new() { ReferenceId = " ", AllEnabledAssets = true }), "*ReferenceId*"),
            (() => client.GetOrCreateStaticBundleAsync(new() { ReferenceId = "u" }), "*Assets*AllEnabledAssets*"),
            (() => client.GetOrCreateStaticBundleAsync(new() { ReferenceId = "u", Assets = [default] }), "*Assets*"),
            (() => client.CreateRequestAsync(new() { CryptoCurrency = InqudCoin.TronUsdt, AdditionalFields = Extra("amount") }), "*AdditionalFields*amount*"),
            (() => client.GetOrCreateStaticBundleAsync(new() { ReferenceId = "u", AllEnabledAssets = true, AdditionalFields = Extra("assets") }), "*assets*"),
            (() => client.GetCheckoutAsync(".."), "*path*"),
            (() => client.GetRequestAsync(""), "*"),
            (() => client.GetRateAsync("BTC", " "), "*"),
        };

        foreach (var (call, message) in bad)
        {
            (await call.Should().ThrowAsync<ArgumentException>(message)).WithMessage(message);
        }

        FluentActions.Invoking(() => InqudCheckoutRequest.FixedPrice(0, "USD")).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => InqudCheckoutRequest.FixedPrice(1, " ")).Should().Throw<ArgumentException>();
        _http.GetMatchCount(anything).Should().Be(0);
    }

    [TestCase("{}", "no checkout")]
    [TestCase("""{"message":"x","code":"y"}""", "no checkout")]
    [TestCase("""{"id":"CCO-2","status":"SUCCESS"}""", "another checkout")]
    [TestCase("null", "null")]
    [TestCase("[]", "JSON")]
    [TestCase("<html>", "JSON")]
    public async Task An_answer_that_is_not_the_checkout_asked_for_is_none(string body, string problem)
    {
        _http.When("*").Respond("application/json", body);

        (await Client().Awaiting(it => it.GetCheckoutAsync("CCO-1")).Should().ThrowAsync<CoinMoebiusApiException>()).WithMessage($"*{problem}*");
    }

    [TestCase("""{"content":[{"id":"PMT-1"}],"page":0}""", 1)]
    [TestCase("""[{"id":"PMT-1"},5,null]""", 1)]
    [TestCase("{}", null)]
    [TestCase("5", null)]
    [TestCase("""{"a":[],"b":[]}""", null)]
    public async Task Lists_come_bare_or_wrapped(string body, int? count)
    {
        _http.When("*").Respond("application/json", body);
        var client = Client();

        if (count is null)
        {
            await client.Awaiting(it => it.ListPaymentsAsync()).Should().ThrowAsync<CoinMoebiusApiException>();
        }
        else
        {
            (await client.ListPaymentsAsync()).Should().HaveCount(count.Value);
        }
    }

    [TestCase("1.0054", "1.0054")]
    [TestCase("\"1e-7\"", "0.0000001")]
    [TestCase("""{"convertRate":2}""", null)]
    public async Task A_rate_may_be_a_bare_number(string body, string? rate)
    {
        _http.When("*").Respond("application/json", body);

        var answer = await Client().GetRateAsync("ETHEREUM_USDT", "USD");

        answer.Rate.Should().Be(rate is null ? null : decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Test]
    public async Task Errors_carry_what_Inqud_says()
    {
        _http.When("*").Respond(HttpStatusCode.UnprocessableEntity, "application/json", """{"message":"amount is below the limit","code":"LIMIT"}""");

        var error = (await Client().Awaiting(it => it.CreateRequestAsync(new() { CryptoCurrency = InqudCoin.TronUsdt }))
            .Should().ThrowAsync<CoinMoebiusValidationException>()).Which;

        (error.ErrorCode, error.Message).Should().Be(("LIMIT", "The Inqud API answered 422 (LIMIT)."));
        error.ResponseBody.Should().Contain("below the limit");
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

        await client.Awaiting(it => it.CreateCheckoutAsync(InqudCheckoutRequest.NoPrice())).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.GetOrCreateStaticBundleAsync(new() { ReferenceId = "u", AllEnabledAssets = true })).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.GetRequestAsync("CAPD-1")).Should().ThrowAsync<CoinMoebiusApiException>();

        calls.Should().Equal("POST checkouts", "POST bundles", "POST bundles", "GET CAPD-1", "GET CAPD-1");
    }

    [TestCase("TokenId", "")]
    [TestCase("TokenId", "TKN 1")]
    [TestCase("TokenSecret", "")]
    [TestCase("TokenSecret", "a\nb")]
    [TestCase("ProjectId", "..")]
    [TestCase("OnRampProjectId", " ")]
    [TestCase("CheckoutPath", "")]
    [TestCase("CheckoutPath", "v1/checkouts")]
    [TestCase("CheckoutPath", "/v1/checkouts/{checkoutId}")]
    [TestCase("CheckoutPath", "v1/../{checkoutId}")]
    [TestCase("CheckoutPath", "v1//{checkoutId}")]
    [TestCase("CheckoutPath", "https://evil.example/{checkoutId}")]
    [TestCase("CheckoutPath", "v1/c?id={checkoutId}")]
    [TestCase("Authentication", null)]
    public void Unusable_options_are_named(string option, string? value)
    {
        var options = Options();
        switch (option)
        {
            case "TokenId": options.TokenId = value!; break;
            case "TokenSecret": options.TokenSecret = value!; break;
            case "ProjectId": options.ProjectId = value; break;
            case "OnRampProjectId": options.OnRampProjectId = value; break;
            case "CheckoutPath": options.CheckoutPath = value!; break;
            default: options.Authentication = (InqudAuthentication)7; break;
        }

        FluentActions.Invoking(() => new InqudClient(options)).Should().Throw<OptionsValidationException>().WithMessage($"Inqud: {option} *")
            .Which.Message.Should().NotContain(Secret);
    }

    [Test]
    public void Options_do_not_print_their_secret() => Options().ToString().Should().Contain("TKN-1").And.NotContain(Secret);

    private static Dictionary<string, JsonElement> Extra(string name) => new() { [name] = JsonElement.Parse("1") };

    private static InqudOptions Options() => new() { TokenId = "TKN-1", TokenSecret = Secret, ProjectId = "CAP-1", OnRampProjectId = "ORP-1" };

    private InqudClient Client(Action<InqudOptions>? configure = null)
    {
        var options = Options();
        configure?.Invoke(options);
        return new(_http.ToHttpClient(), options);
    }
}
