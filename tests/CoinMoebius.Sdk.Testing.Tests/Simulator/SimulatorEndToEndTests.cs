using System.Net;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing.Tests.Support;

namespace CoinMoebius.Sdk.Testing.Tests.Simulator;

/// <summary>The real client, real sockets, a really signed webhook and the real verifier.</summary>
[CancelAfter(30_000)]
public sealed class SimulatorEndToEndTests
{
    private const string Key = "cmk_test_end_to_end";

    [Test]
    public async Task A_purchase_turns_paid_and_a_refund_follows(CancellationToken cancellationToken)
    {
        await using var merchant = await StripeMerchant.StartAsync();
        await using var simulator = await CoinMoebiusSimulator.StartAsync(options => Configure(options, merchant.WebhookUrl), cancellationToken);
        using var client = Client(simulator.BaseAddress);

        var checkout = await client.CreateCheckoutAsync(
            new() { Provider = PaymentProvider.Stripe, ProductId = "t-shirt", CustomerRef = "user_42", Metadata = { ["orderId"] = "1001" } },
            cancellationToken);
        var page = checkout.Should().BeOfType<RedirectCheckout>().Subject.Url;
        using var browser = new HttpClient();
        (await browser.GetStringAsync(page, cancellationToken)).Should().Contain("19.99 USD");
        using var paid = await browser.PostAsync(new Uri(page.AbsoluteUri + "/pay"), null, cancellationToken);
        paid.StatusCode.Should().Be(HttpStatusCode.OK, "the browser has followed the redirect to the result");

        var transaction = simulator.Transactions.Single();
        var succeeded = await merchant.Events.ReadAsync(cancellationToken);
        succeeded.Should().BeOfType<PaymentEvent>().Which.Should().BeEquivalentTo(new
        {
            Provider = PaymentProvider.Stripe,
            Status = PaymentStatus.Succeeded,
            PaymentId = transaction.ProviderPaymentId,
            Amount = 19.99m,
            Currency = "USD",
            CustomerRef = "user_42",
            Reference = transaction.Id,
            IsTest = true,
        });
        succeeded.Metadata.Should().Contain("transactionId", transaction.Id).And.Contain("orderId", "1001");
        (await client.WaitForCompletionAsync(transaction.Id, cancellationToken: cancellationToken)).Status.Should().Be(PaymentStatus.Succeeded);

        await simulator.RefundAsync(transaction.Id, 5m, cancellationToken);
        var refunded = (PaymentEvent)await merchant.Events.ReadAsync(cancellationToken);
        (refunded.Status, refunded.Amount, refunded.PaymentId).Should().Be((PaymentStatus.PartiallyRefunded, 5m, transaction.ProviderPaymentId));
        await simulator.RefundAsync(transaction.Id, 6m, cancellationToken);
        var second = (PaymentEvent)await merchant.Events.ReadAsync(cancellationToken);
        (second.Amount, second.Refund!.TotalAmount, second.Refund.IsFull).Should().Be((6m, 11m, false));
        var status = await client.GetStatusAsync(transaction.Id, cancellationToken);
        (status.Status, status.Amount).Should().Be((PaymentStatus.Refunded, 11m), "the Cloud has one word for whole and part");
    }

