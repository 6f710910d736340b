using System.Net;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.NowPayments.Confirmation;

public sealed class PaymentReadingTests
{
    private const string Secret = "ipn-secret-0123456789abcdef";
    private const string Key = "A7M40XV-5ECRET0-KVVED3G-NW3V0TK";
    private const string Api = "https://api.nowpayments.io/v1/payment/";

    /// <summary>As the API answers: it has no parent, and no worth in fiat.</summary>
    private const string Known =
        """
        {"payment_id":5170245329,"invoice_id":null,"payment_status":"finished","pay_address":"UQD8","price_amount":30.5,"price_currency":"usd","pay_amount":100,
        "actually_paid":100,"pay_currency":"ton","order_id":"order-7","purchase_id":4919950580,"updated_at":"2025-06-10T02:26:55.506Z"}
        """;

    private const string Told =
        """
        {"payment_id":5170245329,"parent_payment_id":null,"payment_status":"finished","price_amount":30.5,"price_currency":"usd","pay_amount":100,
        "actually_paid":100,"actually_paid_at_fiat":30.4,"pay_currency":"ton","order_id":"order-7","updated_at":1749522415506}
        """;

    [TestCase("waiting")]
    [TestCase("finished")]
    [TestCase("something_new")]
    public async Task The_event_is_what_the_API_says_now(string told)
    {
        var body = Told.Replace("finished", told, StringComparison.Ordinal).Replace("1749522415506", "1", StringComparison.Ordinal);

        var verification = await VerifyAsync(body, Known);

        verification.EnsureVerified().ShouldShow(
            """
            {"kind":"payment","provider":"nowpayments","eventType":"finished","status":"succeeded","paymentId":"5170245329","amount":"30.5","currency":"USD",
            "reference":"order-7","occurredAt":"2025-06-10T02:26:55.506Z","metadata":{}}
            """);
        using var raw = JsonDocument.Parse(verification.Event!.RawBody);
        raw.RootElement.GetProperty("purchase_id").GetString().Should().Be("4919950580", "the raw body is what was read");
    }

    [TestCase("30.5", "1")]
    [TestCase("\"usd\"", "\"jpy\"")]
    [TestCase("\"ton\"", "\"btc\"")]
    [TestCase("1749522415506", "1949522415506")]
    public async Task A_lie_changes_nothing(string truth, string lie)
    {
        var told = Told.Replace(truth, lie, StringComparison.Ordinal);
        told.Should().NotBe(Told);

        var expected = (PaymentEvent)(await VerifyAsync(Told, Known)).EnsureVerified();
        var found = (PaymentEvent)(await VerifyAsync(told, Known)).EnsureVerified();

        found.RawBody.ToArray().Should().Equal(expected.RawBody.ToArray());
        (found with { RawBody = default }).Should().Be(expected with { RawBody = default });
    }

    [Test]
    public async Task The_same_facts_are_one_event_whatever_was_told()
    {
        var sending = Known.Replace("finished", "sending", StringComparison.Ordinal);

        var first = (await VerifyAsync(Told.Replace("finished", "confirming", StringComparison.Ordinal), sending)).EnsureVerified();
        var second = (await VerifyAsync(Told.Replace("finished", "waiting", StringComparison.Ordinal), sending)).EnsureVerified();
        var later = (await VerifyAsync(Told, Known)).EnsureVerified();

        second.EventId.Should().Be(first.EventId).And.MatchRegex("^sha256:[0-9a-f]{32}$");
        later.EventId.Should().NotBe(first.EventId);
    }

    [TestCase("refunded", "refunded", "30.5", "USD")]
    [TestCase("failed", "failed", "30.5", "USD")]
    [TestCase("expired", "failed", "30.5", "USD")]
    [TestCase("partially_paid", "partial", "100", "TON")]
    public async Task Every_status_of_the_API_has_its_meaning(string known, string expected, string amount, string currency)
    {
        var verification = await VerifyAsync(
            Told.Replace("finished", "waiting", StringComparison.Ordinal), Known.Replace("finished", known, StringComparison.Ordinal));

        verification.EnsureVerified().ShouldShow($$"""{"eventType":"{{known}}","status":"{{expected}}","amount":"{{amount}}","currency":"{{currency}}"}""");
    }

    [TestCase("finished", "5170245320")]
    [TestCase("finished", "\"5170245320\"")]
    [TestCase("waiting", "5170245320")]
    [TestCase("waiting", "{}")]
    public async Task A_second_deposit_stays_partial_although_the_API_does_not_name_its_parent(string told, string parent)
    {
        var body = Told.Replace("finished", told, StringComparison.Ordinal)
            .Replace("\"parent_payment_id\":null", $"\"parent_payment_id\":{parent}", StringComparison.Ordinal);

        var verification = await VerifyAsync(body, Known);

        verification.EnsureVerified().ShouldShow(
            """
            {"eventType":"finished","status":"partial","amount":"100","currency":"TON",
            "metadata":{"invoicedAmount":"30.5","invoicedCurrency":"USD","actuallyPaid":"100","payCurrency":"TON"}}
            """);
    }

