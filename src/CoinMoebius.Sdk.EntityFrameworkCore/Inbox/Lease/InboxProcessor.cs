using System.Collections.Concurrent;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>Takes stored events, oldest first, and handles them: those of one payment one after the other, others in parallel.</summary>
internal sealed class InboxProcessor<TContext>(
    InboxDatabase<TContext> database,
    InboxAttempt<TContext> attempt,
    InboxSignal signal,
    InboxSettings options,
    TimeProvider timeProvider,
    ILogger<InboxProcessor<TContext>> logger) : BackgroundService
    where TContext : DbContext
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    // Leased events that have not started: as many as run, so that a busy process leases many with one query.
    private readonly ConcurrentQueue<LeasedEvent> _ready = new();
    private readonly HashSet<Task> _workers = [];
    private readonly ConcurrentDictionary<long, LeasedEvent> _mine = new();
    private int _busy;
    private long _from;

    /// <summary>Fails the start of the host when the context has no inbox, or its database is not supported.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        database.Check();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host continues to start.
        await Task.Yield();
        using var handling = new CancellationTokenSource();
        var renewing = RenewAsync(handling.Token);
        try
        {
            await DispatchAsync(handling.Token, stoppingToken).ConfigureAwait(false);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The database may throw anything when the host stops.
        }

        await DrainAsync(handling).ConfigureAwait(false);
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Renews the leases of events that wait for their turn. The transaction of an attempt holds the others.</summary>
    private async Task RenewAsync(CancellationToken handling)
    {
        while (true)
        {
            var duration = options.Current.LeaseDuration;
            await Task.Delay(duration / 3, timeProvider, handling).ConfigureAwait(false);
            try
            {
                foreach (var lease in _mine.Values.GroupBy(leased => leased.Lease, leased => leased.Id))
                {
                    await database.UseAsync((session, token) => session.Lease.RenewAsync(lease.Key, [.. lease], Now(), duration, token), handling).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (!handling.IsCancellationRequested)
            {
                InboxLog.NotRenewed(logger, exception);
            }
        }
    }

    private async Task DispatchAsync(CancellationToken handling, CancellationToken stopping)
    {
        var pause = FirstPause;
        var (lookedThrough, interval) = (timeProvider.GetTimestamp(), options.Current.PollInterval);
        while (true)
        {
            stopping.ThrowIfCancellationRequested();

            // Taken before the query, so that no later signal is missed.
            var (wake, from) = signal.Take();
            var untilAll = interval - timeProvider.GetElapsedTime(lookedThrough);
            var isThrough = untilAll <= TimeSpan.Zero;
            if (isThrough)
            {
                // No signal announces the end of a pause or lease, so the whole table is queried at intervals.
                (from, lookedThrough, untilAll) = (0, timeProvider.GetTimestamp(), options.Current.PollInterval);
            }

            _from = Math.Min(_from, from);
            try
            {
                var isMore = await TakeAsync(handling, stopping).ConfigureAwait(false);
                if (isThrough)
                {
                    // With one writer, most of that time is spent in its queue.
                    var took = database.HasOneWriter ? TimeSpan.Zero : timeProvider.GetElapsedTime(lookedThrough);
                    interval = TablePollInterval.After(took, options.Current.PollInterval);
                }

                if (!isMore)
                {
                    await wake.WaitAsync(untilAll, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                pause = FirstPause;
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                if (await HostShutdown.IsNearAsync(exception, timeProvider, stopping).ConfigureAwait(false))
                {
                    continue;
                }

                _from = 0;
                InboxLog.ReadFailed(logger, pause, exception);
                await Task.Delay(pause, timeProvider, stopping).ConfigureAwait(false);
                pause = pause + pause < LongestPause ? pause + pause : LongestPause;
            }
        }
    }

    /// <summary>Starts workers and leases events for them; true when there may be more.</summary>
    private async Task<bool> TakeAsync(CancellationToken handling, CancellationToken stopping)
    {
        var settings = options.Current;

        // With one writer, more than one worker would only delay incoming deliveries in its queue.
        var workers = database.HasOneWriter ? 1 : settings.MaxParallelism;
        StartWorkers(workers, handling, stopping);
        var room = settings.MaxParallelism - _ready.Count;
        if (room <= settings.MaxParallelism / 2)
        {
            return false;
        }

        var leased = await database.UseAsync(
            (session, token) => session.Lease.TakeAsync(_from, room, Now(), settings.LeaseDuration, token), stopping).ConfigureAwait(false);
        foreach (var next in leased)
        {
            _mine[next.Id] = next;
            _ready.Enqueue(next);
        }

        if (leased.Count > 0)
        {
            _from = leased[0].Id;
        }

        StartWorkers(workers, handling, stopping);
        return leased.Count == room;
    }

    private void StartWorkers(int most, CancellationToken handling, CancellationToken stopping)
    {
        _workers.RemoveWhere(static worker => worker.IsCompleted);
        for (var ready = _ready.Count; ready > 0 && Volatile.Read(ref _busy) < most; ready--)
        {
            Interlocked.Increment(ref _busy);
            _workers.Add(WorkAsync(handling, stopping));
        }
    }

    private async Task WorkAsync(CancellationToken handling, CancellationToken stopping)
    {
        try
        {
            await Task.Yield();
            await HandleReadyAsync(handling, stopping).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // No known fault leads here. The events that were taken become due again when their leases end.
            InboxLog.WorkerFailed(logger, exception);
        }

        // The worker is free before the signal, so that events which became ready meanwhile find a worker.
        Interlocked.Decrement(ref _busy);
        signal.Set(InboxSignal.After);
    }

    /// <summary>Handles leased events until none is left.</summary>
    private async Task HandleReadyAsync(CancellationToken handling, CancellationToken stopping)
    {
        while (_ready.TryDequeue(out var next))
        {
            if (stopping.IsCancellationRequested)
            {
                _mine.TryRemove(KeyValuePair.Create(next.Id, next));
                await attempt.ReleaseAsync(next).ConfigureAwait(false);
                continue;
            }

            if (_ready.Count <= options.Current.MaxParallelism / 2)
            {
                signal.Set(InboxSignal.After);
            }

            try
            {
                await attempt.RunAsync(next, handling).ConfigureAwait(false);
            }
            finally
            {
                // Otherwise its lease would be renewed forever.
                _mine.TryRemove(KeyValuePair.Create(next.Id, next));
            }

            // The next event of this payment has a higher number.
            signal.Note(next.Id);
            if (Volatile.Read(ref _busy) > options.Current.MaxParallelism)
            {
                // The options now allow fewer workers.
                return;
            }
        }
    }

    /// <summary>Waits for running attempts, and cancels them when they take too long.</summary>
    private async Task DrainAsync(CancellationTokenSource handling)
    {
        var all = Task.WhenAll(_workers);
        await all.WaitAsync(options.Current.DrainTimeout, timeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await handling.CancelAsync().ConfigureAwait(false);
        await all.ConfigureAwait(false);

        // Events that were leased during the shutdown, after every worker had ended.
        while (_ready.TryDequeue(out var left))
        {
            await attempt.ReleaseAsync(left).ConfigureAwait(false);
        }
    }

    private long Now() => timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
}
