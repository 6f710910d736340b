using System.Diagnostics;
using System.Globalization;
using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoinMoebius.Benchmarks.Inbox;

/// <summary>
/// Measures the inbox on a throw-away PostgreSQL that writes to the disk as a real one does, beside hand-written code that does the
/// least: NAME MEASURED LIMIT ok|over.
/// </summary>
internal static class InboxRun
{
    private const int Burst = 2000;
    private const int Rounds = 9;
    private const int IdleEvents = 300;
    private const int Million = 1_000_000;

    /// <param name="options">Beginnings of the figures to measure; all when empty.</param>
    public static async Task<int> RunAsync(string[] options)
    {
        if (ThrowawayPostgres.FindBinaries() is null)
        {
            await Console.Error.WriteLineAsync(ThrowawayPostgres.HowToGet);
            return 1;
        }

        await using var server = await ThrowawayPostgres.StartAsync(isSafe: true);
        using var load = new Load();
        if (Wanted("accept"))
        {
            await AcceptAsync(load, await CreateDatabaseAsync(server, "accept"));
        }

        if (Wanted("handle"))
        {
            await HandleAsync(load, await CreateDatabaseAsync(server, "handle"));
        }

        if (Wanted("idle"))
        {
            await IdleAsync(load, await CreateDatabaseAsync(server, "idle"));
        }

        if (Wanted("million"))
        {
            await MillionAsync(load, server);
        }

        return 0;

        bool Wanted(string name) => options.Length == 0 || options.Any(start => name.StartsWith(start, StringComparison.Ordinal));
    }

    /// <summary>HTTP to committed insert, beside the bare insert.</summary>
    private static async Task AcceptAsync(Load load, string database)
    {
        await using var ours = await InboxServer.StartAsync(database);
        await using var theirs = await BareServer.StartAsync(database, handled: null);
        var (ratios, ourLatencies, theirLatencies, ourRates) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = -2; round < Rounds; round++)
        {
            var a = await load.SendAsync(load.Sign(Burst), ours.Url);
            var b = await load.SendAsync(load.Sign(Burst), theirs.Url);
            if (round >= 0)
            {
                ratios.Add(b.Seconds / a.Seconds);
                ourRates.Add(Burst / a.Seconds);
                ourLatencies.AddRange(a.Latencies);
                theirLatencies.AddRange(b.Latencies);
            }
        }

