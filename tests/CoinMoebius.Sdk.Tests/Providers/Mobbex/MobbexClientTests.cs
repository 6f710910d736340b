using System.Net;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Tests.Providers.Mobbex.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

public sealed class MobbexClientTests
{
    private const string Done = """{"result":true,"status_message":"ok"}""";
    private const string Operation = """{"result":true,"data":{"transaction":{"payment":{"id":"P1","status":{"code":"200"}}}}}""";

    private static readonly MobbexDate Start = new() { Day = 4, Month = 2 };

    private static IEnumerable<TestCaseData> Endpoints()
    {
        yield return Call("create checkout", client => client.CreateCheckoutAsync(Requests.Checkout()), "POST", "/p/checkout", Answers.Checkout,
            """{"total":100.53,"currency":"ARS","description":"Order 42","reference":"order-42","test":false,"customer":{"name":"Ana","email":"ana@example.com","identification":"12123123"}}""");
        yield return Call("delete checkout", client => client.DeleteCheckoutAsync("CHK:A B/C"), "DELETE", "/p/checkout/CHK%3AA%20B%2FC", Done);
        yield return Call("operation", client => client.GetOperationAsync("P1"), "GET", "/p/operations/P1", Operation);
        yield return Call("transactions", client => client.GetTransactionsAsync("shop_id:42"), "GET", "/2.0/transactions/coupons/shop_id%3A42", """{"result":true,"data":[]}""");
        yield return Call("older status", client => client.GetTransactionStatusAsync("C1"), "POST", "/2.0/transactions/status", """{"result":true,"transactions":[{"status":"200"}]}""", """{"id":"C1"}""");
        yield return Call("refund", client => client.RefundAsync("P1", new()), "GET", "/p/operations/P1/refund", Done);
        yield return Call("refund of a part", client => client.RefundAsync("P1", new() { Total = 10.5m }), "POST", "/p/operations/P1/refund", Done, """{"total":10.5}""");
        yield return Call("refund in silence", client => client.RefundAsync("P1", new() { EmitEvent = false }), "POST", "/p/operations/P1/refund", Done, """{"emitEvent":false}""");
        yield return Call("refund of a part in silence", client => client.RefundAsync("P1", new() { Total = 1m, EmitEvent = false }), "POST", "/p/operations/P1/refund", Done, """{"total":1,"emitEvent":false}""");
        yield return Call("capture", client => client.CaptureAsync("P1", 99.99m), "POST", "/p/operations/P1/capture", Done, """{"total":99.99}""");
        yield return Call("release", client => client.ReleaseAsync("P1"), "GET", "/p/operations/P1/release", Done);
        yield return Call("sources", client => client.GetSourcesAsync(new()), "GET", "/p/sources", """{"result":true,"data":[]}""");
        yield return Call("sources of a total", client => client.GetSourcesAsync(new() { Total = 100.5m, Sources = ["visa", "mastercard"], Installments = [MobbexInstallment.Hide("ahora_12"), MobbexInstallment.AddPlan("xp")], Intent = MobbexIntents.TwoStep, Context = "checkout" }),
            "GET", "/p/sources?total=100.5&sources%5B%5D=visa&sources%5B%5D=mastercard&installments%5B%5D=-ahora_12&installments%5B%5D=%2Buid%3Axp&intent=payment.2-step&context=checkout", """{"result":true,"data":[]}""");
        yield return Call("public sources", client => client.GetPublicSourcesAsync(MobbexPublicSourcesQuery.OfTaxId("arg", "30-1-2") with { Total = 100m }), "GET", "/p/sources/list/arg/30-1-2?total=100", """{"result":true,"data":[]}""");
        yield return Call("public sources by token", client => client.GetPublicSourcesAsync(MobbexPublicSourcesQuery.OfToken("tok")), "GET", "/p/sources/list/tok", """{"result":true,"data":[]}""");
        yield return Call("rule", client => client.GetRuleInstallmentsAsync("externalMatch"), "GET", "/p/sources/rules/externalMatch/installments", """{"result":true,"data":[]}""");
        yield return Call("currency", client => client.ConvertCurrencyAsync(10.5m, "USD", "ARS"), "GET", "/p/currency/convert?from=USD&to=ARS&total=10.5", """{"result":true,"data":{"result":10500,"rate":1000}}""");
        yield return Call("payment link", client => client.CreatePaymentOrderAsync(new() { Total = 5m, Description = "Link" }), "POST", "/p/payment_order", """{"result":true,"data":{}}""", """{"total":5,"description":"Link"}""");
        yield return Call("create subscription", client => client.CreateSubscriptionAsync(Requests.Subscription()), "POST", "/p/subscriptions", """{"result":true,"data":{}}""",
            """{"total":1000,"currency":"ARS","name":"Plan","description":"A plan","type":"manual","interval":"1m","test":false}""");
        yield return Call("change subscription", client => client.UpdateSubscriptionAsync("S1", new() { Total = 1200m }), "POST", "/p/subscriptions/S1", """{"result":true,"data":{}}""", """{"total":1200}""");
        yield return Call("subscription", client => client.GetSubscriptionAsync("S1"), "GET", "/p/subscriptions/S1", """{"result":true,"data":{}}""");
        yield return Call("activate subscription", client => client.ActivateSubscriptionAsync("S1"), "GET", "/p/subscriptions/S1/action/activate", Done);
        yield return Call("delete subscription", client => client.DeleteSubscriptionAsync("S1"), "GET", "/p/subscriptions/S1/action/delete", Done);
        yield return Call("create subscriber", client => client.CreateSubscriberAsync("S1", Requests.Subscriber()), "POST", "/p/subscriptions/S1/subscriber", """{"result":true,"data":{}}""",
            """{"customer":{"name":"Ana","email":"ana@example.com","identification":"12123123"},"reference":"sub-1","startDate":{"day":4,"month":2},"test":false}""");
        yield return Call("change subscriber", client => client.UpdateSubscriberAsync("S1", "U~1", new() { Customer = new() { Email = "new@example.com" } }), "POST", "/p/subscriptions/S1/subscriber/U~1", """{"result":true,"data":{}}""",
            """{"customerData":{"email":"new@example.com"}}""");
        yield return Call("subscriber", client => client.GetSubscriberAsync("S1", "U1"), "GET", "/p/subscriptions/S1/subscriber/U1", """{"result":true,"data":{}}""");
        yield return Call("suspend", client => client.SuspendSubscriberAsync("S1", "U1"), "GET", "/p/subscriptions/S1/subscriber/U1/action/suspend", Done);
        yield return Call("activate subscriber", client => client.ActivateSubscriberAsync("S1", "U1"), "GET", "/p/subscriptions/S1/subscriber/U1/action/activate", Done);
        yield return Call("reschedule", client => client.RescheduleSubscriberAsync("S1", "U1", Start), "POST", "/p/subscriptions/S1/subscriber/U1/action/reschedule", Done, """{"startDate":{"day":4,"month":2}}""");
        yield return Call("move", client => client.MoveSubscriberAsync("S1", "U1", "S2"), "POST", "/p/subscriptions/S1/subscriber/U1/action/move", Done, """{"sid":"S2"}""");
        yield return Call("schedule", client => client.ScheduleChargeAsync("S1", "U1", new() { ["total"] = 5 }), "POST", "/p/subscriptions/S1/subscriber/U1/action/schedule", Done, """{"total":5}""");
        yield return Call("delete subscriber", client => client.DeleteSubscriberAsync("S1", "U1"), "DELETE", "/p/subscriptions/S1/subscriber/U1/action/delete", Done);
        yield return Call("charge", client => client.ChargeSubscriberAsync("S1", "U1", new()), "GET", "/p/subscriptions/S1/subscriber/U1/execution", Done);
        yield return Call("charge another amount", client => client.ChargeSubscriberAsync("S1", "U1", new() { Total = 7.5m, Reference = "c1", Description = "More" }), "POST", "/p/subscriptions/S1/subscriber/U1/execution", Done,
            """{"total":7.5,"reference":"c1","description":"More"}""");
        yield return Call("retry charge", client => client.RetryExecutionAsync("S1", "U1", "E1"), "GET", "/p/subscriptions/S1/subscriber/U1/execution/E1/action/retry", Done);
        yield return Call("mark paid", client => client.MarkExecutionPaidAsync("S1", "U1", "E1"), "GET", "/p/subscriptions/S1/subscriber/U1/execution/E1/action/paid", Done);
        yield return Call("connect", client => client.ConnectAsync(new("https://dev.example/back")), "POST", "/p/developer/connect", """{"result":true,"data":{"id":"D1","url":"https://mobbex.com/c/D1"}}""", """{"return_url":"https://dev.example/back"}""");
        yield return Call("connection", client => client.GetConnectionCredentialsAsync("D1"), "GET", "/p/developer/connect/D1/credentials", """{"result":true,"data":{"access_token":"t"}}""");
        yield return Call("wallet", client => client.CreateWalletCustomerAsync(new() { Reference = "c-1", Customer = Requests.Customer(), Features = [MobbexFeatures.ValidateId] }), "POST", "/p/wallet", """{"result":true,"data":{"uid":"W1"}}""",
            """{"reference":"c-1","customer":{"name":"Ana","email":"ana@example.com","identification":"12123123"},"test":false,"features":["validate_id"]}""");

        static TestCaseData Call(string name, Func<IMobbexClient, Task> call, string method, string path, string answer, string? body = null) =>
            new TestCaseData(call, method, path, answer, body).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Endpoints))]
    public async Task It_calls_the_endpoint(Func<IMobbexClient, Task> call, string method, string path, string answer, string? body)
    {
        using var mobbex = new StubMobbex().Answer(answer);

        await call(mobbex.Client);

        (mobbex.Call.Method, mobbex.Call.Path).Should().Be((method, path));
        mobbex.Call.Url.Should().StartWith("https://api.mobbex.com/");
        JsonNode.DeepEquals(mobbex.Call.Body is null ? null : JsonNode.Parse(mobbex.Call.Body), body is null ? null : JsonNode.Parse(body))
            .Should().BeTrue("it sent {0}", mobbex.Call.Body);
    }

    [TestCaseSource(nameof(Endpoints))]
    public async Task A_success_status_with_result_false_is_an_error(Func<IMobbexClient, Task> call, string method, string path, string answer, string? body)
    {
        _ = (method, path, answer, body);
        using var mobbex = new StubMobbex().Answer("""{"result":false,"code":"FATERR","error":"Ana no puede pagar","status_message":"x"}""");

        var error = (await FluentActions.Awaiting(() => call(mobbex.Client)).Should().ThrowAsync<CoinMoebiusApiException>()).Which;

        (error.StatusCode, error.ErrorCode, error.ErrorMessage).Should().Be((HttpStatusCode.OK, "FATERR", "Ana no puede pagar"));
        error.Message.Should().Contain("Mobbex").And.Contain("FATERR").And.NotContain("Ana");
        error.ResponseBody.Should().Contain("status_message");
        mobbex.Calls.Should().ContainSingle("what was refused is not repeated");
    }

    [TestCaseSource(nameof(Endpoints))]
    public async Task Only_what_moves_no_money_is_tried_again(Func<IMobbexClient, Task> call, string method, string path, string answer, string? body)
    {
        _ = body;
        string[] money = ["/refund", "/capture", "/release", "/execution", "/action/schedule", "/action/retry", "/action/paid"];
        string[] acts = ["/action/", "/developer/connect", "/payment_order", "/wallet", "/p/checkout"];
        var once = money.Any(end => path.EndsWith(end, StringComparison.Ordinal));
        var isRead = (method == "GET" && !acts.Any(path.Contains) && !once) || path.Contains("/credentials") || path.Contains("/transactions/status");
        using var broken = new StubMobbex().BreakOff().Answer(answer);
        using var unreached = new StubMobbex().Refuse().Answer(answer);

        await Run(broken);
        await Run(unreached);

        broken.Calls.Should().HaveCount(isRead ? 2 : 1, "the API may have acted on it");
        unreached.Calls.Should().HaveCount(once ? 1 : 2, "the API has not acted on it");

        async Task Run(StubMobbex mobbex)
        {
            try
            {
                await mobbex.Clock.RunAsync(call(mobbex.Client));
            }
            catch (CoinMoebiusTransportException)
            {
                mobbex.Calls.Should().ContainSingle();
            }
        }
    }

    [Test]
    public async Task Every_call_has_both_keys_and_says_who_and_how()
    {
        using var mobbex = new StubMobbex(options => (options.Language, options.EcommerceAgent) = ("en", "Shop/1.2")).Answer(Done);

        await mobbex.Client.DeleteCheckoutAsync("C1");

        mobbex.Call.Headers.Should().Contain("x-api-key", StubMobbex.Key).And.Contain("x-access-token", StubMobbex.Token)
            .And.Contain("x-lang", "en").And.Contain("x-ecommerce-agent", "Shop/1.2");
    }

    [Test]
    public async Task Public_lists_have_no_key_and_dev_connect_has_the_applications_alone()
    {
        using var mobbex = new StubMobbex(options => options.Language = null).Answer("""{"result":true,"data":[]}""").Answer("""{"id":"D1","url":"https://mobbex.com/c/D1"}""");

        await mobbex.Client.GetPublicSourcesAsync(MobbexPublicSourcesQuery.OfToken("tok"));
        await mobbex.Client.ConnectAsync(new("https://dev.example/back"));

        mobbex.Calls[0].Headers.Keys.Should().NotContain(["x-api-key", "x-access-token", "x-lang"]);
        mobbex.Calls[1].Headers.Should().Contain("x-api-key", StubMobbex.Key).And.NotContainKey("x-access-token");
    }

    [Test]
    public async Task A_white_label_has_an_address_of_its_own()
    {
        using var mobbex = new StubMobbex(options => options.BaseAddress = new("https://api.label.example")).Answer("[]");

        await mobbex.Client.GetTransactionsAsync("r");
        await mobbex.Client.GetSourcesAsync(new());

        mobbex.Calls.Select(call => call.Url).Should().Equal("https://api.label.example/2.0/transactions/coupons/r", "https://api.label.example/p/sources");
    }

    [Test]
    public async Task Test_mode_is_sent_with_all_that_is_created_and_a_request_may_say_otherwise()
    {
        using var mobbex = new StubMobbex(options => options.Test = true).Answer(Answers.Checkout);

        await mobbex.Client.CreateCheckoutAsync(Requests.Checkout());
        await mobbex.Client.CreateCheckoutAsync(Requests.Checkout() with { Test = false });
        await mobbex.Client.CreateSubscriptionAsync(Requests.Subscription());
        await mobbex.Client.CreateSubscriberAsync("S1", Requests.Subscriber());
        await mobbex.Client.CreateWalletCustomerAsync(new() { Reference = "c", Customer = Requests.Customer() });
        await mobbex.Client.CreatePaymentOrderAsync(new() { Total = 1m, Description = "d" });
        await mobbex.Client.UpdateSubscriptionAsync("S1", new() { Name = "n" });

        mobbex.Calls.Select(call => call.Json["test"]?.GetValue<bool>()).Should().Equal(true, false, true, true, true, true, null);
    }

    [Test]
    public async Task Inferred_names_can_be_spelled_otherwise()
    {
        using var mobbex = new StubMobbex(options =>
        {
            options.FieldNames["travelDate"] = "travel_date";
            options.FieldNames["identificationType"] = "idType";
            options.FieldNames["birthDate"] = "birthdate";
        }).Answer(Answers.Checkout);

        await mobbex.Client.CreateCheckoutAsync(Requests.Checkout() with
        {
            Customer = Requests.Customer() with { BirthDate = new() { Day = 1, Month = 2, Year = 1990 }, Metadata = new() { ["birthDate"] = "mine" } },
            Travel = new()
            {
                Type = MobbexTravel.Airline,
                TravelDate = new() { Day = 3, Month = 4, Year = 2027 },
                Origin = "EZE",
                Destination = "COR",
                Passengers = [new() { Name = "Ana", IdentificationType = MobbexIdentificationTypes.Passport }],
            },
        });

        var sent = mobbex.Call.Json;
        sent["travel"]!.AsObject().Should().ContainKey("travel_date").And.NotContainKey("travelDate");
        sent["travel"]!["passengers"]![0]!.AsObject().Select(member => member.Key).Should().Equal("name", "idType");
        sent["customer"]!.AsObject().Should().ContainKey("birthdate").And.NotContainKey("birthDate");
        sent["customer"]!["metadata"]!.AsObject().Should().ContainKey("birthDate", "what the merchant named stays");
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("http://mobbex.com/p/checkout/v2/C1")]
    [TestCase("")]
    public async Task A_page_that_is_not_https_is_not_passed_on(string url)
    {
        using var mobbex = new StubMobbex().Answer($$$"""{"result":true,"data":{"id":"C1","url":"{{{url}}}"}}""");

        await mobbex.Client.Awaiting(client => client.CreateCheckoutAsync(Requests.Checkout())).Should().ThrowAsync<CoinMoebiusApiException>();
        await mobbex.Client.Awaiting(client => client.ConnectAsync(new("https://a.example"))).Should().ThrowAsync<CoinMoebiusApiException>();
        (await mobbex.Client.GetSubscriptionAsync("S1")).Url.Should().BeNull();
    }

    [TestCase("<html>")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("\"paid\"")]
    [TestCase("{}")]
    [TestCase("""{"result":true,"data":{"status":"200"}}""")]
    public async Task What_is_no_operation_is_an_error_and_never_paid(string answer)
    {
        using var mobbex = new StubMobbex().Answer(answer);

        await mobbex.Client.Awaiting(client => client.GetOperationAsync("P1")).Should().ThrowAsync<CoinMoebiusApiException>();
    }

    [Test]
    public async Task Errors_are_of_the_family()
    {
        using var unauthorized = new StubMobbex().Answer("""{"result":false,"error":"Unauthorized"}""", HttpStatusCode.Unauthorized);
        using var unknown = new StubMobbex().Answer("""{"result":false,"error":"x y"}""", HttpStatusCode.NotFound);
        using var violation = new StubMobbex().Answer("""{"result":false,"code":"API:SECURITY_VIOLATION","error":"x y"}""", HttpStatusCode.Forbidden);

        (await unauthorized.Client.Awaiting(client => client.GetOperationAsync("P1")).Should().ThrowAsync<CoinMoebiusAuthenticationException>())
            .Which.Message.Should().Contain("MobbexOptions.ApiKey");
        await unknown.Client.Awaiting(client => client.GetOperationAsync("P1")).Should().ThrowAsync<CoinMoebiusNotFoundException>();
        (await violation.Client.Awaiting(client => client.GetOperationAsync("P1")).Should().ThrowAsync<CoinMoebiusAuthenticationException>())
            .Which.ErrorCode.Should().Be("API:SECURITY_VIOLATION");
        violation.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task An_action_without_a_body_is_a_success_that_says_nothing()
    {
        using var mobbex = new StubMobbex().Answer("");

        (await mobbex.Client.DeleteCheckoutAsync("C1")).Result.Should().BeNull();
    }

    [Test]
    public async Task A_refund_says_what_was_given_back()
    {
        using var mobbex = new StubMobbex().Answer("""{"result":true,"total":9.5,"status_message":"Devuelta","data":{"id":"P1"}}""");

        var answer = await mobbex.Client.RefundAsync("P1", new() { Total = 10m });

        (answer.Result, answer.Total, answer.StatusMessage).Should().Be((true, 9.5m, "Devuelta"));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase(".")]
    [TestCase("..")]
    public async Task An_id_that_cannot_stand_in_a_path_is_not_sent(string id)
    {
        using var mobbex = new StubMobbex().Answer(Done);
        Func<Task>[] calls =
        [
            () => mobbex.Client.GetOperationAsync(id), () => mobbex.Client.GetTransactionsAsync(id), () => mobbex.Client.RefundAsync(id, new()),
            () => mobbex.Client.CaptureAsync(id, 1m), () => mobbex.Client.ReleaseAsync(id), () => mobbex.Client.DeleteCheckoutAsync(id),
            () => mobbex.Client.GetSubscriptionAsync(id), () => mobbex.Client.DeleteSubscriptionAsync(id), () => mobbex.Client.GetSubscriberAsync("S1", id),
            () => mobbex.Client.ChargeSubscriberAsync(id, "U1", new()), () => mobbex.Client.RetryExecutionAsync("S1", "U1", id),
            () => mobbex.Client.GetConnectionCredentialsAsync(id), () => mobbex.Client.GetPublicSourcesAsync(MobbexPublicSourcesQuery.OfToken(id)),
        ];

        foreach (var call in calls)
        {
            await call.Should().ThrowAsync<ArgumentException>();
        }

        FluentActions.Invoking(() => mobbex.Client.ListSubscribersAsync(id, new())).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => mobbex.Client.WatchOperationAsync(id)).Should().Throw<ArgumentException>();
        mobbex.Calls.Should().BeEmpty();
    }
}
