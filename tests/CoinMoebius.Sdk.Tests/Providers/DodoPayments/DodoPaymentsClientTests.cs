using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Providers.DodoPayments;
using CoinMoebius.Sdk.Providers.DodoPayments.Json;
using CoinMoebius.Sdk.Tests.Support;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.DodoPayments;

public sealed class DodoPaymentsClientTests : IDisposable
{
    private const string Key = "test_5ecret.key";
    private const string Checkouts = "https://live.dodopayments.com/checkouts";
    private const string Portal = "https://live.dodopayments.com/customers/cus_1/customer-portal/session";
    private const string Checkout = """{"session_id":"cks_1","checkout_url":"https://checkout.dodopayments.com/session/cks_1"}""";
    private const string Session = """{"link":"https://customer.dodopayments.com/session/t0ken"}""";

    private readonly MockHttpMessageHandler _http = new();

    public void Dispose() => _http.Dispose();

    [Test]
    public async Task A_checkout_of_a_subscription_is_one_exact_request()
    {
        _http.Expect(HttpMethod.Post, Checkouts)
            .WithHeaders("Authorization", "Bearer " + Key).WithHeaders("Content-Type", "application/json").WithHeaders("Accept", "application/json")
            .WithContent("""{"product_cart":[{"product_id":"pdt_1","quantity":1}]}""")
            .Respond("application/json", Checkout);

        var checkout = await Client().CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription("pdt_1"));

        checkout.SessionId.Should().Be("cks_1");
        checkout.CheckoutUrl.Should().Be(new Uri("https://checkout.dodopayments.com/session/cks_1"));
        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Every_member_of_a_checkout_is_sent_under_its_name()
    {
        const string Body =
            """
            {"product_cart":[{"product_id":"pdt_1","quantity":3,"addons":[{"addon_id":"adn_1","quantity":1}]}],
            "customer":{"email":"zoë@example.com","name":"Zoë","phone_number":"+15550100"},
            "billing_address":{"country":"US","state":"CA","city":"San Francisco","street":"1 Main St","zipcode":"94102"},
            "return_url":"https://shop.example/thanks?o=1","metadata":{"order_id":"order-7","customerRef":"user_42"},
            "subscription_data":{"trial_period_days":14},"discount_code":"SPRING","billing_currency":"USD",
            "allowed_payment_method_types":["credit","debit"],"show_saved_payment_methods":true}
            """;
        string? sent = null;
        _http.Expect(HttpMethod.Post, Checkouts).With(request => (sent = request.Content!.ReadAsStringAsync().GetAwaiter().GetResult()) is not null)
            .Respond("application/json", Checkout);

        await Client().CreateCheckoutAsync(new()
        {
            ProductCart = [new() { ProductId = "pdt_1", Quantity = 3, AdditionalFields = Extra("addons", """[{"addon_id":"adn_1","quantity":1}]""") }],
            Customer = new() { Email = "zoë@example.com", Name = "Zoë", PhoneNumber = "+15550100" },
            BillingAddress = new() { Country = "US", State = "CA", City = "San Francisco", Street = "1 Main St", Zipcode = "94102" },
            ReturnUrl = new("https://shop.example/thanks?o=1"),
            Metadata = new Dictionary<string, string> { ["order_id"] = "order-7", ["customerRef"] = "user_42" },
            SubscriptionData = new() { TrialPeriodDays = 14 },
            DiscountCode = "SPRING",
            BillingCurrency = "USD",
            AllowedPaymentMethodTypes = ["credit", "debit"],
            AdditionalFields = Extra("show_saved_payment_methods", "true"),
        });

        JsonNode.DeepEquals(JsonNode.Parse(sent!), JsonNode.Parse(Body)).Should().BeTrue(sent);
    }

