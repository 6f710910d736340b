using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Providers.Stripe;
using CoinMoebius.Sdk.Tests.Support;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.Stripe;

public sealed class StripeClientTests : IDisposable
{
    private const string Key = "rk_test_5ecret5ecret5ecret";
    private const string Sessions = "https://api.stripe.com/v1/billing_portal/sessions";
    private const string Page = "https://billing.stripe.com/p/session/test_YWNjdF8x";

    private const string Session =
        """
        {"id":"bps_1MrSjz","object":"billing_portal.session","configuration":"bpc_1MAhND","created":1680210639,"customer":"cus_NciAYcXfLnqBoz","flow":null,
        "livemode":false,"locale":null,"on_behalf_of":null,"return_url":"https://shop.example/account","url":"https://billing.stripe.com/p/session/test_YWNjdF8x"}
        """;

    private readonly MockHttpMessageHandler _http = new();

    public void Dispose() => _http.Dispose();

    [Test]
    public async Task A_session_is_asked_for_with_a_form()
    {
        _http.Expect(HttpMethod.Post, Sessions)
            .WithHeaders("Authorization", "Bearer " + Key)
            .WithHeaders("Stripe-Version", "2026-07-29.dahlia")
            .With(request => request.Content!.Headers.ContentType!.ToString() == "application/x-www-form-urlencoded")
            .WithContent("customer=cus_NciAYcXfLnqBoz&return_url=https%3A%2F%2Fshop.example%2Faccount%3Ftab%3D1%262")
            .Respond("application/json", Session);

        var session = await Client().CreatePortalSessionAsync(
            new() { Customer = "cus_NciAYcXfLnqBoz", ReturnUrl = new("https://shop.example/account?tab=1&2") });

        session.Url.Should().Be(new Uri(Page));
        (session.Id, session.Customer, session.Configuration, session.Livemode, session.ReturnUrl, session.Flow)
            .Should().Be(("bps_1MrSjz", "cus_NciAYcXfLnqBoz", "bpc_1MAhND", false, "https://shop.example/account", null));
        session.Created.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1680210639));
        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Every_member_has_its_field()
    {
        var sent = await SentAsync(new()
        {
            Customer = "cus_1",
            ReturnUrl = new("http://localhost:5000/account"),
            Configuration = "bpc_1",
            Locale = "pt-BR",
            OnBehalfOf = "acct_1",
            FlowData = StripePortalFlow.CancelSubscription("sub_1") with { AfterCompletion = StripePortalAfterCompletion.RedirectTo(new("https://shop.example/bye")) },
        });

        sent.Should().Equal(
            "customer=cus_1", "return_url=http://localhost:5000/account", "configuration=bpc_1", "locale=pt-BR", "on_behalf_of=acct_1",
            "flow_data[type]=subscription_cancel", "flow_data[subscription_cancel][subscription]=sub_1",
            "flow_data[after_completion][type]=redirect", "flow_data[after_completion][redirect][return_url]=https://shop.example/bye");
    }

    [Test]
    public async Task A_flow_says_no_more_than_it_is_about()
    {
        (await SentAsync(new() { Customer = "cus_1", FlowData = StripePortalFlow.UpdatePaymentMethod() }))
            .Should().Equal("customer=cus_1", "flow_data[type]=payment_method_update");
        (await SentAsync(new() { Customer = "cus_1", FlowData = StripePortalFlow.UpdateSubscription("sub_1") with { AfterCompletion = StripePortalAfterCompletion.Confirm("Danke schön") } }))
            .Should().Equal("customer=cus_1", "flow_data[type]=subscription_update", "flow_data[subscription_update][subscription]=sub_1",
                "flow_data[after_completion][type]=hosted_confirmation", "flow_data[after_completion][hosted_confirmation][custom_message]=Danke schön");
        (await SentAsync(new() { Customer = "cus_1", FlowData = StripePortalFlow.UpdatePaymentMethod() with { AfterCompletion = StripePortalAfterCompletion.Confirm() } }))
            .Should().Equal("customer=cus_1", "flow_data[type]=payment_method_update", "flow_data[after_completion][type]=hosted_confirmation");
    }

    [Test]
    public async Task What_has_no_property_yet_is_sent_along()
    {
        var flow = new StripePortalFlow
        {
            Type = StripePortalFlowTypes.SubscriptionUpdateConfirm,
            AdditionalFields = Fields("""{"subscription_update_confirm":{"subscription":"sub_1","items":[{"id":"si_1","quantity":2},{"id":"si_2","deleted":true}]}}"""),
        };

        var sent = await SentAsync(new() { Customer = "cus_1", FlowData = flow, AdditionalFields = Fields("""{"expand":["configuration"],"new":null}""") });

        sent.Should().Equal(
            "customer=cus_1", "flow_data[type]=subscription_update_confirm", "flow_data[subscription_update_confirm][subscription]=sub_1",
            "flow_data[subscription_update_confirm][items][0][id]=si_1", "flow_data[subscription_update_confirm][items][0][quantity]=2",
            "flow_data[subscription_update_confirm][items][1][id]=si_2", "flow_data[subscription_update_confirm][items][1][deleted]=true",
            "expand[0]=configuration");
    }

    [Test]
    public async Task Another_version_of_the_API_can_be_pinned()
    {
        _http.Expect(Sessions).WithHeaders("Stripe-Version", "2025-04-30.basil").Respond("application/json", Session);

        await Client(options => options.ApiVersion = "2025-04-30.basil").CreatePortalSessionAsync(new() { Customer = "cus_1" });

        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task What_cannot_be_right_is_not_sent()
    {
        var anything = _http.When("*").Respond("application/json", Session);
        var client = Client();
        var request = new StripePortalSessionRequest { Customer = "cus_1" };
        var bad = new (StripePortalSessionRequest? Request, string Message)[]
        {
            (null, "*request*"),
            (request with { Customer = "" }, "*Customer*cus_*"),
            (request with { Customer = " " }, "*Customer*"),
            (request with { ReturnUrl = new("/account", UriKind.Relative) }, "ReturnUrl*absolute*"),
            (request with { ReturnUrl = new("http://shop.example/account") }, "ReturnUrl*https*"),
            (request with { ReturnUrl = new("javascript:alert(1)") }, "ReturnUrl*"),
            (request with { FlowData = new() }, "FlowData.Type*"),
            (request with { FlowData = StripePortalFlow.CancelSubscription("") }, "FlowData.SubscriptionCancel.Subscription*sub_*"),
            (request with { FlowData = StripePortalFlow.UpdateSubscription(null!) }, "FlowData.SubscriptionUpdate.Subscription*"),
            (request with { FlowData = new() { Type = StripePortalFlowTypes.SubscriptionCancel } }, "FlowData.SubscriptionCancel.Subscription*"),
            (request with { FlowData = StripePortalFlow.UpdatePaymentMethod() with { AfterCompletion = new() } }, "FlowData.AfterCompletion.Type*"),
            (request with { FlowData = StripePortalFlow.UpdatePaymentMethod() with { AfterCompletion = StripePortalAfterCompletion.RedirectTo(null!) } }, "FlowData.AfterCompletion.Redirect.ReturnUrl*"),
            (request with { FlowData = StripePortalFlow.UpdatePaymentMethod() with { AfterCompletion = StripePortalAfterCompletion.RedirectTo(new("ftp://a/")) } }, "FlowData.AfterCompletion.Redirect.ReturnUrl*"),
            (request with { AdditionalFields = Fields("""{"customer":"cus_2"}""") }, "AdditionalFields*customer*"),
            (request with { FlowData = StripePortalFlow.UpdatePaymentMethod(), AdditionalFields = Fields("""{"flow_data":{"type":"x"}}""") }, "AdditionalFields*flow_data?type?*"),
        };

        foreach (var (wrong, message) in bad)
        {
            (await client.Awaiting(it => it.CreatePortalSessionAsync(wrong!)).Should().ThrowAsync<ArgumentException>(message)).WithMessage(message);
        }

        _http.GetMatchCount(anything).Should().Be(0);
    }

    [TestCase(500)]
    [TestCase(503)]
    [TestCase(429)]
    [TestCase(408)]
    [TestCase(null)]
    public async Task A_call_that_failed_is_repeated_with_the_same_idempotency_key(int? status)
    {
        var clock = new PauseClock();
        var seen = new List<(string Key, string Body)>();
        using var http = new HttpClient(new Handler(async request =>
        {
            seen.Add((request.Headers.GetValues("Idempotency-Key").Single(), await request.Content!.ReadAsStringAsync()));
            return seen.Count > 2 ? StubApi.Json(HttpStatusCode.OK, Session)
                : status is null ? throw new HttpRequestException("connection reset", new IOException())
                : new((HttpStatusCode)status);
        }));
        var options = Options();
        (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        using var client = new StripePortalClient(http, options, clock);

        var first = client.CreatePortalSessionAsync(new() { Customer = "cus_1" });
        await clock.RunAsync(first);
        await client.CreatePortalSessionAsync(new() { Customer = "cus_1" });

        seen.Should().HaveCount(4);
        seen.Take(3).Should().AllBeEquivalentTo(seen[0]);
        seen[3].Key.Should().NotBe(seen[0].Key, "another call is another session");
        seen.Select(call => call.Key.Length).Should().OnlyContain(length => length == Guid.Empty.ToString().Length);
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(402)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(409)]
    public async Task What_would_fail_again_is_not_repeated(int status)
    {
        var calls = _http.When("*").Respond((HttpStatusCode)status, "application/json", "{}");

        await Client().Awaiting(it => it.CreatePortalSessionAsync(new() { Customer = "cus_1" })).Should().ThrowAsync<CoinMoebiusApiException>();

        _http.GetMatchCount(calls).Should().Be(1);
    }

    [Test]
    public async Task An_error_carries_Stripes_code_and_the_id_of_the_request()
    {
        var error = await ErrorAsync<CoinMoebiusValidationException>(
            HttpStatusCode.BadRequest,
            """{"error":{"code":"resource_missing","doc_url":"https://stripe.com/docs/error-codes/resource-missing","message":"No such customer: 'cus_1'","param":"customer","type":"invalid_request_error"}}""");

        (error.ErrorCode, error.ErrorMessage, error.RequestId).Should().Be(("resource_missing", "No such customer: 'cus_1'", "req_Kz8"));
        error.Message.Should().Be("The Stripe API answered 400 (resource_missing).");
        error.ResponseBody.Should().Contain("\"param\"");
    }

    [Test]
    public async Task An_error_without_a_code_has_its_type()
    {
        var error = await ErrorAsync<CoinMoebiusAuthenticationException>(
            HttpStatusCode.Unauthorized, """{"error":{"message":"Invalid API Key provided: rk_test_****cret","type":"invalid_request_error"}}""");

        error.ErrorCode.Should().Be("invalid_request_error");
        error.Message.Should().Be("The Stripe API answered 401 (invalid_request_error). Check StripePortalOptions.ApiKey.");
        error.ToString().Should().NotContain(Key);
    }

    [TestCase(404, typeof(CoinMoebiusNotFoundException))]
    [TestCase(403, typeof(CoinMoebiusAuthenticationException))]
    [TestCase(402, typeof(CoinMoebiusApiException))]
    [TestCase(409, typeof(CoinMoebiusApiException))]
    public async Task Errors_are_of_the_family(int status, Type type)
    {
        var error = await ErrorAsync<CoinMoebiusApiException>((HttpStatusCode)status, "<html>");

        error.Should().BeOfType(type);
        (error.StatusCode, error.RequestId).Should().Be(((HttpStatusCode)status, "req_Kz8"));
    }

    [TestCase("req 1")]
    [TestCase("<script>")]
    [TestCase(null)]
    public async Task A_request_id_is_one_word_or_none(string? id)
    {
        (await ErrorAsync<CoinMoebiusApiException>(HttpStatusCode.BadRequest, "{}", id)).RequestId.Should().BeNull();
    }

    [TestCase("{}", "no page")]
    [TestCase("""{"id":"bps_1","url":null}""", "no page")]
    [TestCase("""{"id":"bps_1","url":"http://billing.stripe.com/p"}""", "no page")]
    [TestCase("""{"id":"bps_1","url":"javascript:alert(1)"}""", "no page")]
    [TestCase("null", "null")]
    [TestCase("[]", "JSON")]
    [TestCase("<html>", "JSON")]
    public async Task An_answer_without_a_page_for_a_browser_is_none(string body, string problem)
    {
        (await ErrorAsync<CoinMoebiusApiException>(HttpStatusCode.OK, body)).Should().Match<CoinMoebiusApiException>(
            error => error.Message.Contains(problem) && error.RequestId == "req_Kz8");
    }

    [Test]
    public void A_session_survives_a_round_trip_with_what_is_unknown()
    {
        const string wire =
            """
            {"id":"bps_1","url":"https://billing.stripe.com/p/1","created":1680210639,"flow":{"type":"subscription_cancel","subscription_cancel":{"subscription":"sub_1","retention":{"type":"coupon_offer"}},"after_completion":{"type":"redirect","redirect":{"return_url":"https://shop.example/bye"}},"subscription_update":null},"livemode":true,"customer_account":"acct_9","new":{"a":[1]}}
            """;
        var json = (System.Text.Json.Serialization.Metadata.JsonTypeInfo<StripePortalSession>)Sdk.Providers.Stripe.Json.StripeJson.Default.GetTypeInfo(typeof(StripePortalSession))!;

        var session = JsonSerializer.Deserialize(wire, json)!;
        var again = JsonElement.Parse(JsonSerializer.Serialize(session, json));

        session.Flow!.SubscriptionCancel!.Subscription.Should().Be("sub_1");
        session.Flow.AfterCompletion!.Redirect!.ReturnUrl.Should().Be(new Uri("https://shop.example/bye"));
        again.GetProperty("new").GetProperty("a")[0].GetInt32().Should().Be(1);
        again.GetProperty("customer_account").GetString().Should().Be("acct_9");
        again.GetProperty("flow").GetProperty("subscription_cancel").GetProperty("retention").GetProperty("type").GetString().Should().Be("coupon_offer");
        again.GetProperty("created").GetInt64().Should().Be(1680210639);
        session.ToString().Should().Be("StripePortalSession");
    }

    [Test]
    public async Task Odd_members_hide_no_other()
    {
        _http.When("*").Respond("application/json",
            $$"""{"id":5,"url":"{{Page}}","created":"x","customer":{"id":"cus_1"},"configuration":{"id":"bpc_1"},"flow":"x","livemode":"no","locale":[],"return_url":1}""");

        var session = await Client().CreatePortalSessionAsync(new() { Customer = "cus_1" });

        session.Should().BeEquivalentTo(new StripePortalSession { Url = new(Page) }, options => options.Excluding(it => it.AdditionalFields));
    }

    [TestCase("pk_test_51abcdefghijkl", "*publishable*sk_*")]
    [TestCase("", "*ApiKey is missing*")]
    [TestCase(null, "*ApiKey is missing*")]
    [TestCase("sk_test_ 51abc", "*ApiKey*spaces*")]
    [TestCase("sk_test_51abc\n", "*ApiKey*spaces*")]
    [TestCase("whsec_51abcdefghijkl", "*ApiKey*not an API key*")]
    public void A_key_that_cannot_work_is_refused_at_once(string? key, string message)
    {
        var failure = FluentActions.Invoking(() => new StripePortalClient(new StripePortalOptions { ApiKey = key! })).Should().Throw<OptionsValidationException>().WithMessage(message).Which;

        failure.Message.Should().StartWith("StripePortal: ").And.NotContain("51abc");
    }

    [TestCase("sk_test_51abc")]
    [TestCase("sk_live_51abc")]
    [TestCase("rk_live_51abc")]
    public void Secret_and_restricted_keys_are_taken(string key)
    {
        using var client = new StripePortalClient(new StripePortalOptions { ApiKey = key });

        client.Should().BeAssignableTo<IStripePortalClient>();
    }

    [TestCase("")]
    [TestCase("2026 07")]
    public void A_version_is_one_word(string version)
    {
        FluentActions.Invoking(() => new StripePortalClient(new StripePortalOptions { ApiKey = Key, ApiVersion = version }))
            .Should().Throw<OptionsValidationException>().WithMessage("StripePortal: ApiVersion*");
    }

    [Test]
    public void Options_do_not_print_their_key() => Options().ToString().Should().Contain("dahlia").And.NotContain("5ecret");

    private static Dictionary<string, JsonElement> Fields(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(member => member.Name, member => member.Value);

    private static StripePortalOptions Options() => new() { ApiKey = Key };

    private async Task<string[]> SentAsync(StripePortalSessionRequest request)
    {
        var body = "";
        _http.Clear();
        _http.When(HttpMethod.Post, Sessions).Respond(async sent =>
        {
            body = await sent.Content!.ReadAsStringAsync();
            return StubApi.Json(HttpStatusCode.OK, Session);
        });
        await Client().CreatePortalSessionAsync(request);
        return [.. body.Split('&').Select(Uri.UnescapeDataString)];
    }

    private async Task<T> ErrorAsync<T>(HttpStatusCode status, string body, string? requestId = "req_Kz8")
        where T : CoinMoebiusApiException
    {
        _http.When("*").Respond(_ =>
        {
            var answer = StubApi.Json(status, body);
            answer.Headers.TryAddWithoutValidation("Request-Id", requestId);
            return answer;
        });
        return (await Client().Awaiting(it => it.CreatePortalSessionAsync(new() { Customer = "cus_1" })).Should().ThrowAsync<T>()).Which;
    }

    private StripePortalClient Client(Action<StripePortalOptions>? configure = null)
    {
        var options = Options();
        configure?.Invoke(options);
        return new(_http.ToHttpClient(), options);
    }

    private sealed class Handler(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request);
    }
}