    [Test]
    public async Task A_parent_that_only_the_API_names_counts_too()
    {
        var known = Known.Replace("\"invoice_id\":null", "\"parent_payment_id\":5170245320", StringComparison.Ordinal);

        (await VerifyAsync(Told.Replace("finished", "waiting", StringComparison.Ordinal), known)).EnsureVerified().ShouldShow("""{"status":"partial"}""");
    }

    [TestCase("\"order-7\"", "\"order-8\"")]
    [TestCase("\"order-7\"", "null")]
    public async Task What_the_API_contradicts_is_refused(string told, string known)
    {
        (await VerifyAsync(Told, Known.Replace(told, known, StringComparison.Ordinal))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [TestCase("finished", "confirming")]
    [TestCase("finished", "partially_paid")]
    [TestCase("partially_paid", "sending")]
    [TestCase("refunded", "finished")]
    [TestCase("expired", "waiting")]
    public async Task An_API_behind_the_delivery_is_asked_again_later(string told, string known)
    {
        var act = () => VerifyAsync(
            Told.Replace("finished", told, StringComparison.Ordinal), Known.Replace("finished", known, StringComparison.Ordinal));

        await act.Should().ThrowAsync<WebhookVerificationUnavailableException>();
    }

    [TestCase(HttpStatusCode.NotFound, "NOT_FOUND")]
    [TestCase(HttpStatusCode.BadRequest, "INVALID_REQUEST_PARAMS")]
    public async Task A_payment_nobody_knows_is_refused(HttpStatusCode status, string code)
    {
        (await VerifyAsync(Told, Answer(status, $$"""{"statusCode":{{(int)status}},"code":"{{code}}"}"""))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [TestCase(HttpStatusCode.InternalServerError, "")]
    [TestCase(HttpStatusCode.BadGateway, "<html>")]
    [TestCase(HttpStatusCode.Forbidden, """{"code":"INVALID_API_KEY"}""")]
    [TestCase(HttpStatusCode.TooManyRequests, "")]
    [TestCase(HttpStatusCode.OK, "not json")]
    [TestCase(HttpStatusCode.OK, "{}")]
    [TestCase(HttpStatusCode.OK, """{"payment_id":5170245328,"payment_status":"finished"}""")]
    [TestCase(HttpStatusCode.OK, """{"payment_id":5170245329}""")]
    [TestCase(HttpStatusCode.OK, """{"payment_id":5170245329,"payment_status":["finished"]}""")]
    public async Task An_API_that_cannot_tell_is_neither_a_pass_nor_a_refusal(HttpStatusCode status, string answer)
    {
        var act = () => VerifyAsync(Told, Answer(status, answer));

        (await act.Should().ThrowAsync<WebhookVerificationUnavailableException>()).Which.ToString()
            .Should().NotContain(Secret).And.NotContain(Key).And.NotContain("order-7");
    }

    [Test]
    public async Task An_API_that_does_not_answer_is_given_up_before_NOWPayments_gives_up()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var http = new HttpClient(new SilentHandler(asked));
        using var client = new NowPaymentsClient(http, Options());
        var verifying = new NowPaymentsWebhookVerifier(Confirming(), client, clock).VerifyAsync(Sign(Told).ToRequest()).AsTask();
        await asked.Task;

        clock.Advance(TimeSpan.FromSeconds(2.5));

        await verifying.Awaiting(it => it).Should().ThrowAsync<WebhookVerificationUnavailableException>();
    }

    [Test]
    public async Task A_caller_that_leaves_is_told_so()
    {
        using var leaving = new CancellationTokenSource();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var http = new HttpClient(new SilentHandler(asked));
        using var client = new NowPaymentsClient(http, Options());
        var verifying = new NowPaymentsWebhookVerifier(Confirming(), client).VerifyAsync(Sign(Told).ToRequest(), leaving.Token).AsTask();
        await asked.Task;

        await leaving.CancelAsync();

        await verifying.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
    }

    [TestCase("""{"id":"1","batch_withdrawal_id":"2","status":"FINISHED","currency":"trx","amount":"12"}""", true)]
    [TestCase("""{"payment_id":1}""", true)]
    [TestCase("[]", true)]
    [TestCase(Told, false)]
    public async Task Nobody_is_asked_about_what_is_no_payment_or_not_signed(string body, bool isSigned)
    {
        using var handler = new MockHttpMessageHandler();
        var anything = handler.When("*").Respond(HttpStatusCode.OK);
        using var client = new NowPaymentsClient(handler.ToHttpClient(), Options());
        var delivery = isSigned ? Sign(body) : new NowPaymentsWebhookSigner("another-secret").Sign(Encoding.UTF8.GetBytes(body));

        var verification = await new NowPaymentsWebhookVerifier(Confirming(), client).VerifyAsync(delivery.ToRequest());

        (verification.Event is UnmappedEvent).Should().Be(isSigned);
        verification.Verdict.Should().Be(isSigned ? WebhookVerdict.Verified : WebhookVerdict.SignatureMismatch);
        handler.GetMatchCount(anything).Should().Be(0);
    }

    [Test]
    public async Task Nobody_is_asked_unless_the_option_says_so()
    {
        using var handler = new MockHttpMessageHandler();
        var anything = handler.When("*").Respond(HttpStatusCode.OK);
        using var client = new NowPaymentsClient(handler.ToHttpClient(), Options());
        var options = Confirming();
        options.ConfirmPayments = false;

        (await new NowPaymentsWebhookVerifier(options, client).VerifyAsync(Sign(Told).ToRequest())).EnsureVerified().ShouldShow("""{"status":"succeeded"}""");

        handler.GetMatchCount(anything).Should().Be(0);
        new NowPaymentsWebhookOptions().ConfirmPayments.Should().BeFalse();
    }

    [Test]
    public void Without_a_container_the_client_is_asked_for_at_once() =>
        FluentActions.Invoking(() => new NowPaymentsWebhookVerifier(Confirming())).Should().Throw<OptionsValidationException>()
            .WithMessage("*nowpayments*ConfirmPayments*INowPaymentsClient*").Which.Message.Should().NotContain(Secret);

    [Test]
    public void Start_up_fails_without_the_client_of_the_account([Values("", "eu")] string account)
    {
        var services = new ServiceCollection();
        services.AddNowPaymentsClient("another", options => options.ApiKey = Key);
        services.AddCoinMoebiusWebhooks().AddNowPayments(account, Configure);

        FluentActions.Invoking(() => services.BuildServiceProvider().GetRequiredService<IStartupValidator>().Validate())
            .Should().Throw<OptionsValidationException>().WithMessage($"*nowpayments*ConfirmPayments*AddNowPaymentsClient({(account.Length == 0 ? "" : "\"eu\", ")}…)*");
    }

    [Test]
    public async Task The_client_of_the_account_is_asked([Values("", "eu")] string account)
    {
        using var handler = Answering(Known);
        var services = new ServiceCollection();
        services.AddNowPaymentsClient(account, options => options.ApiKey = Key).ConfigurePrimaryHttpMessageHandler(() => handler);
        services.AddNowPaymentsClient("another", options => options.ApiKey = "other");
        services.AddCoinMoebiusWebhooks().AddNowPayments(account, Configure);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();

        var verifier = provider.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.NowPayments, account)!;

        (await verifier.VerifyAsync(Sign(Told).ToRequest())).IsVerified.Should().BeTrue();
        handler.VerifyNoOutstandingExpectation();
    }

