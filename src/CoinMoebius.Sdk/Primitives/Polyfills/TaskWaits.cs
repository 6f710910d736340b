#if NETSTANDARD2_0
namespace CoinMoebius.Sdk;

/// <summary>Waits for a shared task with a token of its own, for .NET Standard.</summary>
internal static class TaskWaits
{
    public static async Task WaitAsync(this Task task, CancellationToken cancellationToken)
    {
        var gone = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => gone.TrySetCanceled(cancellationToken)))
        {
            await (await Task.WhenAny(task, gone.Task).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    public static async Task<T> WaitAsync<T>(this Task<T> task, CancellationToken cancellationToken)
    {
        await WaitAsync((Task)task, cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }
}
#endif
