using System.Collections.Concurrent;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

/// <summary>How PostgreSQL reads the tables, whatever it believes about what is in them: it keeps the plan of a prepared statement.</summary>
public sealed class PlanTests() : EngineFixture("postgres")
{
    private const int Events = 20;

    [Test]
    public async Task A_plan_made_over_empty_tables_does_not_read_them_whole_when_they_are_full()
    {
        var seen = new ConcurrentQueue<Planner>();
        await using var node = await Node.StartAsync(
            Database, add: services => services.AddSingleton(seen).AddScoped<IWebhookHandler<PaymentEvent>, LookAtPlanner>());

        // Now it knows that they are empty, so that reading them whole would cost nothing.
        await ExecuteAsync(node, "VACUUM ANALYZE");
        for (var i = 0; i < Events; i++)
        {
            await node.AcceptAsync(Sample.Payment($"evt_{i}", $"pi_{i}"));
            await node.DoneAsync();
        }

        seen.Should().HaveCount(Events).And.OnlyContain(planner => planner.Setting == "on", "handlers' statements are planned as usual");
        foreach (var process in seen.GroupBy(planner => planner.Process, planner => planner.Scans))
        {
            process.Should().BeInDescendingOrder("a payment is looked up by its keys");
        }
    }

    [TestCase(0, false)]
    [TestCase(0, true)]
    [TestCase(3000, false)]
    [TestCase(3000, true)]
    public async Task Events_are_taken_by_the_two_indexes_of_what_is_pending(int pending, bool isAnalyzed)
    {
        await using var node = await Node.StartAsync(Database, add: Stopped);
        await ExecuteAsync(node, $"""
            INSERT INTO coinmoebius_inbox (provider, account, event_id, subject, event_type, event, raw_body, received_at, state, due_at, attempts)
            SELECT 'stripe', '', 'evt_' || n, 'pi_' || n, 'paid', '', '', n, 0, n, 0 FROM generate_series(1, {pending}) AS n
            """);
        if (isAnalyzed)
        {
            await ExecuteAsync(node, "VACUUM ANALYZE");
        }

        var plan = await PlanAsync(node);

        plan.Should().Contain("using ix_coinmoebius_inbox_pending").And.Contain("using ix_coinmoebius_inbox_subject");
        plan.Should().Contain("Index Cond: (id = ANY");
        plan.Should().NotContain("Seq Scan").And.NotContain("ux_coinmoebius_inbox_event");
    }

    private static void Stopped(IServiceCollection services) => services.RemoveAll<IHostedService>();

    private static async Task<string> PlanAsync(Node node)
    {
        await using var context = node.Open();
        var parts = InboxStatements.For(context).Lease.Take.Split(';', 2);
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.Database.ExecuteSqlRawAsync(parts[0]);
        await context.Database.ExecuteSqlRawAsync("SET LOCAL plan_cache_mode = force_generic_plan");
        var lease = parts[1].Replace("@from", "$1").Replace("@now", "$2").Replace("@count", "$3").Replace("@lease", "$4").Replace("@until", "$5");
        await using var explain = context.Database.GetDbConnection().CreateCommand();
        explain.CommandText = $"""
            PREPARE lease (bigint, bigint, bigint, uuid, bigint) AS {lease};
            EXPLAIN EXECUTE lease (0, 1, 8, '{Guid.Empty}', 2)
            """;
        await using var reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }

    private static async Task ExecuteAsync(Node node, string sql)
    {
        await using var context = node.Open();
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    /// <param name="Process">The connection.</param>
    /// <param name="Scans">How often it has read the whole ledger since it last reported.</param>
    /// <param name="Setting">Whether the planner may read whole tables.</param>
    public sealed record Planner(int Process, long Scans, string Setting);

    private sealed class LookAtPlanner(MerchantContext context, ConcurrentQueue<Planner> seen) : IWebhookHandler<PaymentEvent>
    {
        public async Task HandleAsync(PaymentEvent webhookEvent, WebhookContext webhookContext, CancellationToken cancellationToken) =>
            seen.Enqueue(await context.Database.SqlQuery<Planner>($"""
                SELECT pg_backend_pid() AS "Process", seq_scan AS "Scans", current_setting('enable_seqscan') AS "Setting"
                FROM pg_stat_xact_user_tables WHERE relname = 'coinmoebius_payments'
                """).SingleAsync(cancellationToken));
    }
}
