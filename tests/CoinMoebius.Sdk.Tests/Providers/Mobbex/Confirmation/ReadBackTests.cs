using System.Net;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex.Confirmation;

public sealed class ReadBackTests
{
    private const string Secret = "merchant-webhook-secret-0123456789abcdef";
    private const string Api = "https://api.mobbex.com/p/operations/";

    private const string Plan = """{"uid":"SUB1","reference":"sub-ref"}""";

    private const string Data =
        """
        {"payment":{"id":"P1","reference":"order-42","total":110.58,"currency":{"code":"ARS"},"status":{"code":"200"},"updated":"2026-01-05T12:00:02.100Z"},
        "entity":{"uid":"shopuid"},"customer":{"uid":"7"},"checkout":{"uid":"CHK:1","total":100.53,"currency":"ARS","reference":"order-42"}}
        """;

    [Test]
    public async Task The_event_is_what_the_API_says_now()
    {
        var verification = await VerifyAsync(Data, Data.Replace("\"200\"", "\"602\"", StringComparison.Ordinal));

        verification.EnsureVerified().ShouldShow(
            """
            {"kind":"payment","eventType":"checkout","status":"refunded","paymentId":"P1","amount":"110.58","currency":"ARS","customerRef":"7",
            "reference":"order-42","isTest":false,"occurredAt":"2026-01-05T12:00:02.1Z","metadata":{"checkoutTotal":"100.53","checkoutUid":"CHK:1"}}
            """);
    }

    [TestCase("\"status\":{\"code\":\"400\"}", "\"status\":{\"code\":\"200\"}", TestName = "A_lie_about_the_status_changes_nothing")]
    [TestCase("\"customer\":{\"uid\":\"7\"}", "\"customer\":{\"uid\":\"8\",\"metadata\":{\"customerRef\":\"thief\"}}", TestName = "A_lie_about_the_customer_changes_nothing")]
    [TestCase("\"updated\":\"2026-01-05T12:00:02.100Z\"", "\"updated\":\"2027-01-05T12:00:02.100Z\"", TestName = "A_lie_about_the_time_changes_nothing")]
    [TestCase("\"total\":100.53", "\"total\":1", TestName = "A_lie_about_what_was_asked_changes_nothing")]
    public async Task A_lie_changes_nothing(string truth, string lie)
    {
        var known = Data.Replace("\"status\":{\"code\":\"200\"}", "\"status\":{\"code\":\"400\"}", StringComparison.Ordinal);
        var told = known.Replace(truth, lie, StringComparison.Ordinal);
        told.Should().NotBe(known);

        var expected = (await VerifyAsync(known, known)).Event as PaymentEvent;
        var found = (await VerifyAsync(told, known)).Event as PaymentEvent;

        found!.Metadata.Should().BeEquivalentTo(expected!.Metadata);
        (found with { RawBody = default, Metadata = expected.Metadata }).Should().Be(expected with { RawBody = default });
    }

