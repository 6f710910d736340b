using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.Testing.Tests.Gateways;

[CancelAfter(30_000)]
public sealed class GatewaySimulatorTests : IAsyncDisposable
{
    private readonly ScriptedMerchant _merchant = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 14, 1, 4, 21, TimeSpan.Zero));
    private TinyGateway? _gateway;
    private HttpClient? _http;

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        _merchant.Dispose();
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }
    }

    [Test]
    public async Task A_payment_runs_from_the_api_over_its_page_to_the_webhook_and_the_refund(CancellationToken cancellationToken)
    {
        var (id, page) = await OpenAsync();

        (await Http.GetStringAsync(page, cancellationToken)).Should().Contain("Hat").And.Contain("12.50 EUR").And.Contain("Mobbex").And.Contain("href=\"/simulator.css\"");
        using var paid = await Http.PostAsync(new Uri(page, page.AbsolutePath + "/pay"), null, cancellationToken);
        paid.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        paid.Headers.Location.Should().Be("https://shop.example/done");
        await Gateway.WaitForDeliveryAsync(id, PaymentStatus.Succeeded, cancellationToken);
        (await Http.GetFromJsonAsync<string>($"payments/{id}", cancellationToken)).Should().Be("succeeded");

        using var refund = await Http.DeleteAsync($"payments/{id}", cancellationToken);
        (await refund.Content.ReadAsStringAsync(cancellationToken)).Should().Be("""{"refunded":"12.5"}""");
        _merchant.Received.Select(request => request.Body).Should().Equal("succeeded 12.5  EUR order-1", "refunded 12.5 12.5 EUR order-1");

        var stored = Gateway.FindTransaction(id)!;
        (stored.Reference, stored.IsTest, stored.Provider, Gateway.Provider).Should().Be(("order-1", false, PaymentProvider.Mobbex, PaymentProvider.Mobbex));
        Gateway.FindTransaction(stored.ProviderPaymentId).Should().Be(stored);
        stored.Request.GetProperty("title").GetString().Should().Be("Hat");
    }

    [Test]
    public async Task The_gateway_answers_refusals_in_its_own_words()
    {
        var (id, _) = await OpenAsync();

        using var early = await Http.DeleteAsync($"payments/{id}");
        using var unknown = await Http.DeleteAsync("payments/T:none");
        using var unreadable = await Http.PostAsync("payments", new StringContent("{"));

        (early.StatusCode, unknown.StatusCode, unreadable.StatusCode)
            .Should().Be((HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.BadRequest));
        (await early.Content.ReadAsStringAsync()).Should().Contain("cannot be refunded");
    }

    [Test]
    public async Task The_gateway_says_what_document_a_step_sends()
    {
        var (id, _) = await OpenAsync();

        await Gateway.PayLaterAsync(id);
        using var authorized = await Http.PutAsync($"payments/{id}/authorize", null);
        using var hidden = await Http.PatchAsync($"payments/{id}/hide", null);
        await Gateway.PayAsync(id);

        _merchant.Received.Select(request => request.Body).Should().Equal("authorized order-1");
    }

    [Test]
    public async Task Pay_later_and_declines_work_as_at_the_cloud(CancellationToken cancellationToken)
    {
        var (later, _) = await OpenAsync();
        var (declined, _) = await OpenAsync();

        await Gateway.PayLaterAsync(later, cancellationToken);
        await Gateway.DeclineAsync(declined, cancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await Gateway.WaitForDeliveryAsync(later, PaymentStatus.Succeeded, cancellationToken);

        Gateway.Transactions.Select(transaction => transaction.Status).Should().Equal(PaymentStatus.Succeeded, PaymentStatus.Failed);
        Gateway.Deliveries.Should().ContainSingle("the gateway has no webhook for a decline");
    }

    [Test]
    public async Task A_webhook_url_of_a_checkout_is_called_as_it_is()
    {
        _gateway = new(Options(proof: "abc"));
        var (dashboard, _) = await OpenAsync();
        var (own, _) = await OpenAsync(webhook: "http://localhost/own?proof=wrong");

        await Gateway.PayAsync(dashboard);
        await Gateway.PayAsync(own);

        _merchant.Urls.Should().Equal(
            new Uri("http://localhost/webhooks?proof=abc"), new Uri("http://localhost/own?proof=wrong"));
        Gateway.Deliveries.Select(delivery => delivery.Url.AbsolutePath).Should().Equal("/webhooks", "/own");
    }

    [Test]
    public async Task Webhooks_go_to_this_machine_only()
    {
        FluentActions.Invoking(() => new TinyGateway(new() { WebhookUrl = new("https://shop.example/") })).Should().Throw<ArgumentException>();
        Gateway.Invoking(gateway => gateway.WebhookUrl = new("http://10.0.0.1/")).Should().Throw<ArgumentException>();

        await FluentActions.Awaiting(() => OpenAsync("https://shop.example/")).Should().ThrowAsync<ArgumentException>();
        Gateway.WebhookUrl = null;
        var (id, _) = await OpenAsync();
        await Gateway.PayAsync(id);
        Gateway.Deliveries.Should().BeEmpty();
    }

    [Test]
    public async Task The_operator_refunds_and_sends_again()
    {
        var (id, _) = await OpenAsync();
        await Gateway.PayAsync(id);

        (await Http.GetStringAsync(Gateway.OperatorPage)).Should().Contain("Mobbex").And.Contain(id).And.NotContain("Project");
        using var refund = await Http.PostAsync(new Uri($"/simulator/transactions/{Uri.EscapeDataString(id)}/refund", UriKind.Relative), null);
        refund.Headers.Location!.OriginalString.Should().Be("/simulator");
        using var again = await Http.PostAsync("/simulator/deliveries/1/send", null);

        Gateway.FindTransaction(id)!.Status.Should().Be(PaymentStatus.Refunded);
        Gateway.Deliveries[0].Attempts.Should().HaveCount(2);
    }

    [Test]
    public async Task The_same_seed_gives_the_same_ids()
    {
        var (id, _) = await OpenAsync();
        _gateway = new(Options());
        _http = null;
        var (again, _) = await OpenAsync();

        again.Should().Be(id).And.MatchRegex("^T:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    }

    [Test]
    public async Task It_listens_on_loopback_or_below_a_prefix_of_another_app(CancellationToken cancellationToken)
    {
        await using var merchant = await StripeMerchant.StartAsync(app =>
        {
            app.Invoking(a => a.MapGatewaySimulator(Gateway, "tiny/")).Should().Throw<ArgumentException>();
            app.MapGatewaySimulator(Gateway, "/tiny");
        });
        await using var alone = await TinyGateway.StartAsync(Options(), cancellationToken);
        alone.BaseAddress.AbsolutePath.Should().Be("/api/");

        foreach (var (address, page) in new[]
        {
            (alone.BaseAddress, new Uri(alone.BaseAddress, "/pay/T")),
            (new Uri(merchant.WebhookUrl, "/tiny/api/"), new Uri(merchant.WebhookUrl, "/tiny/pay/T")),
        })
        {
            using var http = new HttpClient { BaseAddress = address };
            var opened = await OpenAsync(http);
            opened.Page.AbsoluteUri.Should().StartWith(page.AbsoluteUri);
            (await http.GetStringAsync(opened.Page, cancellationToken)).Should().Contain("Hat");
        }

        Gateway.Transactions.Should().ContainSingle();
        alone.Transactions.Should().ContainSingle();
    }

    private TinyGateway Gateway => _gateway ??= new(Options());

    private HttpClient Http => _http ??= Gateway.CreateClient();

    private TinyGatewayOptions Options(string? proof = null) => new()
    {
        Seed = 7,
        TimeProvider = _clock,
        WebhookHandler = _merchant,
        WebhookUrl = ScriptedMerchant.Url,
        Proof = proof,
    };

    private Task<(string Id, Uri Page)> OpenAsync(string? webhook = null) => OpenAsync(Http, webhook);

    private static async Task<(string Id, Uri Page)> OpenAsync(HttpClient http, string? webhook = null)
    {
        var order = new Dictionary<string, object> { ["title"] = "Hat", ["price"] = 12.5m, ["reference"] = "order-1" };
        if (webhook is not null)
        {
            order["webhook"] = webhook;
        }

        using var response = await http.PostAsJsonAsync("payments", order);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.GetProperty("id").GetString()!, new Uri(answer.GetProperty("page").GetString()!));
    }
}
