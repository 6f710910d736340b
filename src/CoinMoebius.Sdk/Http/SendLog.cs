namespace CoinMoebius.Sdk.Http;

/// <summary>
/// The sends of one call and their outcomes. It decides on each further send, including retries by the SDK or by other handlers and
/// concurrent ones.
/// </summary>
/// <param name="rule">When the call may be sent again.</param>
/// <param name="maxRetries">The maximum number of retries; with 0 other handlers decide on the number, and the rule still applies.</param>
/// <param name="sending">Called before each send; may be null.</param>
internal sealed class SendLog(ApiRetry rule, int maxRetries, Action? sending)
{
    private readonly object _gate = new();
    private int _count;
    private int _running;
    private SendOutcome? _last;
    private TaskCompletionSource<bool>? _ended;

    /// <summary>The number of sends started.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The outcome of the send that ended last.</summary>
    public SendOutcome? Last => Volatile.Read(ref _last);

    /// <summary>
    /// Begins a send and returns null, or returns the last outcome if another send is not allowed. If that depends on a running send, the
    /// method waits for it.
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
