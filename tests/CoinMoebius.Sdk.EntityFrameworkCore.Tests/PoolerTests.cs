using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

/// <summary>What stands between the inbox and PostgreSQL may give each transaction another session.</summary>
public sealed class PoolerTests
{
    private const int NotPrepared = 1331;
    private const int NotHeard = 1332;

    private static readonly TimeSpan ProofLimit = TimeSpan.FromSeconds(5);

    [TestCase("transaction", "")]
    [TestCase("transaction", "No Reset On Close=true")]
    [TestCase("session", "")]
    public async Task Whatever_is_answered_behind_a_pooler_is_handled_once_and_at_the_first_attempt(string mode, string settings)
    {
        const int Events = 300;
        await using var engine = await PostgresServer.CreateDatabaseAsync(mode, settings);
        await using var first = await Node.StartAsync(engine, options => options.PollInterval = TimeSpan.FromMilliseconds(200));
        await using var second = await Node.StartAsync(engine, options => options.PollInterval = TimeSpan.FromMilliseconds(200));
        var nodes = new[] { first, second };

        var answers = new WebhookDisposition[Events];
        await Parallel.ForAsync(0, Events, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            answers[i] = await nodes[i % 2].AcceptAsync(Sample.Payment($"evt_{i}", $"pi_{i}")));
        await first.UntilHandledAsync(Events);

        answers.Should().OnlyContain(answer => answer == WebhookDisposition.Accepted);
        var effects = await first.EffectsAsync();
        effects.Select(effect => effect.EventId).Should().OnlyHaveUniqueItems().And.HaveCount(Events);
        effects.Should().OnlyContain(effect => effect.Attempt == 1 && effect.IsFirstOfStatus);
        foreach (var node in nodes)
        {
            node.Logged.Where(id => id != NotHeard).Should().Equal([NotPrepared], "one line says what to set, and nothing fails");
        }
    }

    [Test]
    public async Task A_listener_that_hears_nothing_stops_and_says_so_once()
    {
        await using var engine = await PostgresServer.CreateDatabaseAsync("transaction", "");
        var clock = new WatchedClock(ProofLimit);
        await using var node = await Node.StartAsync(engine, clock: clock, add: services => services.RemoveAll<IHostedService>());
        var notifications = node.Services.GetRequiredService<NodeNotifications<MerchantContext>>();
        await notifications.StartAsync(CancellationToken.None);
        for (var i = 0; i < 3; i++)
        {
            await clock.IsWaitedForAsync();
            clock.Advance(ProofLimit);
        }

        await node.UntilLoggedAsync(NotHeard, 1);
        clock.Advance(TimeSpan.FromHours(1));
        await notifications.StopAsync(CancellationToken.None);

        node.Logged.Should().Equal(NotHeard);
    }

    [Test]
    public async Task A_listener_that_hears_goes_on_however_much_time_passes()
    {
        await using var engine = await Engine.CreateAsync("postgres");
        var clock = new WatchedClock(ProofLimit);
        await using var node = await Node.StartAsync(engine, clock: clock, add: services => services.RemoveAll<IHostedService>());
        await using var other = await Node.StartAsync(engine, add: services => services.RemoveAll<IHostedService>());
        var signal = node.Services.GetRequiredService<InboxSignal>();
        var notifications = node.Services.GetRequiredService<NodeNotifications<MerchantContext>>();
        var others = other.Services.GetRequiredService<NodeNotifications<MerchantContext>>();
        await notifications.StartAsync(CancellationToken.None);
        await clock.IsWaitedForAsync();
        await others.StartAsync(CancellationToken.None);
        for (var i = 0; i < 3; i++)
        {
            // Arrives after its own one, as notifications keep their order.
            var (woken, _) = signal.Take();
            others.Notify();
            await woken.WaitAsync(TimeSpan.FromSeconds(60));
            clock.Advance(TimeSpan.FromHours(1));
        }

        await notifications.StopAsync(CancellationToken.None);
        await others.StopAsync(CancellationToken.None);
        node.Logged.Should().BeEmpty();
    }

    [TestCase("Multiplexing=true", false)]
    [TestCase("", true)]
    public async Task Statements_are_prepared_in_sessions_of_ones_own_only(string settings, bool isPrepared)
    {
        await using var engine = await PostgresServer.CreateDatabaseAsync(settings);
        var seen = new Disturbance();
        await using var node = await Node.StartAsync(engine, add: seen.Add);

        await node.AcceptAsync(Sample.Payment("evt_1"));
        await node.DoneAsync();

        seen.Prepared.Should().Match(count => count > 0 == isPrepared);
        node.Logged.Contains(NotPrepared).Should().Be(!isPrepared);
    }

    // Each of them is what a pooler in transaction mode leads to: a session without the statement, with another of its name, or with one
    // that takes other parameters.
    [TestCase("26000")]
    [TestCase("42P05")]
    [TestCase("08P01")]
    public async Task A_statement_that_its_session_has_lost_runs_unprepared_in_the_same_attempt(string state)
    {
        // One more than there are connections, so that two of them have the same.
        const int Events = 21;
        await using var engine = await Engine.CreateAsync("postgres");
        var disturbance = new Disturbance { Forget = state != "42P05", Replace = state == "08P01", Occupy = state == "42P05" };
        await using var node = await Node.StartAsync(engine, add: disturbance.Add);

        for (var i = 0; i < Events; i++)
        {
            await node.AcceptAsync(Sample.Payment($"evt_{i}", $"pi_{i}"));
            await node.DoneAsync();
        }

        node.Logged.Should().Equal([NotPrepared], "it says so once, and no attempt has failed");
        node.LogOf(NotPrepared).Should().Contain(state).And.Contain("Max Auto Prepare").And.Contain("No Reset On Close=true").And.Contain("max_prepared_statements")
            .And.Contain("PrepareStatements");
        (await node.EffectsAsync()).Should().HaveCount(Events).And.OnlyContain(effect => effect.Attempt == 1);
    }

    /// <summary>What is done, in the handler's transaction, to the statements that its session keeps.</summary>
    private sealed class Disturbance
    {
        /// <summary>Forgets all.</summary>
        public bool Forget { get; init; }

        /// <summary>Gives their names to others, with other parameters.</summary>
        public bool Replace { get; init; }

        /// <summary>Takes the names that come next.</summary>
        public bool Occupy { get; init; }

        /// <summary>How many the session kept.</summary>
        public int Prepared { get; private set; }

        public void Add(IServiceCollection services) => services.AddSingleton(this).AddScoped<IWebhookHandler<PaymentEvent>, Handler>();

        private sealed class Handler(MerchantContext context, Disturbance disturbance) : IWebhookHandler<PaymentEvent>
        {
            public async Task HandleAsync(PaymentEvent webhookEvent, WebhookContext webhookContext, CancellationToken cancellationToken)
            {
                var names = await context.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM pg_prepared_statements").ToListAsync(cancellationToken);
                disturbance.Prepared = names.Count;
                var next = Enumerable.Range(1, 60).Select(number => $"_p{number}").Except(names);
                string[] commands =
                [
                    .. disturbance.Forget ? ["DEALLOCATE ALL"] : Array.Empty<string>(),
                    .. disturbance.Replace ? names.Select(name => $"PREPARE {name} (text, text) AS SELECT $1, $2") : [],
                    .. disturbance.Occupy ? next.Select(name => $"PREPARE {name} AS SELECT 1") : [],
                ];
                if (commands.Length > 0)
                {
                    await context.Database.ExecuteSqlRawAsync(string.Join("; ", commands), cancellationToken);
                }
            }
        }
    }
}
