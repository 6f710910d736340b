using System.Net;
using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Testing.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.Testing.Tests.Providers.Mobbex;

/// <summary>The client against the simulator, over a port of this machine.</summary>
[CancelAfter(60_000)]
public sealed class MobbexSimulatorTests : IAsyncDisposable
{
    private const string Secret = "a_secret_of_the_merchant_of_32_characters";

    private readonly ScriptedMerchant _merchant = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 14, 1, 4, 21, TimeSpan.Zero));
    private readonly MobbexWebhookOptions _webhooks = new() { Secrets = { Secret } };
    private MobbexSimulator _mobbex = null!;
    private MobbexClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _mobbex = await MobbexSimulator.StartAsync(options =>
        {
            options.Seed = 7;
            options.TimeProvider = _clock;
            options.WebhookHandler = _merchant;
            options.PayLaterDelay = Timeout.InfiniteTimeSpan;
        });
        _client = new MobbexClient(_mobbex.CreateClientOptions());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _mobbex.DisposeAsync();
        _merchant.Dispose();
    }

    [Test]
    public async Task A_payment_runs_from_the_checkout_over_its_page_to_the_confirmed_webhook_and_the_refund(CancellationToken cancellationToken)
    {
        var checkout = await _client.CreateCheckoutAsync(Order("order-42") with { Webhook = Webhook("order-42") }, cancellationToken);
        (await _client.GetTransactionsAsync("order-42", cancellationToken)).Should().BeEmpty("nobody has tried to pay");

        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        (await browser.GetStringAsync(checkout.Url, cancellationToken)).Should().Contain("A hat").And.Contain("100.53 ARS");
        using var paid = await browser.PostAsync(new Uri(checkout.Url + "/pay"), null, cancellationToken);
        paid.Headers.Location.Should().Be("https://shop.example/back");
        await _mobbex.WaitForDeliveryAsync(checkout.Id, PaymentStatus.Succeeded, cancellationToken);

        var record = (await ReadAsync(_client.WatchTransactionsAsync("order-42", cancellationToken))).Single();
        var operation = (await ReadAsync(_client.WatchOperationAsync(record.OperationId!, cancellationToken))).Single();
        (record.StatusCode, operation.StatusCode, operation.IsTest).Should().Be((MobbexStatusCode.Paid, MobbexStatusCode.Paid, false));
        (operation.Checkout!.Uid, operation.Checkout.Total, operation.Payment!.Reference, operation.Entity!.Uid)
            .Should().Be((checkout.Id, 100.53m, "order-42", "testshop"));
        operation.Transactions.Should().ContainSingle();
        (await _client.GetTransactionStatusAsync(record.OperationId!, cancellationToken)).StatusCode.Should().Be(MobbexStatusCode.Paid);

        var refund = await _client.RefundAsync(record.OperationId!, new(), cancellationToken);
        refund.Total.Should().Be(100.53m);
        await _mobbex.WaitForDeliveryAsync(checkout.Id, PaymentStatus.Refunded, cancellationToken);
        (await _client.GetOperationAsync(record.OperationId!, cancellationToken)).StatusCode.Should().Be(MobbexStatusCode.Canceled, "it is the same day");

        _merchant.Urls.Should().OnlyContain(url => url == Webhook("order-42"), "the address is called as it is");
        (await EventOfAsync(1)).Should().BeOfType<PaymentEvent>().Which.Should().BeEquivalentTo(
            new { Status = PaymentStatus.Reversed, PaymentId = record.OperationId, Reference = "order-42", Amount = 100.53m, Currency = "ARS" });
    }

    [Test]
    public async Task A_webhook_of_the_dashboard_bears_the_token_of_the_simulator_and_may_be_a_form()
    {
        await using var forms = await MobbexSimulator.StartAsync(options =>
        {
            (options.AsForm, options.WebhookSecret, options.WebhookHandler) = (true, Secret, _merchant);
            options.WebhookUrl = ScriptedMerchant.Url;
        });
        using var client = new MobbexClient(forms.CreateClientOptions());
        var checkout = await client.CreateCheckoutAsync(Order("order-1"));

        await forms.PayAsync(checkout.Id);

        _merchant.Received.Single().Body.Should().StartWith("type=checkout&data");
        (await EventOfAsync(0, client)).Should().BeOfType<PaymentEvent>().Which.Status.Should().Be(PaymentStatus.Succeeded);
    }

    [Test]
    public async Task A_part_is_refunded_from_the_day_after_on()
    {
        var id = await PayAsync("order-1");
        await _client.Awaiting(client => client.RefundAsync(id, new() { Total = 10m })).Should().ThrowAsync<CoinMoebiusApiException>();
        _clock.Advance(TimeSpan.FromDays(1));

        (await _client.RefundAsync(id, new() { Total = 10m })).Total.Should().Be(10m);
        (await CodeAsync(id)).Should().Be(MobbexStatusCode.PartiallyRefunded);
        await _client.Awaiting(client => client.RefundAsync(id, new() { Total = 100m })).Should().ThrowAsync<CoinMoebiusApiException>("that is more than is left");
        (await _client.RefundAsync(id, new())).Total.Should().Be(90.53m);
        (await CodeAsync(id)).Should().Be(MobbexStatusCode.Refunded);
        await _client.Awaiting(client => client.RefundAsync(id, new())).Should().ThrowAsync<CoinMoebiusApiException>();
    }

    [Test]
    public async Task A_refund_can_be_silent()
    {
        _mobbex.WebhookUrl = ScriptedMerchant.Url;
        var id = await PayAsync("order-1");

        await _client.RefundAsync(id, new() { EmitEvent = false });

        (await CodeAsync(id)).Should().Be(MobbexStatusCode.Canceled);
        _mobbex.Deliveries.Should().ContainSingle().Which.Status.Should().Be(PaymentStatus.Succeeded);
    }

    [Test]
    public async Task A_payment_of_two_steps_is_authorised_and_then_captured()
    {
        var id = await PayAsync("order-1", order => order with { Intent = MobbexIntents.TwoStep });
        (await CodeAsync(id)).Should().Be(MobbexStatusCode.Authorized);
        await _client.Awaiting(client => client.RefundAsync(id, new())).Should().ThrowAsync<CoinMoebiusApiException>("there is nothing to give back yet");
        await _client.Awaiting(client => client.CaptureAsync(id, 200m)).Should().ThrowAsync<CoinMoebiusApiException>();

        await _client.CaptureAsync(id, 90m);

        var operation = await _client.GetOperationAsync(id);
        (operation.StatusCode, operation.Payment!.Total).Should().Be((MobbexStatusCode.Paid, 90m));
        await _client.Awaiting(client => client.CaptureAsync(id, 1m)).Should().ThrowAsync<CoinMoebiusApiException>();
        (await _client.ReleaseAsync(id)).Result.Should().BeTrue();
        (await _client.RefundAsync(id, new())).Total.Should().Be(90m);
    }

    [Test]
    public async Task Refusals_are_those_of_mobbex()
    {
        var options = _mobbex.CreateClientOptions();
        options.AccessToken = "other";
        using var stranger = new MobbexClient(options);
        var id = await PayAsync("order-1");

        await stranger.Awaiting(client => client.GetOperationAsync(id)).Should().ThrowAsync<CoinMoebiusAuthenticationException>();
        await _client.Awaiting(client => client.GetOperationAsync("MBX0")).Should().ThrowAsync<CoinMoebiusNotFoundException>();
        await _client.Awaiting(client => client.DeleteCheckoutAsync("CHK:0")).Should().ThrowAsync<CoinMoebiusNotFoundException>();
        var error = (await _client.Awaiting(client => client.CreateCheckoutAsync(Order("order-1"))).Should().ThrowAsync<CoinMoebiusApiException>()).Which;
        (error.StatusCode, error.ErrorCode).Should().Be((HttpStatusCode.OK, "INVALID"), "a reference is paid once");
        await _client.Awaiting(client => client.CreateCheckoutAsync(Order("order-2") with { Webhook = new("https://shop.example/hook") }))
            .Should().ThrowAsync<CoinMoebiusApiException>("the simulator calls this machine only");
        using var http = new HttpClient { BaseAddress = _mobbex.BaseAddress };
        using var bare = await http.PostAsync("p/checkout", new StringContent("{}"));
        bare.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await bare.Content.ReadAsStringAsync()).Should().StartWith("""{"result":false""");
    }

    [Test]
    public async Task Attempts_that_fail_or_wait_are_operations_and_deleted_checkouts_are_none()
    {
        var declined = await _client.CreateCheckoutAsync(Order("order-1"));
        var later = await _client.CreateCheckoutAsync(Order("order-1"));
        var deleted = await _client.CreateCheckoutAsync(Order("order-1"));
        await _mobbex.DeclineAsync(declined.Id);
        await _mobbex.PayLaterAsync(later.Id);

        (await _client.DeleteCheckoutAsync(deleted.Id)).Result.Should().BeTrue();

        (await _client.GetTransactionsAsync("order-1")).Select(record => record.StatusCode)
            .Should().Equal(MobbexStatusCode.OnHold, MobbexStatusCode.Declined);
    }

    [Test]
    public async Task Test_mode_has_money_of_its_own()
    {
        var id = await PayAsync("order-1", order => order with { Test = true });

        var operation = await _client.GetOperationAsync(id);

        (operation.IsTest, operation.Payment!.Currency!.Code, operation.Checkout!.Currency!.Code).Should().Be((true, "TEST", "TEST"));
    }

    [TestCase(MobbexWebhooksTypes.All, 2)]
    [TestCase(MobbexWebhooksTypes.Final, 1)]
    [TestCase(MobbexWebhooksTypes.IntermediateAndFinal, 1)]
    [TestCase(MobbexWebhooksTypes.None, 0)]
    public async Task A_checkout_says_what_it_wants_to_hear(string webhooksType, int expected)
    {
        _mobbex.WebhookUrl = ScriptedMerchant.Url;
        var declined = await _client.CreateCheckoutAsync(Order("order-1") with { WebhooksType = webhooksType });
        var paid = await _client.CreateCheckoutAsync(Order("order-1") with { WebhooksType = webhooksType });

        await _mobbex.DeclineAsync(declined.Id);
        await _mobbex.PayAsync(paid.Id);

        _mobbex.Deliveries.Should().HaveCount(expected);
    }

    [Test]
    public async Task The_time_of_a_checkout_passes()
    {
        var checkout = await _client.CreateCheckoutAsync(Order("order-9") with { Webhook = Webhook("order-9") });

        await _mobbex.ExpireAsync(checkout.Id);

        _merchant.Received.Single().Body.Should().Contain("\"checkout:expired\"").And.Contain("\"code\":401");
        (await EventOfAsync(0)).Should().BeOfType<UnmappedEvent>("Mobbex has no answer that would confirm it").Which.EventType.Should().Be("checkout:expired");
        (await _client.GetTransactionsAsync("order-9")).Should().BeEmpty();
    }

    [Test]
    public async Task A_search_goes_over_pages_and_filters()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await PayAsync($"order-{number}", order => order with { Test = number > 3, Description = number == 2 ? "Shoes" : "A hat" });
            _clock.Advance(TimeSpan.FromHours(1));
        }

        (await FindAsync(new() { PageSize = 2 })).Should().Equal("order-5", "order-4", "order-3", "order-2", "order-1");
        (await FindAsync(new() { Reference = "order-3", Status = MobbexStatusCode.Paid })).Should().Equal("order-3");
        (await FindAsync(new() { Status = MobbexStatusCode.Declined })).Should().BeEmpty();
        (await FindAsync(new() { Currency = "TEST", Test = true })).Should().Equal("order-5", "order-4");
        (await FindAsync(new() { Text = "shoe" })).Should().Equal("order-2");
        (await FindAsync(new() { CreatedFrom = _clock.GetUtcNow().AddHours(-2), CreatedTo = _clock.GetUtcNow() })).Should().Equal("order-5", "order-4");

        async Task<IEnumerable<string?>> FindAsync(MobbexOperationQuery search) =>
            (await ReadAsync(_client.ListOperationsAsync(search))).Select(record => record.Reference);
    }

    [Test]
    public async Task Ways_to_pay_and_currencies_can_be_asked_for()
    {
        var all = await _client.GetSourcesAsync(new() { Total = 300m });
        all.Select(item => item.Source!.Reference).Should().Equal("visa", "mastercard");
        all[0].Installments!.List!.Select(plan => plan.Totals!.Installment!.Amount).Should().Equal(300m, 100m, 50m);
        (await _client.GetSourcesAsync(new() { Sources = ["mastercard"] })).Single().Installments!.List![0].Totals.Should().BeNull();
        (await _client.GetPublicSourcesAsync(MobbexPublicSourcesQuery.OfTaxId("arg", "30-1-2") with { Total = 90m })).Should().HaveCount(2);
        (await _client.GetPublicSourcesAsync(MobbexPublicSourcesQuery.OfToken("tok"))).Should().HaveCount(2);
        (await _client.GetRuleInstallmentsAsync("externalMatch"))[0].Installments!.Single().Uid.Should().Be("special-visa");
        var conversion = await _client.ConvertCurrencyAsync(10.5m, "USD", "ARS");
        (conversion.Result, conversion.Rate).Should().Be((10_500m, 1000m));
    }

    [Test]
    public async Task A_payment_link_is_paid_as_a_checkout_is()
    {
        var link = await _client.CreatePaymentOrderAsync(new() { Total = 50m, Description = "Link", Reference = "link-1" });

        await _mobbex.PayAsync(link.Uid!);

        link.Url!.AbsolutePath.Should().StartWith("/pay/");
        (await _client.GetTransactionsAsync("link-1")).Single().StatusCode.Should().Be(MobbexStatusCode.Paid);
    }

    [Test]
    public async Task Subscriptions_are_made_changed_listed_and_ended()
    {
        var plan = await CreatePlanAsync("Gold");
        var other = await CreatePlanAsync("Silver");
        (await _client.UpdateSubscriptionAsync(plan, new() { Total = 1200m })).Total.Should().Be(1200m);
        (await ReadAsync(_client.ListSubscriptionsAsync())).Select(item => item.Name).Should().Equal("Gold", "Silver");

        await _client.DeleteSubscriptionAsync(other);
        (await _client.GetSubscriptionAsync(other)).Status.Should().Be(MobbexSubscriptionStatuses.Deleted);
        await _client.ActivateSubscriptionAsync(other);
        (await _client.GetSubscriptionAsync(other)).Status.Should().Be(MobbexSubscriptionStatuses.Active);
        await _client.Awaiting(client => client.GetSubscriptionAsync("none")).Should().ThrowAsync<CoinMoebiusNotFoundException>();
    }

    [Test]
    public async Task Subscribers_are_made_changed_charged_and_ended()
    {
        var (plan, other) = (await CreatePlanAsync("Gold"), await CreatePlanAsync("Silver"));
        var subscriber = await _client.CreateSubscriberAsync(
            plan, new() { Customer = Ana, Reference = "sub-1", StartDate = MobbexDate.From(_clock.GetUtcNow()) });
        var uid = subscriber.Uid!;
        (await _client.UpdateSubscriberAsync(plan, uid, new() { Customer = Ana with { Name = "Eva" } })).Customer!.Name.Should().Be("Eva");
        (await ReadAsync(_client.ListSubscribersAsync(plan, new() { Search = "eva" }))).Single().Reference.Should().Be("sub-1");
        (await ReadAsync(_client.ListSubscribersAsync(plan, new() { Search = "nobody" }))).Should().BeEmpty();
        await _client.SuspendSubscriberAsync(plan, uid);
        (await _client.GetSubscriberAsync(plan, uid)).Status.Should().Be(MobbexSubscriptionStatuses.Suspended);
        await _client.ActivateSubscriberAsync(plan, uid);
        await _client.RescheduleSubscriberAsync(plan, uid, new() { Day = 10, Month = 12 });
        (await _client.GetSubscriberAsync(plan, uid)).StartDate!.Month.Should().Be(12);

        (await _client.ChargeSubscriberAsync(plan, uid, new())).Data!.Value.GetProperty("total").GetDecimal().Should().Be(1000m);
        var charge = await _client.ChargeSubscriberAsync(plan, uid, new() { Total = 7.5m, Reference = "c1" });
        charge.Data!.Value.GetProperty("total").GetDecimal().Should().Be(7.5m);
        var execution = charge.Data!.Value.GetProperty("uid").GetString()!;
        (await _client.RetryExecutionAsync(plan, uid, execution)).Result.Should().BeTrue();
        (await _client.MarkExecutionPaidAsync(plan, uid, execution)).Result.Should().BeTrue();
        (await _client.ScheduleChargeAsync(plan, uid, new() { ["total"] = 5 })).Result.Should().BeTrue();

        await _client.MoveSubscriberAsync(plan, uid, other);
        await _client.Awaiting(client => client.GetSubscriberAsync(plan, uid)).Should().ThrowAsync<CoinMoebiusNotFoundException>();
        await _client.DeleteSubscriberAsync(other, uid);
        (await _client.GetSubscriberAsync(other, uid)).Status.Should().Be(MobbexSubscriptionStatuses.Deleted);
    }

    [Test]
    public async Task An_application_connects_with_its_key_alone()
    {
        using var client = new MobbexClient(new MobbexOptions { BaseAddress = _mobbex.BaseAddress, ApiKey = _mobbex.CreateClientOptions().ApiKey, ConnectOnly = true });

        var connection = await client.ConnectAsync(new("https://app.example/back"));
        var credentials = await client.GetConnectionCredentialsAsync(connection.Id);

        credentials.AccessToken.Should().Be(_mobbex.CreateClientOptions().AccessToken);
        credentials.Entity!.Uid.Should().Be("testshop");
        await client.Awaiting(it => it.GetConnectionCredentialsAsync("none")).Should().ThrowAsync<CoinMoebiusNotFoundException>();
        await client.Awaiting(it => it.GetSourcesAsync(new())).Should().ThrowAsync<CoinMoebiusAuthenticationException>();
    }

    [Test]
    public async Task Customers_save_cards()
    {
        var customer = await _client.CreateWalletCustomerAsync(new() { Reference = "c-1", Customer = Ana });

        (customer.Reference, customer.Customer!.Name, customer.Uid!.Length).Should().Be(("c-1", "Ana", 10));
    }

    private static readonly MobbexCustomer Ana = new() { Name = "Ana", Email = "ana@example.com", Identification = "12123123" };

    private static MobbexCheckoutRequest Order(string reference) =>
        new() { Total = 100.53m, Description = "A hat", Reference = reference, Customer = Ana, ReturnUrl = new("https://shop.example/back") };

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private Uri Webhook(string reference) => MobbexWebhookUrl.Create(ScriptedMerchant.Url, _webhooks, reference);

    private async Task<string> PayAsync(string reference, Func<MobbexCheckoutRequest, MobbexCheckoutRequest>? change = null)
    {
        var checkout = await _client.CreateCheckoutAsync((change ?? (order => order))(Order(reference)));
        return (await _mobbex.PayAsync(checkout.Id)).ProviderPaymentId;
    }

    private async Task<MobbexStatusCode?> CodeAsync(string id) => (await _client.GetOperationAsync(id)).StatusCode;

    private async Task<string> CreatePlanAsync(string name) => (await _client.CreateSubscriptionAsync(new()
    {
        Total = 1000m,
        Currency = "ARS",
        Name = name,
        Description = name,
        Type = MobbexSubscriptionTypes.Manual,
        Interval = MobbexIntervals.Month,
    })).Uid!;

    /// <summary>The event that the merchant's verifier makes of a delivery, reading the operation back through the client.</summary>
    private async Task<WebhookEvent> EventOfAsync(int delivery, MobbexClient? client = null)
    {
        var verifier = new MobbexWebhookVerifier(_webhooks, client ?? _client);
        var contentType = _merchant.Received[delivery].Body.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded";
        var verification = await verifier.VerifyAsync(new WebhookRequest(
            Encoding.UTF8.GetBytes(_merchant.Received[delivery].Body),
            new Dictionary<string, string> { ["Content-Type"] = contentType },
            _merchant.Urls[delivery]));
        return verification.EnsureVerified();
    }
}