    [Test]
    public async Task A_portal_session_is_a_post_without_a_body()
    {
        _http.Expect(HttpMethod.Post, Portal).WithHeaders("Authorization", "Bearer " + Key).With(request => request.Content!.Headers.ContentLength == 0)
            .With(request => request.RequestUri!.Query.Length == 0).Respond("application/json", Session);
        _http.Expect(HttpMethod.Post, Portal + "?send_email=true&return_url=https%3A%2F%2Fshop.example%2Faccount%3Ftab%3D1%26x%3D%25C3%25A9")
            .Respond("application/json", Session);

        (await Client().CreatePortalSessionAsync(new() { CustomerId = "cus_1" })).Link.Should().Be(new Uri("https://customer.dodopayments.com/session/t0ken"));
        await Client().CreatePortalSessionAsync(new() { CustomerId = "cus_1", ReturnUrl = new("https://shop.example/account?tab=1&x=é"), SendEmail = true });

        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task An_id_cannot_leave_its_place_in_the_path()
    {
        Uri? url = null;
        _http.When("*").With(request => (url = request.RequestUri) is not null).Respond("application/json", Session);

        await Client().CreatePortalSessionAsync(new() { CustomerId = "cus/1?a=b#c" });

        url!.PathAndQuery.Should().Be("/customers/cus%2F1%3Fa%3Db%23c/customer-portal/session");
    }

    [Test]
    public async Task Test_mode_is_another_address_and_an_address_of_ones_own_stays()
    {
        _http.Expect("https://test.dodopayments.com/checkouts").Respond("application/json", Checkout);
        _http.Expect("http://localhost:5005/dodo/checkouts").Respond("application/json", Checkout);

        await Client(options => options.Environment = DodoPaymentsEnvironment.Test).CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription("pdt_1"));
        await Client(options => (options.BaseAddress, options.Environment) = (new("http://localhost:5005/dodo"), DodoPaymentsEnvironment.Test))
            .CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription("pdt_1"));

