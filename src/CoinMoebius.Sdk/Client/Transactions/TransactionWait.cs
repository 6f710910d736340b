namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>One wait: it ends with the transaction, a failure, the timeout or the caller's cancellation, whichever comes first.</summary>
internal sealed class TransactionWait : IObserver<Transaction>
{
    // Continuations run on another thread, so that they cannot hold up the polling of others.
    private readonly TaskCompletionSource<Transaction> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private readonly WaitOptions _options;
    private readonly IProgress<Transaction>? _progress;
    private readonly CancellationToken _cancellationToken;
    private PollSubscription? _subscription;
    private ITimer? _timer;
    private CancellationTokenRegistration _registration;
    private Transaction? _last;
    private bool _ended;

    private TransactionWait(WaitOptions options, IProgress<Transaction>? progress, CancellationToken cancellationToken)
    {
        _options = options;
        _progress = progress;
        _cancellationToken = cancellationToken;
    }

    public Task<Transaction> Task => _completion.Task;

    /// <exception cref="ObjectDisposedException">Polling has ended.</exception>
    public static TransactionWait Start(
        PollScheduler scheduler, string id, WaitOptions options, IProgress<Transaction>? progress, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var wait = new TransactionWait(options, progress, cancellationToken);
        lock (wait._gate)
        {
            wait._subscription = scheduler.Subscribe(id, wait);
            if (options.Timeout is { } timeout && timeout != Timeout.InfiniteTimeSpan)
            {
                wait._timer = timeProvider.CreateTimer(static wait => ((TransactionWait)wait!).TimeOut(), wait, timeout, Timeout.InfiniteTimeSpan);
            }
        }

        var registration = cancellationToken.Register(static wait => ((TransactionWait)wait!).Leave(), wait);
        lock (wait._gate)
        {
            wait._registration = registration;
            if (!wait._ended)
            {
                registration = default;
            }
        }

        // Ended meanwhile: a long-lived token must not keep the wait alive.
        registration.Dispose();

        if (wait._subscription.Known is { } known)
        {
            wait.OnNext(known);
        }

        scheduler.Pump();
        return wait;
    }

    public void OnNext(Transaction value)
    {
        lock (_gate)
        {
            // Two threads may deliver changes in the wrong order.
            if (_ended || !value.Replaces(_last) || !value.DiffersFrom(_last))
            {
                return;
            }

            _last = value;
        }

        try
        {
            _progress?.Report(value);
            if (_options.Until?.Invoke(value) ?? value.Status.IsFinal)
            {
                End(completion => completion.TrySetResult(value));
            }
        }
        catch (Exception exception)
        {
            OnError(exception);
        }
    }

    public void OnError(Exception error) => End(completion => completion.TrySetException(error));

    public void OnCompleted()
    {
    }

    /// <summary>Ends the wait without a result.</summary>
    public void Leave() => End(completion => completion.TrySetCanceled(_cancellationToken));

    private void TimeOut() => End(completion => completion.TrySetException(
        new CoinMoebiusTimeoutException(_options.Timeout.GetValueOrDefault(), _last, _subscription!.LastFailure)));

    private void End(Action<TaskCompletionSource<Transaction>> complete)
    {
        CancellationTokenRegistration registration;
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            registration = _registration;
        }

        complete(_completion);
        registration.Dispose();
        _timer?.Dispose();
        _subscription?.Dispose();
    }
}
