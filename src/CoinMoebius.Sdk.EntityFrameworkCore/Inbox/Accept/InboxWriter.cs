using System.Collections.Concurrent;
using System.Data.Common;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Accept;

/// <summary>
/// Writes deliveries to the database. Those that arrive during a write go together into the next one: a burst shares commits, and a single
/// delivery does not wait.
/// </summary>
internal sealed class InboxWriter<TContext>(
    InboxDatabase<TContext> database,
    InboxSettings options,
    TimeProvider timeProvider,
    ILogger<InboxWriter<TContext>> logger)
    where TContext : DbContext
{
    private const int MaxBatch = 32;

    // A responsive database never lets this many accumulate; each may be as large as the body limit.
    private const int MaxWaiting = 1000;

    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private readonly ResiliencePipeline _circuit = Circuit(options.Current.AcceptTimeout, timeProvider, logger);
    private int _isWriting;

    /// <summary>Stores a delivery.</summary>
    /// <exception cref="BrokenCircuitException">The circuit is open after failed writes.</exception>
    /// <exception cref="TimeoutException">The database does not respond, or too many deliveries wait for it.</exception>
    /// <exception cref="Exception">The delivery could not be stored.</exception>
    public async Task<AcceptResult> AddAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (_waiting.Count >= MaxWaiting)
        {
            throw new TimeoutException("Too many deliveries are waiting for the database.");
        }

        var waiting = new Waiting(new IncomingEvent(delivery));
        _waiting.Enqueue(waiting);
        Start();

        // A caller that stops waiting does not cancel the write that others wait for.
        var limit = options.Current.AcceptTimeout;
        return await waiting.Stored.Task.WaitAsync(limit + limit, timeProvider, cancellationToken).ConfigureAwait(false);
    }

    private void Start()
    {
        if (Interlocked.CompareExchange(ref _isWriting, 1, 0) == 0)
        {
            // A write serves many requests, so it must not run in the execution context of one.
            ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.WriteAllAsync(), this, preferLocal: true);
        }
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Waiting>(MaxBatch);
        while (true)
        {
            // Two events of one payment keep their order only in separate writes.
            while (batch.Count < MaxBatch && _waiting.TryPeek(out var next)
                && !batch.Exists(before => next.Event.Concerns(before.Event) && next.Event.EventId != before.Event.EventId))
            {
                _waiting.TryDequeue(out _);
                batch.Add(next);
            }

            if (batch.Count > 0)
            {
                await WriteAsync(batch).ConfigureAwait(false);
                batch.Clear();
                continue;
            }

            Interlocked.Exchange(ref _isWriting, 0);

            // A delivery may have been queued after the last check.
            if (_waiting.IsEmpty || Interlocked.CompareExchange(ref _isWriting, 1, 0) != 0)
            {
                return;
            }
        }
    }

    private async Task WriteAsync(List<Waiting> batch)
    {
        var started = timeProvider.GetTimestamp();
        try
        {
            await StoreAsync(batch).ConfigureAwait(false);
            return;
        }
        catch (DbException exception) when (batch.Count > 1 && !exception.IsTransient)
        {
            // One delivery may be at fault; store the others without it.
        }
        catch (Exception exception)
        {
            batch.ForEach(waiting => waiting.Stored.TrySetException(exception));
            return;
        }

        foreach (var waiting in batch)
        {
            try
            {
                if (timeProvider.GetElapsedTime(started) > options.Current.AcceptTimeout)
                {
                    throw new TimeoutException("The database did not respond in time.");
                }

                await StoreAsync([waiting]).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                waiting.Stored.TrySetException(exception);
            }
        }
    }

    private async Task StoreAsync(List<Waiting> batch)
    {
        var stored = await _circuit.ExecuteAsync(
            static async (state, token) => await state.Writer.StoreAsync([.. state.Batch.Select(waiting => waiting.Event)], token).ConfigureAwait(false),
            (Writer: this, Batch: batch)).ConfigureAwait(false);
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Stored.TrySetResult(stored[i]);
        }
    }

    private async ValueTask<AcceptResult[]> StoreAsync(IncomingEvent[] events, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Current.AcceptTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await database.UseAsync(
                (session, token) => session.Accept.AddAsync(events, timeProvider.GetUtcNow().ToUnixTimeMilliseconds(), token), either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException("The database did not respond in time.", exception);
        }
    }

    // While the database is down, deliveries fail at once and one write every two seconds probes it. A database that hangs fails one write
    // at a time, each after its full timeout.
    private static ResiliencePipeline Circuit(TimeSpan timeout, TimeProvider timeProvider, ILogger logger) => new ResiliencePipelineBuilder { TimeProvider = timeProvider }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.9,
            MinimumThroughput = 3,
            SamplingDuration = TimeSpan.FromSeconds(Math.Max(10, 5 * timeout.TotalSeconds)),
            BreakDuration = TimeSpan.FromSeconds(2),
            ShouldHandle = static arguments => new(arguments.Outcome.Exception is not null),
            OnOpened = opened =>
            {
                InboxLog.CircuitOpened(logger, opened.Outcome.Exception);
                return default;
            },
            OnClosed = _ =>
            {
                InboxLog.CircuitClosed(logger);
                return default;
            },
        })
        .Build();

    private sealed class Waiting(IncomingEvent incoming)
    {
        public IncomingEvent Event { get; } = incoming;

        public TaskCompletionSource<AcceptResult> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