    private static SignedWebhook Sign(string body) => new NowPaymentsWebhookSigner(Secret).Sign(Encoding.UTF8.GetBytes(body));

    private static Task<WebhookVerification> VerifyAsync(string told, string known) => VerifyAsync(told, Answering(known));

    private static Task<WebhookVerification> VerifyAsync(string told, HttpResponseMessage answer)
    {
        var handler = new MockHttpMessageHandler();
        handler.When(Api + "5170245329").Respond(_ => answer);
        return VerifyAsync(told, handler);
    }

    private static async Task<WebhookVerification> VerifyAsync(string told, MockHttpMessageHandler handler)
    {
        using var client = new NowPaymentsClient(handler.ToHttpClient(), Options());
        return await new NowPaymentsWebhookVerifier(Confirming(), client).VerifyAsync(Sign(told).ToRequest());
    }

    private static MockHttpMessageHandler Answering(string payment)
    {
        var handler = new MockHttpMessageHandler();
        handler.Expect(HttpMethod.Get, Api + "5170245329").WithHeaders("x-api-key", Key).Respond("application/json", payment);
        return handler;
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static NowPaymentsOptions Options() => new() { ApiKey = Key, MaxRetries = 0 };

    private static NowPaymentsWebhookOptions Confirming()
    {
        var options = new NowPaymentsWebhookOptions();
        Configure(options);
        return options;
    }

    private static void Configure(NowPaymentsWebhookOptions options)
    {
        options.Secrets.Add(Secret);
        options.ConfirmPayments = true;
    }
}