        _http.VerifyNoOutstandingExpectation();
        new DodoPaymentsOptions { Environment = DodoPaymentsEnvironment.Test }.With(it => it.Environment = DodoPaymentsEnvironment.Live)
            .BaseAddress.Should().Be(new Uri("https://live.dodopayments.com"));
    }

    [Test]
    public async Task What_cannot_be_right_is_not_sent()
    {
        var anything = _http.When("*").Respond("application/json", Checkout);
        var client = Client();
        var good = DodoPaymentsCheckoutRequest.Subscription("pdt_1");
        var bad = new (Func<Task> Call, string Message)[]
        {
            (() => client.CreateCheckoutAsync(null!), "*request*"),
            (() => client.CreateCheckoutAsync(good with { ProductCart = [] }), "*ProductCart is empty*"),
            (() => client.CreateCheckoutAsync(good with { ProductCart = null! }), "*ProductCart is empty*"),
            (() => client.CreateCheckoutAsync(good with { ProductCart = [null!] }), "*ProductCart?0?.ProductId*"),
            (() => client.CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription(" ")), "*ProductCart?0?.ProductId*pdt_*"),
            (() => client.CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription("pdt_1", 0)), "*ProductCart?0?.Quantity is 0*"),
            (() => client.CreateCheckoutAsync(good with { Customer = new() }), "*Customer*either*"),
            (() => client.CreateCheckoutAsync(good with { Customer = new() { CustomerId = "cus_1", Email = "a@b.co" } }), "*Customer*either*"),
            (() => client.CreateCheckoutAsync(good with { Customer = new() { CustomerId = "cus_1", Name = "Zoë" } }), "*Customer*Name*"),
            (() => client.CreateCheckoutAsync(good with { BillingAddress = new() { Country = "USA" } }), "*BillingAddress.Country*"),
            (() => client.CreateCheckoutAsync(good with { SubscriptionData = new() { TrialPeriodDays = 10_001 } }), "*TrialPeriodDays*10000*"),
            (() => client.CreateCheckoutAsync(good with { SubscriptionData = new() { TrialPeriodDays = -1 } }), "*TrialPeriodDays*"),
            (() => client.CreateCheckoutAsync(good with { Metadata = new Dictionary<string, string> { ["a"] = null! } }), "*Metadata*"),
            (() => client.CreateCheckoutAsync(good with { ReturnUrl = new("/back", UriKind.Relative) }), "*ReturnUrl*absolute*"),
            (() => client.CreateCheckoutAsync(good with { ReturnUrl = new("http://shop.example/") }), "*ReturnUrl*https*"),
            (() => client.CreatePortalSessionAsync(new() { CustomerId = "cus_1", ReturnUrl = new("javascript:alert(1)") }), "*ReturnUrl*https*"),
            (() => client.CreatePortalSessionAsync(new() { CustomerId = " " }), "*"),
            (() => client.CreatePortalSessionAsync(new() { CustomerId = ".." }), "*path*"),
        };

        foreach (var (call, message) in bad)
        {
            (await call.Should().ThrowAsync<ArgumentException>(message)).WithMessage(message);
        }

        _http.GetMatchCount(anything).Should().Be(0);
    }

    [TestCase("""{"session_id":"cks_1","checkout_url":"javascript:alert(1)"}""", "*checkout_url*browser*")]
    [TestCase("""{"session_id":"cks_1","checkout_url":"http://checkout.dodopayments.com/"}""", "*checkout_url*browser*")]
    [TestCase("""{"session_id":"cks_1","checkout_url":7}""", "*checkout_url*browser*")]
    [TestCase("""{"checkout_url":"https://checkout.dodopayments.com/"}""", "*session_id*")]
    [TestCase("""{"session_id":7,"checkout_url":"https://checkout.dodopayments.com/"}""", "*session_id*")]
    [TestCase("[]", "*not an object*")]
    [TestCase("<html>", "*")]
    [TestCase("", "*")]
    public async Task An_answer_that_is_no_checkout_is_an_error(string answer, string message)
    {
        _http.When("*").Respond("application/json", answer);

        (await Client().Awaiting(it => it.CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription("pdt_1"))).Should().ThrowAsync<CoinMoebiusApiException>())
            .WithMessage(message).Which.ToString().Should().NotContain("javascript:");
    }

    [TestCase("{}")]
    [TestCase("""{"link":null}""")]
    [TestCase("""{"link":"customer.dodopayments.com"}""")]
    [TestCase("""{"link":"https://user@customer.dodopayments.com/"}""")]
    [TestCase("null")]
    public async Task An_answer_without_a_safe_link_is_an_error(string answer)
    {
        _http.When("*").Respond("application/json", answer);

        (await Client().Awaiting(it => it.CreatePortalSessionAsync(new() { CustomerId = "cus_1" })).Should().ThrowAsync<CoinMoebiusApiException>()).WithMessage("*no link*");
    }

    [Test]
    public async Task A_session_that_needs_no_page_has_none()
    {
        _http.When("*").Respond("application/json", """{"session_id":"cks_1","checkout_url":null,"client_secret":"s"}""");

        var checkout = await Client().CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription("pdt_1") with
        {
            AdditionalFields = Extra("payment_method_id", "\"pm_1\""),
        });

        checkout.CheckoutUrl.Should().BeNull();
        checkout.AdditionalFields!["client_secret"].GetString().Should().Be("s");
        checkout.ToString().Should().Be(nameof(DodoPaymentsCheckout));
    }

    [TestCase(HttpStatusCode.Unauthorized, typeof(CoinMoebiusAuthenticationException), "*DodoPaymentsOptions.ApiKey and Environment*")]
    [TestCase(HttpStatusCode.Forbidden, typeof(CoinMoebiusAuthenticationException), "*403*")]
    [TestCase(HttpStatusCode.NotFound, typeof(CoinMoebiusNotFoundException), "*404 (PRODUCT_NOT_FOUND)*")]
    [TestCase((HttpStatusCode)422, typeof(CoinMoebiusValidationException), "*422*")]
    [TestCase(HttpStatusCode.Conflict, typeof(CoinMoebiusApiException), "*409*")]
    public async Task An_error_is_an_exception_of_its_family(HttpStatusCode status, Type type, string message)
    {
        _http.When("*").Respond(status, "application/json", """{"code":"PRODUCT_NOT_FOUND","message":"Product pdt_1 does not exist"}""");

        var exception = (await Client().Awaiting(it => it.CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription("pdt_1")))
            .Should().ThrowAsync<CoinMoebiusApiException>()).WithMessage(message).Which;

        exception.Should().BeOfType(type);
        exception.ErrorCode.Should().Be("PRODUCT_NOT_FOUND");
        exception.ToString().Should().NotContain(Key);
    }

    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.BadGateway)]
    [TestCase(HttpStatusCode.GatewayTimeout)]
    public async Task What_may_have_been_created_is_not_asked_for_again(HttpStatusCode status)
    {
        var anything = _http.When("*").Respond(status);

        await Client().Awaiting(it => it.CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription("pdt_1"))).Should().ThrowAsync<CoinMoebiusApiException>();
        await Client().Awaiting(it => it.CreatePortalSessionAsync(new() { CustomerId = "cus_1", SendEmail = true })).Should().ThrowAsync<CoinMoebiusApiException>();

        _http.GetMatchCount(anything).Should().Be(2);
    }

    [Test]
    public async Task What_was_certainly_not_acted_on_is_tried_again_with_the_same_body()
    {
        var bodies = new List<string>();
        _http.When("*").Respond(async request =>
        {
            bodies.Add(await request.Content!.ReadAsStringAsync());
            return bodies.Count == 1
                ? StubApi.Json(HttpStatusCode.TooManyRequests, """{"code":"RATE_LIMITED"}""", "0")
                : StubApi.Json(HttpStatusCode.OK, Checkout);
        });

        await Client().CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription("pdt_1"));

        bodies.Should().HaveCount(2).And.OnlyContain(body => body == bodies[0]);
    }

    [Test]
    public void Objects_survive_a_round_trip_with_what_nobody_knows_yet()
    {
        ShouldSurvive("""{"session_id":"cks_1","checkout_url":"https://checkout.dodopayments.com/session/cks_1","new":{"a":[1,"x"]}}""", DodoPaymentsJson.Default.DodoPaymentsCheckout);
        ShouldSurvive("""{"link":"https://customer.dodopayments.com/session/t0ken","new":null}""", DodoPaymentsJson.Default.DodoPaymentsPortalSession);
        ShouldSurvive(
            """
            {"product_cart":[{"product_id":"pdt_1","quantity":2,"new":1}],"customer":{"customer_id":"cus_1","new":1},
            "billing_address":{"country":"US","new":1},"subscription_data":{"trial_period_days":0,"new":1},"new":1}
            """,
            DodoPaymentsJson.Default.DodoPaymentsCheckoutRequest);
    }

    [Test]
    public void The_key_is_nowhere_to_be_read()
    {
        var options = new DodoPaymentsOptions { ApiKey = Key };

        options.ToString().Should().NotContain("5ecret").And.Contain("live.dodopayments.com");
        FluentActions.Invoking(() => new DodoPaymentsClient(new DodoPaymentsOptions { ApiKey = Key + " x" }))
            .Should().Throw<OptionsValidationException>().WithMessage("*ApiKey*Bearer*").Which.Message.Should().NotContain("5ecret");
        FluentActions.Invoking(() => new DodoPaymentsClient(new DodoPaymentsOptions { ApiKey = Key, Environment = (DodoPaymentsEnvironment)7 }))
            .Should().Throw<OptionsValidationException>().WithMessage("*Environment is 7*");
        using var client = new DodoPaymentsClient(options);
        client.ToString().Should().NotContain("5ecret");
    }

    private static void ShouldSurvive<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info)
    {
        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, info)!, info);

        JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(json)).Should().BeTrue(written);
    }

    private static Dictionary<string, JsonElement> Extra(string name, string json) => new() { [name] = JsonElement.Parse(Encoding.UTF8.GetBytes(json)) };

    private DodoPaymentsClient Client(Action<DodoPaymentsOptions>? configure = null) =>
        new(_http.ToHttpClient(), new DodoPaymentsOptions { ApiKey = Key }.With(configure), new PauseClock());
}

file static class OptionsExtensions
{
    public static DodoPaymentsOptions With(this DodoPaymentsOptions options, Action<DodoPaymentsOptions>? configure)
    {
        configure?.Invoke(options);
        return options;
    }
}
