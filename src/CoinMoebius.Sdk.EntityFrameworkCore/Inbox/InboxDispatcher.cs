using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Takes stored events, oldest first, and has them handled: those of one payment one after the other, others side by side.</summary>
internal sealed class InboxDispatcher<TContext>(
    InboxDatabase<TContext> database,
    InboxAttempt<TContext> attempt,
    InboxSignal signal,
    IOptionsMonitor<EntityFrameworkInboxOptions> options,
    TimeProvider timeProvider,
    ILogger<InboxDispatcher<TContext>> logger) : BackgroundService
    where TContext : DbContext
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly HashSet<Task> _running = [];

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
        try
        {
            await DispatchAsync(handling.Token, stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await DrainAsync(handling).ConfigureAwait(false);
    }

    private async Task DispatchAsync(CancellationToken handling, CancellationToken stopping)
    {
        var pause = FirstPause;
        while (true)
        {
            stopping.ThrowIfCancellationRequested();

            // Taken before the look, so that nothing which comes after it is missed.
            var wake = signal.Next();
            _running.RemoveWhere(static task => task.IsCompleted);
            try
            {
                if (!await StartAsync(handling, stopping).ConfigureAwait(false))
                {
                    await wake.WaitAsync(options.CurrentValue.PollInterval, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                pause = FirstPause;
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                InboxLog.ReadFailed(logger, pause, exception);
                await Task.Delay(pause, timeProvider, stopping).ConfigureAwait(false);
                pause = pause + pause < LongestPause ? pause + pause : LongestPause;
            }
        }
    }

    /// <summary>Starts as many events as there is room for; true when there may be more.</summary>
    private async Task<bool> StartAsync(CancellationToken handling, CancellationToken stopping)
    {
        var settings = options.CurrentValue;
        var room = settings.MaxParallelism - _running.Count;
        if (room <= 0)
        {
            return false;
        }

        var leased = await database.UseAsync(
            (store, token) => store.LeaseAsync(room, Now(), settings.LeaseDuration, token), stopping).ConfigureAwait(false);
        foreach (var next in leased)
        {
            _running.Add(RunAsync(next, handling));
        }

        return leased.Count == room;
    }

    private async Task RunAsync(LeasedEvent leased, CancellationToken handling)
    {
        await Task.Yield();
        await attempt.RunAsync(leased, handling).ConfigureAwait(false);

        // There is room again, and the next event of this payment may go.
        signal.Set();
    }

    /// <summary>Lets what is running end, and stops it when it takes too long.</summary>
    private async Task DrainAsync(CancellationTokenSource handling)
    {
        var all = Task.WhenAll(_running);
        await all.WaitAsync(options.CurrentValue.DrainTimeout, timeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await handling.CancelAsync().ConfigureAwait(false);
        await all.ConfigureAwait(false);
    }

    private long Now() => timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
}
