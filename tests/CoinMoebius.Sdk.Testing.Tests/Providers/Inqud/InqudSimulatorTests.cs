using System.Collections.Concurrent;
using System.Net;
using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Inqud;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Testing.Tests.Providers.Inqud;

/// <summary>Every method of the client against the simulator on a loopback port.</summary>
[CancelAfter(30_000)]
public sealed class InqudSimulatorTests : IAsyncDisposable
{
    private const string WebhookSecret = "webhook_secret_of_the_test";

    private readonly Merchant _merchant = new();
    private InqudSimulator _simulator = null!;
    private InqudClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await InqudSimulator.StartAsync(options =>
        {
            options.WebhookSecret = WebhookSecret;
            options.WebhookHandler = _merchant;
            options.WebhookUrl = new("http://localhost/webhooks/inqud");
            options.PayLaterDelay = Timeout.InfiniteTimeSpan;
            options.Seed = 1;
        });
        _client = Client(_simulator.CreateClientOptions());
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        _merchant.Dispose();
        if (_simulator is not null)
        {
            await _simulator.DisposeAsync();
        }
    }

    [Test]
    public async Task A_checkout_is_paid_watched_and_reported(CancellationToken cancellationToken)
    {
        var checkout = await _client.CreateCheckoutAsync(
            InqudCheckoutRequest.FixedPrice(100m, "usd") with { ClientOrderId = "order-42", Name = "Order 42", ReturnUrl = new("https://shop.example/done") },
            cancellationToken: cancellationToken);
        (checkout.Status, checkout.Type, checkout.FixedAmount!.Amount, checkout.FixedAmount.Currency, checkout.ClientOrderId, checkout.Request)
            .Should().Be((InqudCheckoutStatus.New, InqudCheckoutTypes.FixedPrice, 100m, "USD", "order-42", null));
        checkout.Id.Should().MatchRegex("^CCO-[0-9a-f-]{36}$");
        checkout.CryptoCurrencies.Should().Contain(InqudCoin.TronUsdt);
        using var browser = new HttpClient();
        (await browser.GetStringAsync(checkout.AcquiringUrl!, cancellationToken)).Should().Contain("Order 42").And.Contain("100.00 USD");

        var seen = new List<InqudCheckout>();
        await foreach (var now in _client.WatchCheckoutAsync(checkout.Id, cancellationToken: cancellationToken))
        {
            seen.Add(now);
            await (seen.Count == 1 ? _simulator.PayLaterAsync(checkout.Id, cancellationToken) : Task.CompletedTask);
            await (seen.Count == 2 ? _simulator.PayAsync(checkout.Id, cancellationToken) : Task.CompletedTask);
        }

        seen.Select(now => now.Status).Should().Equal(InqudCheckoutStatus.New, InqudCheckoutStatus.PaymentDetected, InqudCheckoutStatus.Success);
        (seen[2].Request!.PaidAmount, seen[2].Request!.Currency, seen[2].Request!.CheckoutId).Should().Be((100m, "USDT", checkout.Id));
        (await EventsAsync()).Select(payment => (payment.Status, payment.PaymentId, payment.Amount, payment.Currency, payment.Reference)).Should().Equal(
            (PaymentStatus.Pending, checkout.Id, 100m, "USD", "order-42"), (PaymentStatus.Succeeded, checkout.Id, 100m, "USD", "order-42"));
        var notified = (InqudCheckoutNotification)InqudNotification.Parse(_merchant.Requests.Last().Body);
        notified.Checkout.Should().BeEquivalentTo(await _client.GetCheckoutAsync(checkout.Id, cancellationToken: cancellationToken),
            options => options.Excluding(member => member.Type == typeof(System.Text.Json.JsonElement?)), "the webhook carries the object of the API");
    }

    [Test]
    public async Task Too_little_is_a_conflict_and_nothing_expires()
    {
        var part = await _client.CreateCheckoutAsync(InqudCheckoutRequest.FixedPrice(100m, "USD"));
        var none = await _client.CreateCheckoutAsync(InqudCheckoutRequest.FixedPrice(100m, "USD"));

        await _simulator.PayPartAsync(part.Id, 40m);
        await _simulator.DeclineAsync(none.Id);

        part = await _client.GetCheckoutAsync(part.Id);
        (part.Status.IsConflict, part.Status.IsPaid, part.Reason, part.Request!.PaidAmount).Should().Be((true, false, InqudReasons.Underpaid, 40m));
        (await _client.GetCheckoutAsync(none.Id)).Status.Should().Be(InqudCheckoutStatus.Expired);
        (await EventsAsync()).Select(payment => (payment.Status, payment.Amount, payment.Currency)).Should().Equal(
            (PaymentStatus.Partial, 40m, "USDT"), (PaymentStatus.Failed, (decimal?)null, (string?)null));
    }

    [Test]
    public async Task The_payer_may_set_the_price_himself()
    {
        var free = await _client.CreateCheckoutAsync(InqudCheckoutRequest.NoPrice());
        var suggested = await _client.CreateCheckoutAsync(InqudCheckoutRequest.SuggestedFixedPrice());
        (free.FixedAmount, suggested.FixedAmount, suggested.Type).Should().Be((null, null, InqudCheckoutTypes.SuggestedFixedPrice));

        await _simulator.PayAsync(free.Id);

        var paid = (await EventsAsync()).Single();
        (paid.Status, paid.Amount, paid.Currency).Should().Be((PaymentStatus.Succeeded, 25m, "USDT"));
    }

    [Test]
    public async Task A_request_is_created_paid_and_watched(CancellationToken cancellationToken)
    {
        var options = await _client.GetDepositOptionsAsync(cancellationToken: cancellationToken);
        var coin = options.CryptoCurrencies![1];
        options.AmountInOptions![coin].Keys.Should().Contain("USD");
        options.Limits![coin].MinLimit.Should().Be(options.MinLimits![coin]);

        var request = await _client.CreateRequestAsync(
            new() { CryptoCurrency = coin, Amount = 10m, AmountIn = "USD", ClientOrderId = "order-7" }, cancellationToken: cancellationToken);
        (request.Status, request.Blockchain, request.Currency, request.PayAmount, request.CheckoutId)
            .Should().Be((InqudRequestStatus.WaitingPayment, "ETHEREUM", "USDT", 10m, null));
        request.PaymentWindowEndsAt.Should().Be(request.CreatedAt!.Value.AddMinutes(10));

        var seen = new List<InqudRequestStatus>();
        await foreach (var now in _client.WatchRequestAsync(request.Id, cancellationToken))
        {
            seen.Add(now.Status);
            await (seen.Count == 1 ? _simulator.PayAsync(request.Id, cancellationToken) : Task.CompletedTask);
        }

        seen.Should().Equal(InqudRequestStatus.WaitingPayment, InqudRequestStatus.Success);
        (await EventsAsync()).Single().PaymentId.Should().Be(request.Id);
        InqudNotification.Parse(_merchant.Requests.Single().Body).Should().BeOfType<InqudRequestNotification>();
    }

    [Test]
    public async Task The_request_of_a_checkout_can_be_read()
    {
        var checkout = await _client.CreateCheckoutAsync(InqudCheckoutRequest.FixedPrice(5m, "EUR"));
        await _simulator.PayAsync(checkout.Id);
        var inside = (await _client.GetCheckoutAsync(checkout.Id)).Request!;

        var request = await _client.GetRequestAsync(inside.Id);

        (request.CheckoutId, request.Status).Should().Be((checkout.Id, InqudRequestStatus.Success));
    }

    [Test]
    public async Task The_same_reference_has_the_same_addresses()
    {
        var bundle = await _client.GetOrCreateStaticBundleAsync(new() { ReferenceId = "user-7", Assets = [InqudCoin.TronUsdt] });
        var again = await _client.GetOrCreateStaticBundleAsync(new() { ReferenceId = "user-7", Assets = [InqudCoin.TronUsdt] });
        var all = await _client.GetOrCreateStaticBundleAsync(new() { ReferenceId = "user-8", AllEnabledAssets = true });

        again.Id.Should().Be(bundle.Id);
        bundle.AddressesByAsset![InqudCoin.TronUsdt].Address.Should().Be(bundle.Addresses!.Single().Address);
        (bundle.Addresses!.Single().Active, bundle.Addresses!.Single().Values!.PercentFee).Should().Be((true, 0.5m));
        all.Addresses.Should().HaveCount(3);
    }

    [Test]
    public async Task Rates_balances_and_payments_are_read()
    {
        (await _client.GetRateAsync("ETHEREUM_USDT", "USD")).Rate.Should().Be(1m);
        (await _client.GetBalancesAsync()).Should().BeEmpty();
        var checkout = await _client.CreateCheckoutAsync(InqudCheckoutRequest.FixedPrice(5m, "EUR") with { ClientOrderId = "order-1" });
        await _simulator.PayAsync(checkout.Id);

        var payment = (await _client.ListPaymentsAsync()).Single();

        (payment.Status, payment.OrderType, payment.Amount, payment.ClientOrderId).Should().Be((InqudPaymentStatus.Success, InqudOrderTypes.PayIn, 5m, "order-1"));
        (await _client.GetPaymentAsync(payment.Id)).OrderId.Should().Be(payment.OrderId);
        (await _client.FindPaymentsAsync(payment.OrderId!)).Should().ContainSingle();
        (await _client.FindPaymentsAsync("ORD-none")).Should().BeEmpty();
        (await _client.GetBalancesAsync()).Single().Should().BeEquivalentTo(new { Currency = "USDT", Balance = 5m });
    }

    [Test]
    public async Task A_coin_is_bought_with_a_card()
    {
        var checkout = await _client.CreateOnRampCheckoutAsync(InqudOnRampCheckoutRequest.FixedPrice(50m, "EUR") with { ClientOrderId = "order-9" });
        (checkout.Status, checkout.SourceAmount, checkout.TargetCurrency, checkout.OnRampUrl!.IsLoopback).Should().Be(("PENDING", 50m, "USDT", true));

        await _simulator.PayAsync(checkout.Id);

        (await _client.GetOnRampCheckoutAsync(checkout.Id)).Status.Should().Be("SUCCESS");
        (await VerifiedAsync()).Single().Should().BeOfType<UnmappedEvent>("the on-ramp is another product");
    }

    [Test]
    public async Task Both_ways_to_authenticate_are_checked([Values] InqudAuthentication authentication)
    {
        using var right = Client(_simulator.CreateClientOptions(authentication));
        (await right.CreateCheckoutAsync(InqudCheckoutRequest.NoPrice())).Id.Should().NotBeEmpty();

        var options = _simulator.CreateClientOptions(authentication);
        options.TokenSecret = "another_secret";
        using var wrong = Client(options);
        options = _simulator.CreateClientOptions(authentication);
        options.TokenId = "TKN-2";
        using var unknown = Client(options);

        foreach (var client in new[] { wrong, unknown })
        {
            var error = (await client.Awaiting(it => it.GetDepositOptionsAsync()).Should().ThrowAsync<CoinMoebiusAuthenticationException>()).Which;
            (error.StatusCode, error.ErrorCode).Should().Be((HttpStatusCode.Unauthorized, "UNAUTHORIZED"));
            error.Message.Should().Contain("InqudOptions.TokenSecret").And.NotContain("another_secret");
        }
    }

    [Test]
    public async Task Refusals_come_as_a_message_and_a_code()
    {
        var bad = (await _client.Awaiting(it => it.CreateRequestAsync(new() { CryptoCurrency = new("DOGECOIN_DOGE") }))
            .Should().ThrowAsync<CoinMoebiusValidationException>()).Which;
        (bad.StatusCode, bad.ErrorCode).Should().Be((HttpStatusCode.BadRequest, "VALIDATION_ERROR"));

        foreach (var call in new Func<Task>[]
        {
            () => _client.GetCheckoutAsync("CCO-none"), () => _client.GetRequestAsync("CAPD-none"), () => _client.GetPaymentAsync("PMT-none"),
            () => _client.GetOnRampCheckoutAsync("ORCO-none"), () => _client.ForProject("CAP-none").CreateCheckoutAsync(InqudCheckoutRequest.NoPrice()),
        })
        {
            (await call.Should().ThrowAsync<CoinMoebiusNotFoundException>()).Which.ErrorCode.Should().Be("NOT_FOUND");
        }
    }

    [Test]
    public async Task What_the_client_cannot_say_is_refused_too()
    {
        foreach (var body in new[] { "{", "[]", "{}", """{"type":"NO_PRICE","fixedAmount":{"amount":1,"currency":"USD"}}""", """{"type":"FIXED_PRICE"}""", """{"type":"FIXED_PRICE","fixedAmount":{"amount":-1,"currency":"USD"}}""" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_simulator.BaseAddress, $"v1/user/crypto-acquiring/{_simulator.CreateClientOptions().ProjectId}/checkouts"));
            request.Headers.Add("X-Token-API-Id", _simulator.CreateClientOptions().TokenId);
            request.Headers.Add("X-Token-API-Secret", _simulator.CreateClientOptions().TokenSecret);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using var http = new HttpClient();

            using var response = await http.SendAsync(request);

            response.StatusCode.Should().Be(HttpStatusCode.BadRequest, body);
        }
    }

    [Test]
    public async Task A_refund_changes_nothing_that_Inqud_says()
    {
        var checkout = await _client.CreateCheckoutAsync(InqudCheckoutRequest.FixedPrice(5m, "EUR"));
        await _simulator.PayAsync(checkout.Id);

        await _simulator.RefundAsync(checkout.Id);

        (await _client.GetCheckoutAsync(checkout.Id)).Status.Should().Be(InqudCheckoutStatus.Success);
        _merchant.Requests.Should().ContainSingle();
    }

    private static InqudClient Client(InqudOptions options)
    {
        options.PollInterval = options.MaxPollInterval = TimeSpan.FromMilliseconds(20);
        return new InqudClient(options);
    }

    private async Task<List<PaymentEvent>> EventsAsync() => (await VerifiedAsync()).Cast<PaymentEvent>().ToList();

    private async Task<List<WebhookEvent>> VerifiedAsync()
    {
        var verifier = new InqudWebhookVerifier(new InqudWebhookOptions { Secrets = { WebhookSecret } });
        var events = new List<WebhookEvent>();
        foreach (var request in _merchant.Requests)
        {
            events.Add((await verifier.VerifyAsync(request)).EnsureVerified());
        }

        return events;
    }

    private sealed class Merchant : HttpMessageHandler
    {
        public ConcurrentQueue<WebhookRequest> Requests { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            Requests.Enqueue(new(body, request.Headers.Select(header => KeyValuePair.Create(header.Key, string.Join(",", header.Value)))));
            return new(HttpStatusCode.OK);
        }
    }
}