    [Test]
    public async Task The_client_understands_every_answer_and_refusal(CancellationToken cancellationToken)
    {
        await using var simulator = await CoinMoebiusSimulator.StartAsync(options => Configure(options, null), cancellationToken);
        using var client = Client(simulator.BaseAddress);

        foreach (var (provider, type) in new[]
        {
            (PaymentProvider.PayPal, typeof(RedirectCheckout)), (PaymentProvider.AuthorizeNet, typeof(FormPostCheckout)),
            (PaymentProvider.Cryptomus, typeof(CryptoCheckout)), (PaymentProvider.Monero, typeof(CryptoCheckout)),
            (PaymentProvider.Manual, typeof(ManualCheckout)),
        })
        {
            var checkout = await client.CreateCheckoutAsync(new() { Provider = provider, ProductId = "t-shirt" }, cancellationToken);
            checkout.Should().BeOfType(type);
            (await client.GetStatusAsync(checkout.TransactionId!, cancellationToken)).Amount.Should().Be(19.99m);
        }

        (await client.GetProjectInfoAsync(cancellationToken)).Providers.Should().HaveCount(6);
        (await client.CreatePortalUrlAsync(new() { SubscriptionId = "sub_1" }, cancellationToken)).Should().Be(new Uri(simulator.BaseAddress, "portal/sub_1"));
        await client.Invoking(c => c.GetStatusAsync("tx_none", cancellationToken)).Should().ThrowAsync<CoinMoebiusNotFoundException>();
        (await client.Invoking(c => c.CreateCheckoutAsync(new() { Provider = PaymentProvider.PayPal, ProductId = "mug" }, cancellationToken))
            .Should().ThrowAsync<CoinMoebiusValidationException>()).Which.ErrorCode.Should().Be("product_unknown");
        using var stranger = Client(simulator.BaseAddress, "cmk_test_wrong");
        await stranger.Invoking(c => c.GetStatusAsync("tx_none", cancellationToken)).Should().ThrowAsync<CoinMoebiusAuthenticationException>();
    }

    [Test]
    public async Task A_shop_can_mount_it_in_its_own_process(CancellationToken cancellationToken)
    {
        var options = new CoinMoebiusSimulatorOptions();
        Configure(options, null);
        await using var simulator = new CoinMoebiusSimulator(options);
        await using var merchant = await StripeMerchant.StartAsync(app => app.MapCoinMoebiusSimulator(simulator));
        options.Rails[0].WebhookUrl = merchant.WebhookUrl;
        using var client = Client(new(merchant.WebhookUrl, "/simulator"));

        var checkout = (RedirectCheckout)await client.CreateCheckoutAsync(
            new() { Provider = PaymentProvider.Stripe, ProductId = "t-shirt" }, cancellationToken);
        checkout.Url.AbsolutePath.Should().Be($"/simulator/pay/{simulator.Transactions.Single().Id}");
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(checkout.Url, cancellationToken);
        page.Should().Contain($"formaction=\"{checkout.Url.AbsolutePath}/pay\"").And.Contain("href=\"/simulator/simulator.css\"");
        (await browser.GetStringAsync(new Uri(checkout.Url, "/simulator"), cancellationToken)).Should().Contain("T-shirt");

        await simulator.PayAsync(simulator.Transactions.Single().Id, cancellationToken);
        (await merchant.Events.ReadAsync(cancellationToken)).Should().BeOfType<PaymentEvent>();
    }

    [Test]
    public async Task It_listens_on_loopback_and_stops_when_disposed(CancellationToken cancellationToken)
    {
        var simulator = await CoinMoebiusSimulator.StartAsync(cancellationToken: cancellationToken);
        var address = simulator.BaseAddress;
        address.IsLoopback.Should().BeTrue();
        using var http = new HttpClient { BaseAddress = address };
        (await http.GetStringAsync("", cancellationToken)).Should().Contain("No transactions yet");

        await simulator.DisposeAsync();
        await simulator.DisposeAsync();

        await http.Invoking(h => h.GetStringAsync("", cancellationToken)).Should().ThrowAsync<HttpRequestException>();
    }

    private static void Configure(CoinMoebiusSimulatorOptions options, Uri? webhookUrl)
    {
        options.ApiKey = Key;
        options.Products.Add(new("t-shirt", "T-shirt", 19.99m, "USD"));
        options.Subscriptions.Add(new("sub_1", "Club", 9m, "USD"));
        options.AddRail(new StripeWebhookSigner(StripeMerchant.Secret), webhookUrl);
        foreach (var id in new[] { "paypal", "authorizenet", "cryptomus", "monero", "manual" })
        {
            options.AddRail(new PaymentProvider(id));
        }
    }

    private static CoinMoebiusClient Client(Uri baseAddress, string key = Key) =>
        new CoinMoebiusClient(new CoinMoebiusOptions { BaseAddress = baseAddress, ApiKey = key, ProjectId = "demo" });
}
