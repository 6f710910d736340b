namespace CoinMoebius.Sdk.Http;

/// <summary>
/// What was sent for one call, and what became of it. Decides what may still be sent, whoever asks: our own retries, those of handlers
/// of others, or several side by side.
/// </summary>
/// <param name="rule">When the call may be sent again.</param>
/// <param name="maxRetries">How often; with 0 handlers of others decide how often, and the rule whether.</param>
/// <param name="sending">Called before each send; may be null.</param>
internal sealed class SendLog(ApiRetry rule, int maxRetries, Action? sending)
{
    private readonly object _gate = new();
    private int _count;
    private int _running;
    private SendOutcome? _last;
    private TaskCompletionSource<bool>? _ended;

    /// <summary>How many sends have begun.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>What became of the send that ended last.</summary>
    public SendOutcome? Last => Volatile.Read(ref _last);

    /// <summary>
    /// Begins a send, and gives null; or gives what became of the last one, where another send is not allowed. Whether it is may depend
    /// on one that is on its way, so that this one waits for it.
    /// </summary>
    public async ValueTask<SendOutcome?> BeginAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task ended;
            lock (_gate)
            {
                if (MaySend())
                {
                    _count++;
                    _running++;
                    break;
                }

                if (_running == 0)
                {
                    return _last;
                }

                _ended ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                ended = _ended.Task;
            }

            await ended.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        sending?.Invoke();
        return null;
    }

    public void End(SendOutcome outcome)
    {
        TaskCompletionSource<bool>? ended;
        lock (_gate)
        {
            _running--;
            _last = outcome;
            (ended, _ended) = (_ended, null);
        }

        ended?.TrySetResult(true);
    }

    private bool MaySend()
    {
        if (_count == 0)
        {
            return true;
        }

        if (rule == ApiRetry.Never || (maxRetries > 0 && _count > maxRetries) || _last?.IsForeign is true)
        {
            return false;
        }

        return rule == ApiRetry.Idempotent || (_running == 0 && _last!.MayRetry(rule));
    }
}
