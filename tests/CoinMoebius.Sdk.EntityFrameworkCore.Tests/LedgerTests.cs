using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
public sealed class LedgerTests(string engineName) : EngineFixture(engineName)
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task A_payment_goes_forward_only()
    {
        await using var node = await Node.StartAsync(Database);
        await HandleAsync(node, Sample.Payment("evt_1", status: PaymentStatus.Succeeded) with { OccurredAt = Noon });
        await HandleAsync(node, Sample.Payment("evt_2", status: PaymentStatus.Pending) with { OccurredAt = Noon.AddHours(1), Amount = 1 });

        var record = await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_1");

        (record!.Status, record.Amount, record.LastEventId, record.OccurredAt).Should().Be((PaymentStatus.Succeeded, 19.99m, "evt_1", Noon));

        await HandleAsync(node, Sample.Payment("evt_3", status: PaymentStatus.Refunded) with { Amount = 5.5m, Currency = null, Reference = "order-1" });
        record = await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_1");
        (record!.Status, record.Amount, record.Currency, record.Reference).Should().Be((PaymentStatus.Refunded, 5.5m, "USD", "order-1"));
        (await node.Ledger.FindByReferenceAsync("order-1")).Should().ContainSingle();
    }

    [TestCase("succeeded", "failed", "succeeded")]
    [TestCase("failed", "succeeded", "succeeded")]
    [TestCase("succeeded", "partial", "succeeded")]
    [TestCase("partial", "failed", "partial")]
    [TestCase("succeeded", "reversed", "reversed")]
    public async Task A_failure_never_replaces_money_and_money_always_replaces_a_failure(string first, string second, string expected)
    {
        await using var node = await Node.StartAsync(Database);
        await HandleAsync(node, Sample.Payment("evt_1", status: new(first)) with { OccurredAt = Noon });
        await HandleAsync(node, Sample.Payment("evt_2", status: new(second)) with { OccurredAt = Noon.AddHours(1) });

        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_1"))!.Status.Value.Should().Be(expected);
    }

    [TestCase("0.000000000000000001")]
    [TestCase("79228162514264337593543950335")]
    [TestCase("19.990")]
    public async Task Amounts_are_kept_to_the_last_digit(string amount)
    {
        await using var node = await Node.StartAsync(Database);
        var exact = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        await HandleAsync(node, Sample.Payment("evt_1") with { Amount = exact, Currency = "ETH" });

        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_1"))!.Amount.Should().Be(exact);
    }

    [Test]
    public async Task One_event_announces_a_status()
    {
        await using var node = await Node.StartAsync(Database);
        for (var i = 0; i < 5; i++)
        {
            await HandleAsync(node, Sample.Payment($"evt_{i}", status: i < 3 ? PaymentStatus.Succeeded : PaymentStatus.Refunded));
        }

        (await node.EffectsAsync()).Where(effect => effect.IsFirstOfStatus).Select(effect => effect.EventId).Should().Equal("evt_0", "evt_3");
    }

    [Test]
    public async Task An_expected_checkout_becomes_the_payment_that_names_its_transaction()
    {
        await using var node = await Node.StartAsync(Database);
        var expected = Sample.Expected(order: "order-1");
        await node.Ledger.ExpectAsync(expected);
        await node.Ledger.ExpectAsync(expected);
        (await node.Ledger.FindByTransactionAsync("tx_1"))!.Status.Should().Be(PaymentStatus.Pending);

        await HandleAsync(node, Sample.Answer());
        await HandleAsync(node, Sample.OfTransaction("evt_1", "pi_1"));
        await HandleAsync(node, Sample.OfTransaction("evt_2", "pi_2"));
        await HandleAsync(node, Sample.Payment("evt_3", "pi_1", PaymentStatus.Refunded));

        (await node.EffectsAsync()).Where(effect => effect.IsFirstOfStatus).Select(effect => effect.EventId)
            .Should().Equal(["reconciled:1", "evt_2", "evt_3"], "the webhook tells what was asked before; the renewal under the same transaction is another payment");
        var record = await node.Ledger.FindByTransactionAsync("tx_1");
        (record!.PaymentId, record.Status, record.Reference).Should().Be(("pi_1", PaymentStatus.Refunded, "order-1"));
        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_2"))!.Status.Should().Be(PaymentStatus.Succeeded);
    }

    [Test]
    public async Task A_webhook_that_comes_too_late_still_tells_the_payment_s_id()
    {
        await using var node = await Node.StartAsync(Database);
        await node.Ledger.ExpectAsync(Sample.Expected());
        await HandleAsync(node, Sample.Answer() with { OccurredAt = Noon });

        await HandleAsync(node, Sample.OfTransaction("evt_1", "pi_1") with { OccurredAt = Noon.AddMinutes(-1) });
        await HandleAsync(node, Sample.OfTransaction("evt_2", "pi_2") with { OccurredAt = Noon.AddDays(30) });

        (await node.EffectsAsync()).Where(effect => effect.IsFirstOfStatus).Select(effect => effect.EventId).Should().Equal("reconciled:1", "evt_2");
        (await node.Ledger.FindByTransactionAsync("tx_1"))!.PaymentId.Should().Be("pi_1");
        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_1"))!.LastEventId.Should().Be("evt_1", "what was answered about the transaction is never copied");
        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_2"))!.LastEventId.Should().Be("evt_2");
    }

    [Test]
    public async Task A_webhook_that_was_faster_than_the_application_is_joined()
    {
        await using var node = await Node.StartAsync(Database);
        await HandleAsync(node, Sample.OfTransaction("evt_1", "pi_1"));

        await node.Ledger.ExpectAsync(Sample.Expected());

        (await node.Ledger.FindByTransactionAsync("tx_1"))!.PaymentId.Should().Be("pi_1");
        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "tx_1")).Should().BeNull();
    }

    [Test]
    public async Task The_buyer_s_page_reads_the_ledger_by_payment_and_by_transaction()
    {
        await using (var node = await Node.StartAsync(Database))
        {
            await node.Ledger.ExpectAsync(Sample.Expected());
            await HandleAsync(node, Sample.OfTransaction("evt_1", "pi_1"));
        }

        await using var other = await Node.StartAsync(Database);
        var source = other.Services.GetRequiredService<IPaymentStatusSource>();

        (await source.FindAsync("pi_1"))!.Status.Should().Be(PaymentStatus.Succeeded);
        (await source.FindAsync("tx_1"))!.Amount.Should().Be(19.99m);
        (await source.FindAsync("nobody")).Should().BeNull();
    }

    [Test]
    public async Task The_page_of_an_expected_payment_does_not_depend_on_what_strangers_have_spent()
    {
        var client = new FakeCoinMoebiusClient();
        await using var node = await Node.StartAsync(Database, add: services => services
            .AddSingleton<ICoinMoebiusClient>(client)
            .AddCoinMoebiusWebhooks().ConfigureStatusSource(options => (options.MaxUnknownCallsPerMinute, options.MaxCallsPerMinute) = (0, 1)));
        foreach (var id in (string[])["tx_1", "tx_2"])
        {
            await node.Ledger.ExpectAsync(Sample.Expected(id));
            client.Set(new() { Id = id, Status = PaymentStatus.Partial });
        }

        var source = node.Services.GetRequiredService<IPaymentStatusSource>();

        await source.Awaiting(it => it.FindAsync("tx_made_up").AsTask()).Should().ThrowAsync<CoinMoebiusException>();
        (await source.FindAsync("tx_1"))!.Status.Should().Be(PaymentStatus.Partial);
        (await source.FindAsync("tx_2"))!.Status.Should().Be(PaymentStatus.Pending, "the calls are spent, and the ledger has a record");
    }

    [Test]
    public async Task A_wait_ends_with_what_another_process_has_handled_and_asks_nobody()
    {
        await using (var node = await Node.StartAsync(Database))
        {
            await node.Ledger.ExpectAsync(Sample.Expected());
            await HandleAsync(node, Sample.OfTransaction("evt_1", "pi_1"));
        }

        await using var other = await Node.StartAsync(Database, add: services => services.AddCoinMoebius(options =>
        {
            // Nobody listens there.
            options.BaseAddress = new Uri("http://127.0.0.1:9/");
            options.ProjectId = "shop";
        }));

        var paid = await other.Services.GetRequiredService<ICoinMoebiusClient>().WaitForCompletionAsync("tx_1", new() { Timeout = TimeSpan.FromSeconds(30) });

        (paid.Id, paid.Status, paid.Amount).Should().Be(("tx_1", PaymentStatus.Succeeded, 19.99m));
    }

    private static async Task HandleAsync(Node node, PaymentEvent payment)
    {
        (await node.AcceptAsync(payment)).Should().Be(WebhookDisposition.Accepted);
        await node.DoneAsync();
    }
}
