using System.Diagnostics;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Shop.Tests.Support;
using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Shop;
using Shop.Data;

namespace CoinMoebius.Shop.Tests;

/// <summary>The shop as real processes: killed between webhook and order, and several on one database.</summary>
public sealed class CrashTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the handler fail in the database, so that an accepted event stays unhandled for as long as the test likes.</summary>
    private static readonly Dictionary<string, (string Hold, string Release)> Holds = new()
    {
        [TestDatabase.Sqlite] = (
            "CREATE TRIGGER hold BEFORE INSERT ON order_events BEGIN SELECT RAISE(ABORT, 'held'); END",
            "DROP TRIGGER hold"),
        [TestDatabase.Postgres] = (
            """
            CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'held'; END $$;
            CREATE TRIGGER hold BEFORE INSERT ON order_events FOR EACH ROW EXECUTE FUNCTION hold();
            """,
            "DROP TRIGGER hold ON order_events"),
    };

    private static IEnumerable<string> UsualEngines => Exhaustive.IsOn ? TestDatabase.Engines : [TestDatabase.Sqlite];

    [Test]
    public async Task A_kill_between_webhook_and_order_loses_nothing([ValueSource(nameof(UsualEngines))] string engine)
    {
        using var database = await TestDatabase.CreateAsync(engine);
        await database.AddAsync(new Order("order-1", Catalogue.Products[0], "stripe", "tx_1", Now));
        await ExecuteAsync(database, Holds[engine].Hold);
        await using (var killed = await ShopProcess.StartAsync(database.ConnectionString))
        {
            (await killed.TryDeliverAsync(Delivery(1, "order-1"))).Should().BeTrue();
            await killed.KillAsync();
        }

        (await database.FindAsync("order-1")).Should().Match<Order>(order => order.Status == Order.New && order.History.IsEmpty);
        await ExecuteAsync(database, Holds[engine].Release);
        await using var next = await ShopProcess.StartAsync(database.ConnectionString);
        await WaitForEffectsAsync(database, 1);

        (await next.TryDeliverAsync(Delivery(1, "order-1"))).Should().BeTrue("a provider may send it again");
        await WaitForIdleAsync(database);
        (await database.FindAsync("order-1")).Should().Match<Order>(order => order.Status == "succeeded" && order.History.Count == 1);
    }

    [Test]
    [Category(Exhaustive.Category)]
    public async Task However_often_it_is_killed_every_event_takes_effect_once([ValueSource(typeof(TestDatabase), nameof(TestDatabase.Engines))] string engine)
    {
        const int Kills = 3;
        var dice = new Random(5);
        using var database = await TestDatabase.CreateEmptyAsync(engine);
        var answered = new HashSet<int>();
        for (var round = 0; round <= Kills; round++)
        {
            // A provider sends what was not answered again, and sometimes what was.
            var toSend = Enumerable.Range(0, 40 * (round + 1)).Where(number => !answered.Contains(number) || number % 7 == 0).ToList();
            await using var shop = await ShopProcess.StartAsync(database.ConnectionString);
            var (good, end) = (0, round < Kills ? dice.Next(5, 30) : int.MaxValue);
            await Parallel.ForEachAsync(toSend, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
            {
                if (!await shop.TryDeliverAsync(Delivery(number)))
                {
                    return;
                }

                lock (answered)
                {
                    answered.Add(number);
                }

                if (Interlocked.Increment(ref good) == end)
                {
                    await shop.KillAsync();
                }
            });
            if (round == Kills)
            {
                await WaitForIdleAsync(database);
            }
        }

        answered.Should().HaveCount(40 * (Kills + 1));
        (await EffectsAsync(database)).Should().BeEquivalentTo(answered.Select(EventId));
    }

    [Test]
    [Category(Exhaustive.Category)]
    public async Task Two_instances_share_one_database_and_one_takes_over_when_the_other_is_killed()
    {
        using var database = await TestDatabase.CreateEmptyAsync(TestDatabase.Postgres);

        // They start at once, and make the tables together.
        var shops = await Task.WhenAll(ShopProcess.StartAsync(database.ConnectionString), ShopProcess.StartAsync(database.ConnectionString));
        await using var first = shops[0];
        await using var second = shops[1];
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            (await shops[number % 2].TryDeliverAsync(Delivery(number))).Should().BeTrue());

        await first.KillAsync();

        await WaitForIdleAsync(database);
        (await EffectsAsync(database)).Should().BeEquivalentTo(Enumerable.Range(0, 200).Select(EventId));
        (await second.Http.GetStringAsync("/health")).Should().Be("Healthy");
    }

    private static SignedWebhook Delivery(int number, string? orderId = null) => ShopProcess.Signer.Sign(ShopProcess.Signer.CreateBody(new TestPayment
    {
        PaymentId = ShopProcess.Signer.CreatePaymentId(number),
        EventId = EventId(number),
        IsTest = false,
        Metadata = orderId is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["orderId"] = orderId },
    }));

    private static string EventId(int number) => $"evt_crash_{number}";

    private static async Task<List<string>> EffectsAsync(TestDatabase database)
    {
        await using var context = database.CreateDbContext();
        return await context.OrderEvents.Select(told => told.EventId).ToListAsync();
    }

    private static Task WaitForEffectsAsync(TestDatabase database, int count) =>
        WaitAsync(database, async context => await context.OrderEvents.CountAsync() >= count);

    /// <summary>Waits until the inbox has handled all it accepted.</summary>
    private static Task WaitForIdleAsync(TestDatabase database) => WaitAsync(
        database,
        async context => await context.Database.SqlQueryRaw<long>("SELECT COUNT(*) AS \"Value\" FROM coinmoebius_inbox WHERE state = 0").SingleAsync() == 0);

    private static async Task WaitAsync(TestDatabase database, Func<ShopDbContext, Task<bool>> isReached)
    {
        // Another process tells nobody what it has stored.
        var waited = Stopwatch.StartNew();
        while (true)
        {
            await using var context = database.CreateDbContext();
            if (await isReached(context))
            {
                return;
            }

            waited.Elapsed.Should().BeLessThan(Patience);
            await Task.Yield();
        }
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var context = database.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync(sql);
    }
}