        Say("accept-rps", $"{Median(ratios):0.00}x", "0.75x", Median(ratios) >= 0.75);
        var p99 = Percentile(ourLatencies, 99) / Percentile(theirLatencies, 99);
        Say("accept-p99", $"{p99:0.00}x", "2.00x", p99 <= 2);
        Note($"{Median(ourRates):0} deliveries a second, p99 {Percentile(ourLatencies, 99):0.0} ms; bare p99 {Percentile(theirLatencies, 99):0.0} ms");
    }

    /// <summary>From the first request to the last commit of a handler, beside a hand-written loop of the same two transactions.</summary>
    private static async Task HandleAsync(Load load, string database)
    {
        using var ourCount = new SemaphoreSlim(0);
        using var theirCount = new SemaphoreSlim(0);
        await using var ours = await InboxServer.StartAsync(database, static () => { }, () => ourCount.Release());
        await using var theirs = await BareServer.StartAsync(database, () => theirCount.Release());
        var (ratios, rates) = (new List<double>(), new List<double>());
        for (var round = -2; round < Rounds; round++)
        {
            var a = await TimeAsync(load, ours.Url, ourCount, Burst);
            var b = await TimeAsync(load, theirs.Url, theirCount, Burst);
            if (round >= 0)
            {
                ratios.Add(b / a);
                rates.Add(Burst / a);
            }
        }

        var (first, last) = (rates[0], rates[^1]);
        Say("handle-rate", $"{Median(ratios):0.00}x", "0.60x", Median(ratios) >= 0.60);
        Note($"{Median(rates):0} events a second accepted and handled; the first round {first:0}, the last {last:0}");
    }

    /// <summary>From the sending of a delivery to the start of its handler, when nothing else goes on.</summary>
    private static async Task IdleAsync(Load load, string database)
    {
        using var started = new SemaphoreSlim(0);
        await using var ours = await InboxServer.StartAsync(database, () => started.Release());
        var latencies = new List<double>();
        for (var i = -20; i < IdleEvents; i++)
        {
            var delivery = load.Sign(1);
            var sent = Stopwatch.GetTimestamp();
            var sending = load.SendAsync(delivery, ours.Url);
            await started.WaitAsync();
            var elapsed = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            await sending;
            if (i >= 0)
            {
                latencies.Add(elapsed);
            }
        }

        var (p50, p99) = (Percentile(latencies, 50), Percentile(latencies, 99));
        Say("idle-p50", $"{p50:0.0}ms", "20ms", p50 < 20);
        Say("idle-p99", $"{p99:0.0}ms", "100ms", p99 < 100);
    }

    /// <summary>The same work over a table that keeps a million handled events, beside an empty one.</summary>
    private static async Task MillionAsync(Load load, ThrowawayPostgres server)
    {
        var empty = await CreateDatabaseAsync(server, "empty");
        var full = await CreateDatabaseAsync(server, "full");
        await ExecuteAsync(full, $"""
            INSERT INTO coinmoebius_inbox (provider, account, event_id, subject, event_type, event, raw_body, received_at, state, due_at, attempts, processed_at)
            SELECT 'stripe', '', 'evt_old_' || n, 'pi_old_' || n, 'checkout.session.completed',
                decode(repeat('7b7d', 200), 'hex'), decode(repeat('7b7d', 300), 'hex'), n, 1, n, 1, n FROM generate_series(1, {Million}) AS n;
            INSERT INTO coinmoebius_payments (provider, account, payment_id, status, rank, metadata, last_event_id, created_at, updated_at, checks)
            SELECT 'stripe', '', 'pi_old_' || n, 'succeeded', 2, '{"{}"}', 'evt_old_' || n, n, n, 0 FROM generate_series(1, {Million}) AS n;
            INSERT INTO coinmoebius_announcements (provider, account, payment_id, status, event_id)
            SELECT 'stripe', '', 'pi_old_' || n, 'succeeded', 'evt_old_' || n FROM generate_series(1, {Million}) AS n;
            """);
        await ExecuteAsync(full, "VACUUM ANALYZE");
        using var fullCount = new SemaphoreSlim(0);
        using var emptyCount = new SemaphoreSlim(0);
        await using var fullServer = await InboxServer.StartAsync(full, static () => { }, () => fullCount.Release());
        await using var emptyServer = await InboxServer.StartAsync(empty, static () => { }, () => emptyCount.Release());
        var ratios = new List<double>();
        for (var round = -2; round < Rounds; round++)
        {
            var a = await TimeAsync(load, fullServer.Url, fullCount, Burst);
            var b = await TimeAsync(load, emptyServer.Url, emptyCount, Burst);
            if (round >= 0)
            {
                ratios.Add(a / b);
            }
        }

        Say("million-time", $"{Median(ratios):0.00}x", "1.20x", Median(ratios) <= 1.2);
    }

    private static async Task<double> TimeAsync(Load load, Uri url, SemaphoreSlim handled, int count)
    {
        var deliveries = load.Sign(count);
        var started = Stopwatch.GetTimestamp();
        await load.SendAsync(deliveries, url);
        for (var i = 0; i < count; i++)
        {
            await handled.WaitAsync();
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<string> CreateDatabaseAsync(ThrowawayPostgres server, string name)
    {
        await ExecuteAsync(server.ConnectionString("postgres"), $"CREATE DATABASE \"{name}\"");
        var connectionString = server.ConnectionString(name) + ";Maximum Pool Size=32";
        await using (var context = new MerchantContext(new DbContextOptionsBuilder<MerchantContext>().UseNpgsql(connectionString).Options))
        {
            await context.Database.EnsureCreatedAsync();
        }

        await ExecuteAsync(connectionString, BareServer.Schema);
        await ExecuteAsync(connectionString, $"""INSERT INTO balances ("Id", "Count") SELECT 'b' || n, 0 FROM generate_series(0, {InboxServer.Balances - 1}) AS n""");
        return connectionString;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    private static double Median(List<double> values) => Percentile(values, 50);

    private static double Percentile(List<double> values, int percent)
    {
        values.Sort();
        return values[Math.Min(values.Count - 1, values.Count * percent / 100)];
    }

    private static void Say(string name, FormattableString measured, string limit, bool isMet) =>
        Console.WriteLine($"{name} {measured.ToString(CultureInfo.InvariantCulture)} {limit} {(isMet ? "ok" : "over")}");

    private static void Note(FormattableString text) => Console.WriteLine("  " + text.ToString(CultureInfo.InvariantCulture));
}
