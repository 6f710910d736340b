namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>Never answers: says that it was asked, and gives up when it is told to.</summary>
internal sealed class SilentHandler(TaskCompletionSource asked) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        asked.TrySetResult();
        return await never.Task;
    }
}
