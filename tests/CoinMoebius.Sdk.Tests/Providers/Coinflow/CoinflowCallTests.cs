using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

public sealed class CoinflowCallTests
{
    private const string Root = "https://api-sandbox.coinflow.cash/api/";

    [TestCaseSource(typeof(CoinflowCalls), nameof(CoinflowCalls.All))]
    public async Task A_call_carries_its_familys_credentials_and_no_others(CoinflowCalls call)
    {
        using var api = new CoinflowApi(HttpStatusCode.BadRequest);

        await FluentActions.Awaiting(() => call.Call(api.Client)).Should().ThrowAsync<CoinMoebiusValidationException>();

        var (request, body) = api.Requests.Should().ContainSingle().Subject;
        $"{request.Method} {request.RequestUri!.AbsoluteUri}".Should().Be(call.Request.Replace(" ", " " + Root, StringComparison.Ordinal));
        Headers(request).Should().BeEquivalentTo(call.Family switch
        {
            CoinflowFamily.Merchant => ["Authorization: " + CoinflowApi.Key],
            CoinflowFamily.Payer =>
            [
                "Authorization: " + CoinflowApi.Key, "x-coinflow-auth-user-id: user-42", "x-device-id: device-1", "x-coinflow-client-ip: 203.0.113.7",
            ],
            _ => new[] { "x-coinflow-auth-session-key: session.key.1", "x-device-id: device-1", "x-coinflow-client-ip: 203.0.113.7" },
        });
        if (request.Method == HttpMethod.Patch)
        {
            body.Should().BeNull("what ends a subscription has no body");
        }
    }

    [TestCaseSource(typeof(CoinflowCalls), nameof(CoinflowCalls.All))]
    public async Task A_call_is_tried_again_only_when_it_cannot_pay_twice(CoinflowCalls call)
    {
        using var failing = new CoinflowApi(HttpStatusCode.InternalServerError);
        using var busy = new CoinflowApi(HttpStatusCode.ServiceUnavailable, retryAfter: "0");

        await FluentActions.Awaiting(() => call.Call(failing.Client)).Should().ThrowAsync<CoinMoebiusApiException>();
        await FluentActions.Awaiting(() => call.Call(busy.Client)).Should().ThrowAsync<CoinMoebiusApiException>();

        failing.Requests.Should().HaveCount(call.Retry == nameof(ApiRetry.Idempotent) ? 4 : 1);
        busy.Requests.Should().HaveCount(call.Retry == nameof(ApiRetry.Never) ? 1 : 4);
    }

    [Test]
    public void Every_call_of_the_client_is_in_the_table() =>
        typeof(ICoinflowClient).GetMethods().Select(method => method.Name).Where(name => name != nameof(ICoinflowClient.WatchPaymentAsync))
            .Should().BeEquivalentTo(CoinflowCalls.All.Select(call => call.Name).Distinct());

    [Test]
    public async Task A_payment_without_an_answer_is_sent_once()
    {
        using var broken = new BrokenHandler();
        using var http = new HttpClient(broken);
        using var client = new CoinflowClient(http, CoinflowApi.Options());

        await client.Awaiting(api => api.RefundPaymentAsync("p", new() { RefundReason = CoinflowRefundReasons.Other }))
            .Should().ThrowAsync<CoinMoebiusTransportException>();

        broken.Calls.Should().Be(1);
    }