    [TestCase("\"reference\":\"order-42\"", "\"reference\":\"order-41\"")]
    [TestCase("shopuid", "another")]
    [TestCase("\"code\":\"ARS\"", "\"code\":\"TEST\"")]
    [TestCase("110.58", "110.57")]
    [TestCase("\"id\":\"P1\"", "\"id\":\"P2\"")]
    public async Task What_the_API_contradicts_is_refused(string told, string known)
    {
        (await VerifyAsync(Data, Data.Replace(told, known, StringComparison.Ordinal))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task The_raw_body_is_a_notification_of_what_was_read()
    {
        var verification = await VerifyAsync(Data.Replace("\"customer\"", "\"claim\":1,\"customer\"", StringComparison.Ordinal), Data);

        using var raw = JsonDocument.Parse(verification.Event!.RawBody);
        raw.RootElement.GetProperty("data").TryGetProperty("claim", out _).Should().BeFalse();
        ((MobbexCheckoutNotification)MobbexNotification.Read(verification.Event)).Data.Payment!.Total.Should().Be(110.58m);
    }

    [Test]
    public async Task Totals_agree_as_numbers_and_what_was_not_told_is_no_contradiction()
    {
        var told = Data.Replace("110.58", "\"110.580\"", StringComparison.Ordinal).Replace("\"entity\":{\"uid\":\"shopuid\"},", "", StringComparison.Ordinal);

        (await VerifyAsync(told, Data)).IsVerified.Should().BeTrue();
    }

    [Test]
    public async Task An_operation_nobody_knows_is_refused()
    {
        (await VerifyAsync(Data, new HttpResponseMessage(HttpStatusCode.NotFound))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [TestCase(HttpStatusCode.InternalServerError, "")]
    [TestCase(HttpStatusCode.BadGateway, "<html>")]
    [TestCase(HttpStatusCode.Unauthorized, """{"result":false,"error":"x"}""")]
    [TestCase(HttpStatusCode.TooManyRequests, "")]
    [TestCase(HttpStatusCode.OK, """{"result":false,"code":"FATERR","error":"x"}""")]
    [TestCase(HttpStatusCode.OK, """{"result":true,"data":{"transaction":{}}}""")]
    [TestCase(HttpStatusCode.OK, "not json")]
    public async Task An_API_that_cannot_tell_is_neither_a_pass_nor_a_refusal(HttpStatusCode status, string answer)
    {
        var act = () => VerifyAsync(Data, new HttpResponseMessage(status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") });

        var thrown = (await act.Should().ThrowAsync<WebhookVerificationUnavailableException>()).Which;
        thrown.Message.Should().NotContain(Secret).And.NotContain("order-42");
    }

    [Test]
    public async Task An_API_that_does_not_answer_is_given_up_in_time()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var http = new HttpClient(new SilentHandler(asked));
        using var client = new MobbexClient(http, Credentials());
        var verifying = new MobbexWebhookVerifier(new MobbexWebhookOptions { Secrets = { Secret } }, client, clock)
            .VerifyAsync(Sign(Body(Data)).ToRequest()).AsTask();
        await asked.Task;

        clock.Advance(TimeSpan.FromSeconds(20));

        await verifying.Awaiting(it => it).Should().ThrowAsync<WebhookVerificationUnavailableException>();
    }

    [Test]
    public async Task A_caller_that_leaves_is_told_so()
    {
        using var leaving = new CancellationTokenSource();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var http = new HttpClient(new SilentHandler(asked));
        using var client = new MobbexClient(http, Credentials());
        var verifying = new MobbexWebhookVerifier(new MobbexWebhookOptions { Secrets = { Secret } }, client)
            .VerifyAsync(Sign(Body(Data)).ToRequest(), leaving.Token).AsTask();
        await asked.Task;

        await leaving.CancelAsync();

        await verifying.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task Without_the_right_token_nobody_is_asked()
    {
        var records = new ScriptedRecords();
        var delivery = new MobbexWebhookSigner("another-secret-0123456789abcdef").Sign(Encoding.UTF8.GetBytes(Body(Data)));

        (await Verifier(records).VerifyAsync(delivery.ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);

        records.Asked.Should().BeEmpty();
    }

    [Test]
    public async Task An_id_that_is_none_is_refused_without_a_call([Values("..", "   ", "long")] string id)
    {
        id = id == "long" ? new string('x', 1000) : id;
        using var handler = new MockHttpMessageHandler();
        var anything = handler.When("*").Respond(HttpStatusCode.OK);

        (await VerifyAsync(Data.Replace("\"P1\"", $"\"{id}\"", StringComparison.Ordinal), handler)).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);

        handler.GetMatchCount(anything).Should().Be(0);
    }

    [Test]
    public async Task The_same_news_has_the_same_id_and_a_second_partial_refund_another()
    {
        var paid = await VerifyAsync(Data, Data);
        var paidAgain = await VerifyAsync(Data.Replace("\"7\"", "\"8\"", StringComparison.Ordinal), Data.Replace("12:00:02", "13:00:02", StringComparison.Ordinal));
        var part = Data.Replace("\"200\"", "\"605\"", StringComparison.Ordinal);
        var first = await VerifyAsync(part, part);
        var second = await VerifyAsync(part, part.Replace("12:00:02", "13:00:02", StringComparison.Ordinal));

        paidAgain.Event!.EventId.Should().Be(paid.Event!.EventId);
        new[] { paid.Event.EventId, first.Event!.EventId, second.Event!.EventId }.Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.StartsWith("sha256:", StringComparison.Ordinal));
    }

    [TestCase("CHD-1")]
    [TestCase("GRP-1")]
    public async Task Parts_of_a_payment_are_passed_on_without_a_question(string id)
    {
        var records = new ScriptedRecords();

        var verification = await Verifier(records).VerifyAsync(Sign(Body(Data.Replace("P1", id, StringComparison.Ordinal))).ToRequest());

        verification.EnsureVerified().Should().BeOfType<UnmappedEvent>().Which.EventType.Should().Be("checkout");
        records.Asked.Should().BeEmpty();
    }

    [TestCase("", true)]
    [TestCase("400", true)]
    [TestCase("1,0,402", true)]
    [TestCase("?", true)]
    [TestCase("200", false)]
    [TestCase("400,2", false)]
    [TestCase("3", false)]
    [TestCase("100", false)]
    [TestCase("210", false)]
    [TestCase("301", false)]
    [TestCase("602", false)]
    public async Task An_expiry_is_told_of_only_where_no_payment_stands_and_claims_nothing_but_its_reference(string statuses, bool expected)
    {
        var records = new ScriptedRecords();
        records.Statuses.AddRange(statuses.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => MobbexStatusCode.TryParse(text, out var code) ? code : (MobbexStatusCode?)null));

        var verification = await Verifier(records).VerifyAsync(
            Sign("""{"type":"checkout:expired","data":{"checkout":{"uid":"CHK:1","reference":"order-42"},"data":null,"status":{"code":401}}}""").ToRequest());

        verification.Verdict.Should().Be(expected ? WebhookVerdict.Verified : WebhookVerdict.SignatureMismatch);
        (verification.Event is UnmappedEvent { EventType: "checkout:expired" } unmapped && unmapped.Metadata["reference"] == "order-42").Should().Be(expected);
        records.Asked.Should().Equal("reference order-42");
    }

    [TestCase("subscription:registration", "active", "created", "active")]
    [TestCase("subscription:registration", "suspended", "created", "paused")]
    [TestCase("subscription:subscriber:active", "deleted", "updated", "canceled")]
    [TestCase("subscription:subscriber:suspended", "something", "updated", "unknown")]
    [TestCase("subscription:change_source", "active", "updated", "active")]
    public async Task A_subscriber_is_read_back_with_the_status_it_has(string type, string status, string expectedType, string expectedStatus)
    {
        var records = new ScriptedRecords
        {
            Subscribers = { ["SCR1"] = $$"""{"uid":"SCR1","reference":"user_42","status":"{{status}}"}""" },
            Subscriptions = { ["SUB1"] = Plan },
        };

        var verification = await Verifier(records).VerifyAsync(Sign(Subscription(type)).ToRequest());

        verification.EnsureVerified().ShouldShow(
            $$"""{"type":"{{expectedType}}","status":"{{expectedStatus}}","subscriptionId":"SCR1","productId":"SUB1","amount":null}""");
        records.Asked.Should().Equal("subscriber SUB1 SCR1", "subscription SUB1");
    }

    [TestCase("""{"uid":"SCR2","reference":"user_42"}""")]
    [TestCase("""{"uid":"SCR1","reference":"user_43"}""")]
    [TestCase("""{"uid":"SCR1"}""")]
    [TestCase(null)]
    public async Task A_subscriber_whom_the_API_does_not_confirm_is_refused(string? known)
    {
        var records = new ScriptedRecords { Subscriptions = { ["SUB1"] = Plan } };
        if (known is not null)
        {
            records.Subscribers["SCR1"] = known;
        }

        (await Verifier(records).VerifyAsync(Sign(Subscription("subscription:registration")).ToRequest())).Verdict
            .Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [TestCase("200", "renewed")]
    [TestCase("410", "payment_failed")]
    public async Task The_charge_of_a_subscriber_is_what_its_operation_says(string code, string expected)
    {
        var known = """{"id":"P9","reference":"exe-1","total":99.9,"currency":{"code":"ARS"},"status":{"code":"@"}}""";
        var records = new ScriptedRecords
        {
            Operations = { ["P9"] = $$"""{"payment":{{known.Replace("@", code, StringComparison.Ordinal)}},"subscription":{"uid":"SUB1"},"subscriber":{"uid":"SCR1"} }""" },
            Subscriptions = { ["SUB1"] = Plan },
        };
        var told = Subscription("subscription:execution").Replace(
            "\"context\"", $"\"payment\":{known.Replace("@", "200", StringComparison.Ordinal)},\"context\"", StringComparison.Ordinal);

        (await Verifier(records).VerifyAsync(Sign(told, "sub-ref").ToRequest())).EnsureVerified()
            .ShouldShow($$"""{"type":"{{expected}}","subscriptionId":"SCR1","amount":"99.9","currency":"ARS"}""");
    }

    [Test]
    public void Start_up_fails_without_the_client_of_the_account([Values("", "eu")] string account)
    {
        var services = new ServiceCollection();
        services.AddMobbexClient("another", Configure);
        services.AddCoinMoebiusWebhooks().AddMobbex(account, options => options.Secrets.Add(Secret));

        FluentActions.Invoking(() => services.BuildServiceProvider().GetRequiredService<IStartupValidator>().Validate())
            .Should().Throw<OptionsValidationException>().WithMessage($"*mobbex*reread*AddMobbexClient({(account.Length == 0 ? "" : "\"eu\", ")}…)*tokenOnly*");
    }

    [Test]
    public async Task The_client_of_the_account_is_asked([Values("", "eu")] string account)
    {
        using var handler = Answering(Data);
        var services = new ServiceCollection();
        services.AddMobbexClient(account, Configure).ConfigurePrimaryHttpMessageHandler(() => handler);
        services.AddCoinMoebiusWebhooks().AddMobbex(account, options => options.Secrets.Add(Secret));
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();

        var verifier = provider.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.Mobbex, account)!;

        (await verifier.VerifyAsync(Sign(Body(Data)).ToRequest())).IsVerified.Should().BeTrue();
    }

    private static string Body(string data) => $$"""{"type":"checkout","data":{{data}}}""";

    private static string Subscription(string type) =>
        """{"type":"@","data":{"context":{"status":"success"},"subscription":{"uid":"SUB1","reference":"sub-ref"},"subscriber":{"uid":"SCR1","reference":"user_42"},"execution":{"uid":"E1","total":5}}}"""
            .Replace("@", type, StringComparison.Ordinal);

    // The token of a subscription belongs to the plan's reference, which the signer reads only where there is no payment.
    private static SignedWebhook Sign(string body, string? reference = null)
    {
        var delivery = new MobbexWebhookSigner(Secret).Sign(Encoding.UTF8.GetBytes(body));
        return reference is null ? delivery : delivery with
        {
            Query = new MobbexWebhookSigner(Secret).Sign(new TestPayment { PaymentId = "P", Reference = reference }).Query,
        };
    }

    private static MobbexWebhookVerifier Verifier(ScriptedRecords records)
    {
        var options = new ServiceCollection().Configure<MobbexWebhookOptions>(it => it.Secrets.Add(Secret)).BuildServiceProvider()
            .GetRequiredService<IOptionsMonitor<MobbexWebhookOptions>>();
        return new(options, "", records, null);
    }

    private static Task<WebhookVerification> VerifyAsync(string told, string known) => VerifyAsync(told, Answering(known));

    private static async Task<WebhookVerification> VerifyAsync(string told, HttpResponseMessage answer)
    {
        using var handler = new MockHttpMessageHandler();
        handler.When(Api + "P1").Respond(_ => answer);
        return await VerifyAsync(told, handler);
    }

    private static async Task<WebhookVerification> VerifyAsync(string told, MockHttpMessageHandler handler)
    {
        using var client = new MobbexClient(handler.ToHttpClient(), Credentials());
        return await new MobbexWebhookVerifier(new MobbexWebhookOptions { Secrets = { Secret } }, client).VerifyAsync(Sign(Body(told)).ToRequest());
    }

    private static MockHttpMessageHandler Answering(string data)
    {
        var handler = new MockHttpMessageHandler();
        handler.When(HttpMethod.Get, Api + "P1").WithHeaders("x-api-key", "application-key")
            .Respond("application/json", """{"result":true,"data":{"transactions":[],"transaction":@}}""".Replace("@", data, StringComparison.Ordinal));
        return handler;
    }

    private static MobbexOptions Credentials()
    {
        var options = new MobbexOptions();
        Configure(options);
        return options;
    }

    private static void Configure(MobbexOptions options) =>
        (options.ApiKey, options.AccessToken, options.MaxRetries) = ("application-key", "merchant-token", 0);
}
