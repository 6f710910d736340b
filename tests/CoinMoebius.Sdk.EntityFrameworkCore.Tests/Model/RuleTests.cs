using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Model;

/// <summary>A merchant's rules about all entities and columns: they do not reach the inbox's tables, or the start ends.</summary>
public sealed class RuleTests
{
    private const decimal Coins = 0.00012345m;
    private const decimal Ether = 0.123456789012345678m;

    // Longer than a merchant's columns may be.
    private static readonly string Order = "order-" + new string('x', 200);

    public static IEnumerable<TestCaseData> Harmless =>
        from engine in Engine.All
        from rule in Rules.Harmless(engine == "postgres")
        select new TestCaseData(engine, rule) { TestName = $"Nothing_a_merchant_says_about_all_columns_changes_what_is_stored({engine}: {rule})" };

    public static IEnumerable<TestCaseData> Harmful =>
        from engine in Engine.All
        from it in Rules.Harmful(engine == "postgres")
        select new TestCaseData(engine, it.Rule, it.Message) { TestName = $"A_model_that_the_statements_do_not_fit_ends_the_start_by_name({engine}: {it.Rule})" };

    [TestCaseSource(nameof(Harmless))]
    public async Task Nothing_a_merchant_says_about_all_columns_changes_what_is_stored(string engineName, ModelRule rule)
    {
        await using var engine = await Engine.CreateAsync(engineName);
        var clock = new ManualTimeProvider();
        var lookup = new ScriptedLookup(clock);
        await using var node = await StartAsync(rule.Over(engine), clock, lookup);
        node.Handle = (webhookEvent, _, _) => webhookEvent.EventId == "evt_bad" ? throw new InvalidOperationException("No such product.") : Task.CompletedTask;
        using var reconciler = ActivatorUtilities.CreateInstance<PaymentReconciler<MerchantContext>>(node.Services);

        // Two that differ by case are two; the same again is not.
        await AcceptAsync(node, Sample.Payment("evt_1Nab", "pi_Abc") with { Amount = Coins, Currency = "BTC", IsTest = true, Reference = Order });
        await AcceptAsync(node, Sample.Payment("evt_1NAB", "PI_ABC") with { Amount = Ether, Currency = "ETH", Reference = Order.ToUpperInvariant() });
        await AcceptAsync(node, Sample.Delivered("msg_Ab", "evt_a", "pi_a"));
        await AcceptAsync(node, Sample.Delivered("msg_AB", "evt_b", "pi_b"));
        (await node.AcceptAsync(Sample.Payment("evt_1Nab", "pi_Abc"))).Should().Be(WebhookDisposition.Duplicate);
        await AcceptAsync(node, Sample.Payment("evt_wait", "pi_wait", PaymentStatus.Pending) with { Amount = Coins });
        await node.DoneAsync(5);
        await AcceptAsync(node, Sample.Payment("evt_bad", "pi_bad"));
        await node.UntilLoggedAsync(1304, 1);

        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_Abc")).Should().BeEquivalentTo(
            new { Amount = Coins, Currency = "BTC", IsTest = true, Status = PaymentStatus.Succeeded, LastEventId = "evt_1Nab" });
        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "PI_ABC"))!.Amount.Should().Be(Ether);
        (await node.Ledger.FindByReferenceAsync(Order)).Should().ContainSingle().Which.PaymentId.Should().Be("pi_Abc");
        await ParkedIsSeenAsync(node);

        clock.Advance(TimeSpan.FromMinutes(11));
        await reconciler.LookUpDueAsync(CancellationToken.None);
        lookup.Asked.Should().ContainSingle().Which.Payment.Should().BeEquivalentTo(new { PaymentId = "pi_wait", Amount = Coins });
        clock.Advance(TimeSpan.FromDays(2));
        (await node.Inbox.PurgeAsync(WebhookInboxState.Processed, TimeSpan.FromDays(1))).Should().Be(6);
    }

    [TestCaseSource(nameof(Harmful))]
    public async Task A_model_that_the_statements_do_not_fit_ends_the_start_by_name(string engineName, ModelRule rule, string message)
    {
        await using var engine = await Engine.CreateAsync(engineName);
        var services = new ServiceCollection();
        services.AddLogging().AddDbContext<MerchantContext>(rule.Over(engine).Configure);
        services.AddCoinMoebiusWebhooks().UseEntityFrameworkInbox<MerchantContext>();
        await using var provider = services.BuildServiceProvider();
        var dispatcher = provider.GetServices<IHostedService>().First();

        var start = () => dispatcher.StartAsync(CancellationToken.None);

        (await start.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain(message);
    }

    [TestCase("sqlite", "BINARY")]
    [TestCase("postgres", "C")]
    public async Task Every_text_is_compared_by_its_bytes(string engineName, string collation)
    {
        await using var engine = await Engine.CreateAsync(engineName);
        await using var context = engine.Open();

        var texts = context.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(row => row.ClrType.Namespace == typeof(InboxRow).Namespace)
            .SelectMany(row => row.GetProperties()).Where(property => property.ClrType == typeof(string));

        texts.Should().HaveCountGreaterThan(20).And.OnlyContain(text => text.GetCollation() == collation);
    }

    private static Task<Node> StartAsync(Engine engine, ManualTimeProvider clock, ScriptedLookup lookup) => Node.StartAsync(
        engine,
        options =>
        {
            (options.MaxAttempts, options.Retention) = (1, null);
            options.PollInterval = options.LeaseDuration = TimeSpan.FromDays(40);
        },
        clock,
        services =>
        {
            services.AddSingleton<IPaymentLookup>(lookup).AddHealthChecks().AddCoinMoebiusInbox();
            services.Remove(services.Single(service => service.ImplementationType == typeof(PaymentReconciler<MerchantContext>)));
        });

    private static async Task AcceptAsync(Node node, WebhookEvent webhookEvent) =>
        (await node.AcceptAsync(webhookEvent)).Should().Be(WebhookDisposition.Accepted, "{0} is new", webhookEvent.EventId);

    private static async Task ParkedIsSeenAsync(Node node)
    {
        (await node.Inbox.GetSummaryAsync()).Should().BeEquivalentTo(new { Pending = 0, Parked = 1 });
        (await node.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status.Should().Be(HealthStatus.Degraded);
        var parked = await node.Inbox.ListAsync(new() { State = WebhookInboxState.Parked }).SingleAsync();
        parked.Should().BeEquivalentTo(new { EventId = "evt_bad", Subject = "pi_bad", ErrorText = "No such product." });
        (await node.Inbox.FindAsync(parked.Id))!.Event.Should().BeOfType<PaymentEvent>();
        node.Handle = static (_, _, _) => Task.CompletedTask;
        (await node.Inbox.RequeueParkedAsync()).Should().Be(1);
        await node.DoneAsync();
        (await node.Inbox.RequeueAsync(parked.Id)).Should().BeFalse("it is handled");
        (await node.Inbox.GetSummaryAsync()).Parked.Should().Be(0);
    }
}