    [Test]
    public async Task A_wallet_is_named_with_its_blockchain_and_a_seller_in_a_header_of_its_own()
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, """{"link":"https://sandbox.coinflow.cash/x"}""");

        var link = await api.Client.CreateCheckoutLinkAsync(CoinflowPayer.ForWallet("0xabc", CoinflowBlockchains.Base), new() { SubmerchantId = "seller-1" });

        link.Link.Should().Be("https://sandbox.coinflow.cash/x");
        Headers(api.Requests[0].Message).Should().BeEquivalentTo(
            "Authorization: " + CoinflowApi.Key, "x-coinflow-auth-wallet: 0xabc", "x-coinflow-auth-blockchain: base", "x-coinflow-submerchant-id: seller-1");
    }

    [Test]
    public async Task A_checkout_gets_one_idempotency_key_for_all_its_attempts_unless_it_has_one()
    {
        using var busy = new CoinflowApi(HttpStatusCode.InternalServerError);
        await busy.Client.Awaiting(client => client.CreateCheckoutTokenAsync(new())).Should().ThrowAsync<CoinMoebiusApiException>();
        using var own = new CoinflowApi(HttpStatusCode.OK, """{"checkoutJwtToken":"jwt"}""");
        var token = await own.Client.CreateCheckoutTokenAsync(new() { IdempotencyKey = "order-1" });
        await own.Client.CreateCheckoutTokenAsync(new());

        var made = busy.Requests.Select(request => KeyOf(request.Body)).ToArray();
        made.Should().HaveCount(4);
        Guid.TryParse(made[0], out _).Should().BeTrue();
        made.Distinct().Should().ContainSingle();
        KeyOf(own.Requests[0].Body).Should().Be("order-1");
        KeyOf(own.Requests[1].Body).Should().NotBe(made[0]);
        token.CheckoutJwtToken.Should().Be("jwt");
    }

    [Test]
    public async Task Times_of_payments_are_milliseconds_and_every_filter_is_sent()
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, "[]");
        var since = DateTimeOffset.FromUnixTimeMilliseconds(1717012345678);

        await foreach (var _ in api.Client.ListPaymentsAsync(new()
        {
            Since = since,
            Until = since.AddMilliseconds(1),
            PageSize = 500,
            Status = "a b",
            Search = "s",
            SortBy = "amount",
            Descending = true,
            Method = "card",
            Protection = "approved",
            MerchantId = "m",
            Amount = "5",
            AuthCode = "c",
        }))
        {
        }

        api.Requests.Should().ContainSingle().Which.Message.RequestUri!.AbsoluteUri.Should().Be(
            Root + "merchant/payments?since=1717012345678&until=1717012345679&page=1&limit=500&status=a%20b&search=s&sortBy=amount&sortDirection=-1"
            + "&method=card&protection=approved&merchantId=m&amount=5&authCode=c");
    }

    [Test]
    public async Task Pages_are_read_until_one_brings_nothing_new()
    {
        string[] pages = ["""[{"paymentId":"a"},{"paymentId":"b"}]""", """[{"paymentId":"b"},{"paymentId":"c"}]""", """[{"paymentId":"d"}]""", "[]"];
        var next = 0;
        using var api = new CoinflowApi(_ => CoinflowApi.Answer(HttpStatusCode.OK, pages[next++]));

        var ids = new List<string>();
        await foreach (var payment in api.Client.ListPaymentsAsync(new() { PageSize = 2 }))
        {
            ids.Add(payment.PaymentId);
        }

        ids.Should().Equal("a", "b", "c", "d");
        api.Requests.Select(request => request.Message.RequestUri!.Query).Should().Equal(
            "?page=1&limit=2", "?page=2&limit=2", "?page=3&limit=2", "?page=4&limit=2");
    }

    [Test]
    public async Task An_api_that_ignores_pages_is_asked_twice_and_no_more()
    {
        using var same = new CoinflowApi(HttpStatusCode.OK, """[{"paymentId":"a"}]""");
        using var nameless = new CoinflowApi(HttpStatusCode.OK, """[{"x":1}]""");

        var (count, without) = (0, 0);
        await foreach (var _ in same.Client.ListPaymentsAsync(new()))
        {
            count++;
        }

        await foreach (var _ in nameless.Client.ListPaymentsAsync(new()))
        {
            without++;
        }

        (count, same.Requests.Count, without, nameless.Requests.Count).Should().Be((1, 2, 1, 1));
    }

    [Test]
    public async Task A_page_that_is_read_can_be_cancelled()
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, """[{"paymentId":"a"}]""");
        using var source = new CancellationTokenSource();

        var read = async () =>
        {
            await foreach (var _ in api.Client.ListPaymentsAsync(new()).WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        };

        await read.Should().ThrowAsync<OperationCanceledException>();
        api.Requests.Should().ContainSingle();
    }

    [TestCase(0)]
    [TestCase(501)]
    public void A_page_of_another_size_is_refused_at_the_call(int size)
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, "[]");

        api.Client.Invoking(client => client.ListPaymentsAsync(new() { PageSize = size })).Should().Throw<ArgumentException>().WithMessage("PageSize*");
    }

    [Test]
    public async Task A_watch_yields_each_status_once_and_ends_with_the_last()
    {
        string[] answers =
        [
            """{"paymentId":"p","cardInfo":{"status":"AUTHORIZED"}}""", """{"paymentId":"p","cardInfo":{"status":"AUTHORIZED"}}""",
            """{"paymentId":"p","cardInfo":{"status":"SOMETHING NEW"}}""", "", """{"paymentId":"p","cardInfo":{"status":"SETTLED"}}""",
        ];
        var next = 0;
        using var api = new CoinflowApi(_ => CoinflowApi.Answer(
            answers[next].Length == 0 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, answers[next++]));

        var seen = new List<string>();
        await foreach (var payment in api.Client.WatchPaymentAsync("p"))
        {
            seen.Add(payment.Status.Value);
        }

        seen.Should().Equal("AUTHORIZED", "SOMETHING NEW", "SETTLED");
    }

    [Test]
    public async Task The_outcome_of_a_payment_is_forced_in_the_sandbox_only()
    {
        var options = CoinflowApi.Options();
        (options.Environment, options.ApiKey) = (CoinflowEnvironment.Live, "live_key");
        using var client = new CoinflowClient(options);

        await client.Awaiting(live => live.SettleSandboxPaymentAsync("p")).Should().ThrowAsync<InvalidOperationException>();
        await client.Awaiting(live => live.FailSandboxPaymentAsync("p")).Should().ThrowAsync<InvalidOperationException>();
    }

    private static string? KeyOf(string? body)
    {
        using var document = JsonDocument.Parse(body!);
        return document.RootElement.GetProperty("idempotencyKey").GetString();
    }

    private static IEnumerable<string> Headers(HttpRequestMessage request) =>
        request.Headers.Where(header => header.Key is not ("Accept" or "traceparent")).Select(header => $"{header.Key}: {string.Join(",", header.Value)}");

    private sealed class BrokenHandler : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromException<HttpResponseMessage>(new HttpRequestException("reset"));
        }
    }
}
