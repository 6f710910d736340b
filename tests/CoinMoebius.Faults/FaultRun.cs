using System.Globalization;
using CoinMoebius.Faults.Comparing;
using CoinMoebius.Faults.Plan;
using CoinMoebius.Faults.Receivers;
using CoinMoebius.Faults.Sending;
using CoinMoebius.Faults.Stores;

namespace CoinMoebius.Faults;

/// <summary>One run from its plan to its last line.</summary>
public sealed class FaultRun(FaultOptions options, TextWriter output, bool isTerminal, TimeProvider clock)
{
    // Shops that start side by side may be in each other's way once.
    private const int MostStarts = 4;

    /// <summary>
    /// When nothing moves for so long, the run ends and says what is missing. The lease of a dead process and many pauses between attempts fit in.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>True when nothing is wrong.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var plan = new FaultPlan(options);
        var folder = Directory.CreateTempSubdirectory("coinmoebius-faults-").FullName;
        try
        {
            await using var store = await Store.CreateAsync(options, folder);
            if (options.Keep)
            {
                await output.WriteLineAsync($"keeps: {folder} {store.Place}".TrimEnd());
            }

            return await RunAsync(plan, store, folder, cancellationToken);
        }
        finally
        {
            if (!options.Keep)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
    private async Task<bool> RunAsync(FaultPlan plan, Store store, string folder, CancellationToken cancellationToken)
    {
        List<Receiver> receivers = [];
        try
        {
            var environment = EnvironmentOf(plan, store);
            for (var number = 1; number <= options.Processes; number++)
            {
                receivers.Add(new Receiver(folder, $"receiver{number}", environment, clock));
                receivers[^1].Start();
            }

            await UntilReadyAsync(receivers, cancellationToken);
            if (await StoreReader.CountEffectsAsync(store, cancellationToken) > 0)
            {
                throw new UsageException("The database has events of an earlier run; give an empty one.");
            }

            await OrderSeed.WriteAsync(store, plan, cancellationToken);
            return await SendAndCompareAsync(plan, store, receivers, cancellationToken);
        }
        finally
        {
            foreach (var receiver in receivers)
            {
                await receiver.DisposeAsync();
            }
        }
    }

    private async Task<bool> SendAndCompareAsync(FaultPlan plan, Store store, List<Receiver> receivers, CancellationToken cancellationToken)
    {
        var turns = new Turns([.. plan.Kills.Select(kill => kill.Turn), .. plan.Stops.Select(stop => stop.Turn)]);
        using var sender = new Sender(plan, [.. receivers.Select(receiver => receiver.Address)], options.Seed, turns, clock);
        var injector = new FaultInjector(plan, receivers, store, turns, clock);
        var memory = new MemoryWatch(receivers, clock);
        var progress = new ProgressLine(output, isTerminal, clock);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = memory.RunAsync(watching.Token);
        var began = clock.GetTimestamp();

        var sent = await UntilSentAsync(plan, sender, injector, turns, progress, cancellationToken);
        var sending = clock.GetElapsedTime(began);
        var handled = await UntilHandledAsync(store, progress, cancellationToken);
        var all = clock.GetElapsedTime(began);
        progress.Clear();
        await watching.CancelAsync();
        await watch;

        var found = await StoreReader.ReadAsync(store, cancellationToken);
        var comparison = Comparison.Run(
            plan.Payments,
            sender.Refused.DistinctBy(it => it.Delivery.About).ToDictionary(it => it.Delivery.About.Key, it => it.Answer),
            sender.AcceptedForgeries.Select(forged => new EventKey(forged.Rail.Provider.Value, forged.EventId)),
            found);

        var text = new Report(output);
        text.Plan(options, plan);
        text.Traffic(sender, sending, all, receivers.Sum(receiver => receiver.Ended));
        text.Faults(injector, memory);
        text.Unfinished(sent, handled, Patience);
        text.Comparison(comparison);
        return comparison.IsRight;
    }

    private async Task UntilReadyAsync(List<Receiver> receivers, CancellationToken cancellationToken)
    {
        var ready = Task.WhenAll(receivers.Select(receiver => receiver.WhenReadyAsync(cancellationToken)));
        var began = clock.GetTimestamp();
        while (!ready.IsCompleted)
        {
            if (receivers.Find(receiver => receiver.Ended > MostStarts) is { } failing)
            {
                throw new InvalidOperationException($"The Shop does not start: {failing.Said}");
            }

            if (clock.GetElapsedTime(began) > StartLimit)
            {
                throw new InvalidOperationException("The Shop takes too long to start; its logs are kept with --keep.");
            }

            await Task.WhenAny(ready, Task.Delay(Look, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        await ready;
    }

    /// <summary>Ends when all is sent and every fault has been; false when nothing moved any more.</summary>
    private async Task<bool> UntilSentAsync(
        FaultPlan plan, Sender sender, FaultInjector injector, Turns turns, ProgressLine progress, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.WhenAll(sender.RunAsync(giveUp.Token), injector.RunAsync(giveUp.Token));
        var isDone = await MovesAsync(
            async () =>
            {
                progress.Show(() => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{turns.Count} of {plan.Deliveries.Count} deliveries answered, {sender.Acknowledged} of {plan.Events.Count} events; "
                    + $"{sender.Unavailable} errors, {sender.Broken} broken; {injector.Kills} kills, {injector.Stops} stops"));
                await Task.WhenAny(work, Task.Delay(Look, clock, cancellationToken));
                return work.IsCompleted ? null : turns.Count + injector.Kills + injector.Stops;
            },
            cancellationToken);
        await giveUp.CancelAsync();
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (isDone || work.IsFaulted)
        {
            await work;
        }

        return isDone;
    }

    /// <summary>Ends when no event waits for its handlers; false when nothing moved any more.</summary>
    private Task<bool> UntilHandledAsync(Store store, ProgressLine progress, CancellationToken cancellationToken) => MovesAsync(
        async () =>
        {
            var pending = await StoreReader.CountPendingAsync(store, cancellationToken);
            if (pending == 0)
            {
                return null;
            }

            progress.Show(() => string.Create(CultureInfo.InvariantCulture, $"{pending} events wait for their handlers"));
            await Task.Delay(Look, clock, cancellationToken);
            return pending;
        },
        cancellationToken);

    /// <summary>Looks until there is nothing left; false when what is left stays the same for too long.</summary>
    private async Task<bool> MovesAsync(Func<Task<long?>> look, CancellationToken cancellationToken)
    {
        var (last, since) = (-1L, clock.GetTimestamp());
        while (await look() is { } left)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (left != last)
            {
                (last, since) = (left, clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(since) > Patience)
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, string> EnvironmentOf(FaultPlan plan, Store store)
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Simulator"] = "false",
            ["ConnectionStrings__Shop"] = store.ConnectionString,
            ["Logging__LogLevel__Default"] = "Warning",

            // Writes a page for every call while the database is down; the SDK says the same in a line.
            ["Logging__LogLevel__Microsoft.EntityFrameworkCore"] = "Critical",

            // What a killed process held is free sooner than by default, and leases end in use now and then.
            ["Inbox__LeaseDuration"] = "00:00:10",

            // Nothing is asked of the API; the client wants to be configured.
            ["CoinMoebius__ProjectId"] = "faults",
            ["CoinMoebius__ApiKey"] = "cmk_test_faults",
        };
        foreach (var rail in plan.Rails)
        {
            environment[$"{rail.Section}__Secrets__0"] = rail.Secret;
        }

        return environment;
    }
}
