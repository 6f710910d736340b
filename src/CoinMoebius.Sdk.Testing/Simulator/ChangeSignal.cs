namespace CoinMoebius.Sdk.Testing;

/// <summary>Lets code wait until a condition over changing state holds, without polling.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = Create();

    public void Raise() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    public async Task<T> WaitAsync<T>(Func<T?> find, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            // Taken before the check, so that a change between check and wait is not missed.
            var next = Volatile.Read(ref _next).Task;
            if (find() is { } found)
            {
                return found;
            }

            await next.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
