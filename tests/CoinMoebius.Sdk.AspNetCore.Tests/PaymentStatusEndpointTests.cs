using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

public sealed class PaymentStatusEndpointTests
{
    private readonly ICoinMoebiusClient _client = Substitute.For<ICoinMoebiusClient>();
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task A_handled_payment_has_the_shape_the_browser_expects_and_nothing_of_the_buyer()
    {
        await using var host = await WebhookHost.StartAsync(hooks => hooks
            .AddStripe(options => options.Secrets.Add(WebhookHost.Secret))
            .ConfigureStatusEndpoint(options => options.MetadataKeys.Add("orderId")));
        await host.StatusOfAsync(host.Signer.Sign(new TestPayment
        {
            PaymentId = "pi_1",
            CustomerRef = "buyer-4711",
            Metadata = new Dictionary<string, string> { ["orderId"] = "o-1", ["email"] = "buyer@shop.example", ["note"] = "private" },
        }));

        var (status, json, response) = await AskAsync(host, "?paymentId=pi_1");

        status.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        json.EnumerateObject().Select(member => member.Name)
            .Should().Equal("status", "paymentId", "provider", "amount", "currency", "metadata", "timestamp");
        json.GetProperty("status").GetString().Should().Be("success");
        json.GetProperty("paymentId").GetString().Should().Be("pi_1");
        json.GetProperty("provider").GetString().Should().Be("stripe");
        json.GetProperty("amount").GetDecimal().Should().Be(19.99m);
        json.GetProperty("currency").GetString().Should().Be("USD");
        json.GetProperty("metadata").GetRawText().Should().Be("""{"orderId":"o-1"}""");
        DateTimeOffset.FromUnixTimeMilliseconds(json.GetProperty("timestamp").GetInt64()).Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(1));
    }

    [TestCase("", HttpStatusCode.BadRequest)]
    [TestCase("?paymentId=", HttpStatusCode.BadRequest)]
    [TestCase("?paymentId=%20", HttpStatusCode.BadRequest)]
    [TestCase("?paymentId=a&paymentId=b", HttpStatusCode.BadRequest)]
    [TestCase("?paymentId=pi_unknown", HttpStatusCode.NotFound)]
    public async Task A_missing_id_is_400_and_an_unknown_one_404(string query, HttpStatusCode expected)
    {
        await using var host = await WebhookHost.StartAsync();

        var (status, _, response) = await AskAsync(host, query);

        status.Should().Be(expected);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Test]
    public async Task A_late_delivery_does_not_move_a_payment_back()
    {
        await using var host = await WebhookHost.StartAsync();
        foreach (var status in (PaymentStatus[])[PaymentStatus.Pending, PaymentStatus.Succeeded, PaymentStatus.Refunded, PaymentStatus.Succeeded])
        {
            await host.StatusOfAsync(host.Signer.Sign(new TestPayment { PaymentId = "pi_1", Status = status }));
        }

        (await StatusTextAsync(host, "pi_1")).Should().Be("refunded");
    }

    [Test]
    public async Task A_dispute_that_was_won_shows_the_money_again_and_a_late_success_does_not()
    {
        await using var host = await WebhookHost.StartAsync();
        var events = host.Services.GetRequiredService<IPaymentEventNotifier>();
        var dispute = new PaymentDispute { Id = "dp_1", Outcome = DisputeOutcome.Open };
        var payment = new PaymentEvent
        {
            Provider = PaymentProvider.Stripe,
            EventId = "evt_1",
            EventType = "e",
            PaymentId = "pi_1",
            Status = PaymentStatus.Succeeded,
            Amount = 19.99m,
        };

        foreach (var (told, shown) in ((PaymentEvent, string)[])
        [
            (payment, "success"),
            (payment with { Status = PaymentStatus.Disputed, Dispute = dispute, Amount = 5m }, "disputed"),
            (payment, "disputed"),
            (payment with { Dispute = dispute with { Outcome = DisputeOutcome.Won }, Amount = 5m }, "success"),
            (payment with { Status = PaymentStatus.PartiallyRefunded, Refund = new() { Status = RefundStatus.Succeeded }, Amount = 5m }, "refunded"),
            (payment with { Refund = new() { Status = RefundStatus.Failed }, Amount = 5m }, "success"),
            (payment with { Status = PaymentStatus.Failed }, "success"),
        ])
        {
            events.Publish(told);
            (await StatusTextAsync(host, "pi_1")).Should().Be(shown, "of {0}", told.Status);
        }
    }

    [Test]
    public async Task What_the_api_says_of_the_provider_is_passed_on_and_its_time_is_a_number()
    {
        Returns("tx_1", new()
        {
            Status = PaymentStatus.Succeeded,
            UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(1_778_720_661_123),
            AdditionalFields = new Dictionary<string, JsonElement> { ["provider"] = JsonSerializer.SerializeToElement("monero") },
        });
        await using var host = await StartWithClientAsync();

        var (_, json, _) = await AskAsync(host, "?paymentId=tx_1");

        json.GetProperty("provider").GetString().Should().Be("monero");
        json.GetProperty("timestamp").GetRawText().Should().Be("1778720661123");
    }

    [TestCase("succeeded", "success")]
    [TestCase("partially_refunded", "refunded")]
    [TestCase("reversed", "failed")]
    [TestCase("pending", "pending")]
    [TestCase("failed", "failed")]
    [TestCase("partial", "partial")]
    [TestCase("refunded", "refunded")]
    [TestCase("disputed", "disputed")]
    [TestCase("pending_manual", "pending")]
    [TestCase("manual_canceled", "failed")]
    [TestCase("manual_expired", "failed")]
    [TestCase("manual_revoked", "failed")]
    [TestCase("of_tomorrow", "pending")]
    public async Task A_payment_unknown_here_is_asked_of_the_api_and_put_in_the_browsers_words(string status, string shown)
    {
        Returns("tx_1", new() { Status = new(status), Amount = 5m, Currency = "EUR" });
        await using var host = await StartWithClientAsync();

        (await StatusTextAsync(host, "tx_1")).Should().Be(shown);
    }

    [Test]
    public async Task The_same_question_costs_one_call_until_the_answer_is_old()
    {
        Returns("tx_1", new() { Status = PaymentStatus.Pending });
        await using var host = await StartWithClientAsync();

        await StatusTextAsync(host, "tx_1");
        Returns("tx_1", new() { Status = PaymentStatus.Succeeded });
        _clock.Advance(TimeSpan.FromSeconds(4));
        (await StatusTextAsync(host, "tx_1")).Should().Be("pending");
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await StatusTextAsync(host, "tx_1")).Should().Be("success");
        await _client.Received(2).GetStatusAsync("tx_1", Arg.Any<CancellationToken>());
    }

    [Test]
    public async Task Browsers_that_ask_at_once_share_one_call()
    {
        var answer = new TaskCompletionSource<Transaction>(TaskCreationOptions.RunContinuationsAsynchronously);
        _client.GetStatusAsync("tx_1", Arg.Any<CancellationToken>()).Returns(answer.Task);
        await using var host = await StartWithClientAsync();
        var source = host.Services.GetRequiredService<IPaymentStatusSource>();

        var all = Enumerable.Range(0, 20).Select(_ => source.FindAsync("tx_1").AsTask()).ToArray();
        answer.SetResult(new() { Status = PaymentStatus.Succeeded });

        (await Task.WhenAll(all)).Should().OnlyContain(report => report!.Status == PaymentStatus.Succeeded);
        await _client.Received(1).GetStatusAsync("tx_1", Arg.Any<CancellationToken>());
    }

    [Test]
    public async Task Made_up_ids_cannot_spend_the_budget_of_the_api()
    {
        _client.GetStatusAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).ThrowsAsync(new CoinMoebiusNotFoundException("No."));
        await using var host = await StartWithClientAsync(options => options.MaxCallsPerMinute = 3);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((await AskAsync(host, $"?paymentId=tx_{i}")).Status);
        }

        statuses.Should().Equal(
            HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable);
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await AskAsync(host, "?paymentId=tx_9")).Status.Should().Be(HttpStatusCode.NotFound);
        (await AskAsync(host, "?paymentId=../projects")).Status.Should().Be(HttpStatusCode.NotFound);
        (await AskAsync(host, "?paymentId=" + new string('a', 129))).Status.Should().Be(HttpStatusCode.NotFound);
        await _client.Received(4).GetStatusAsync(Arg.Any<string>(), Arg.Any<CancellationToken>());
    }

    [Test]
    public async Task An_api_that_is_away_is_503_with_a_time_to_come_again()
    {
        _client.GetStatusAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).ThrowsAsync(new CoinMoebiusException("Away."));
        await using var host = await StartWithClientAsync();

        var (status, _, response) = await AskAsync(host, "?paymentId=tx_1");

        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().NotBeNull();
    }

    [TestCase("email", true)]
    [TestCase("Customer-Email", true)]
    [TestCase("shipping_address", true)]
    [TestCase("first_name", true)]
    [TestCase("IP", true)]
    [TestCase("phoneNumber", true)]
    [TestCase("orderId", false)]
    [TestCase("productName", false)]
    [TestCase("shipping", false)]
    public void Keys_that_name_personal_data_are_known_however_they_are_spelt(string key, bool personal)
    {
        var validation = new ServiceCollection().AddCoinMoebiusWebhooks().ConfigureStatusEndpoint(options => options.MetadataKeys.Add(key)).Services
            .BuildServiceProvider().GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<PaymentStatusEndpointOptions>>();

        var read = () => validation.CurrentValue;

        if (personal)
        {
            read.Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>();
        }
        else
        {
            read().MetadataKeys.Should().Equal(key);
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json, HttpResponseMessage Response)> AskAsync(WebhookHost host, string query)
    {
        var response = await host.Client.GetAsync(new Uri("/payments/status" + query, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement, response);
    }

    private static async Task<string?> StatusTextAsync(WebhookHost host, string id) =>
        (await AskAsync(host, "?paymentId=" + id)).Json.GetProperty("status").GetString();

    private void Returns(string id, Transaction transaction) =>
        _client.GetStatusAsync(id, Arg.Any<CancellationToken>()).Returns(transaction);

    private Task<WebhookHost> StartWithClientAsync(Action<PaymentStatusSourceOptions>? configure = null) => WebhookHost.StartAsync(
        hooks => hooks.ConfigureStatusSource(configure ?? (static _ => { })),
        services: services => services.AddSingleton(_client).AddSingleton<TimeProvider>(_clock));
}
