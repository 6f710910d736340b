using System.Collections.Concurrent;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>Takes stored events, oldest first, and has them handled: those of one payment one after the other, others side by side.</summary>
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

    // Taken, and not yet begun: as many as run, so that a busy process asks the database once for many.
    private readonly ConcurrentQueue<LeasedEvent> _ready = new();
    private readonly HashSet<Task> _workers = [];
    private readonly ConcurrentDictionary<long, LeasedEvent> _mine = new();
    private int _busy;
    private long _from;

    /// <summary>Ends the start of the host when the context has no inbox, or its database is none that is known.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        database.Check();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting.
        await Task.Yield();
        using var handling = new CancellationTokenSource();
        var renewing = RenewAsync(handling.Token);
        try
        {
            await DispatchAsync(handling.Token, stoppingToken).ConfigureAwait(false);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // Whatever the database says to that.
        }

        await DrainAsync(handling).ConfigureAwait(false);
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Keeps what waits for its turn. What is being handled is kept by its transaction.</summary>
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

            // Taken before the look, so that nothing which comes after it is missed.
            var (wake, from) = signal.Take();
            var untilAll = interval - timeProvider.GetElapsedTime(lookedThrough);
            var isThrough = untilAll <= TimeSpan.Zero;
            if (isThrough)
            {
                // Nothing tells of pauses and leases that end, however much else does.
                (from, lookedThrough, untilAll) = (0, timeProvider.GetTimestamp(), options.Current.PollInterval);
            }

            _from = Math.Min(_from, from);
            try
            {
                var isMore = await TakeAsync(handling, stopping).ConfigureAwait(false);
                if (isThrough)
                {
                    // With one writer most of the time is spent in its queue.
                    var took = database.HasOneWriter ? TimeSpan.Zero : timeProvider.GetElapsedTime(lookedThrough);
                    interval = LookInterval.After(took, options.Current.PollInterval);
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

    /// <summary>Keeps the workers busy, and takes events for them to go on with; true when there may be more.</summary>
    private async Task<bool> TakeAsync(CancellationToken handling, CancellationToken stopping)
    {
        var settings = options.Current;

        // Where there is one writer, more than one worker would only stand before accepted deliveries in its queue.
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
            // Nothing is known to do this. What was taken comes again when its lease ends.
            InboxLog.WorkerFailed(logger, exception);
        }

        // First free, then the signal: what became ready meanwhile finds a worker.
        Interlocked.Decrement(ref _busy);
        signal.Set(InboxSignal.After);
    }

    /// <summary>Handles what is ready, until nothing is.</summary>
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
                // Or its lease would be prolonged for ever.
                _mine.TryRemove(KeyValuePair.Create(next.Id, next));
            }

            // The next event of this payment comes after it.
            signal.Note(next.Id);
            if (Volatile.Read(ref _busy) > options.Current.MaxParallelism)
            {
                // Fewer are wanted than when it was started.
                return;
            }
        }
    }

    /// <summary>Lets what is running end, and stops it when it takes too long.</summary>
    private async Task DrainAsync(CancellationTokenSource handling)
    {
        var all = Task.WhenAll(_workers);
        await all.WaitAsync(options.Current.DrainTimeout, timeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await handling.CancelAsync().ConfigureAwait(false);
        await all.ConfigureAwait(false);

        // Taken as the stop came, when every worker had gone.
        while (_ready.TryDequeue(out var left))
        {
            await attempt.ReleaseAsync(left).ConfigureAwait(false);
        }
    }

    private long Now() => timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
}
