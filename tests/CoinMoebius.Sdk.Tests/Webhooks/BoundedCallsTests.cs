using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Webhooks;

public sealed class BoundedCallsTests
{
    private readonly BoundedCalls _calls = new(running: 2, waiting: 3);
    private readonly TaskCompletionSource<int> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _started;

    [Test]
    public async Task So_many_run_so_many_wait_and_the_next_is_turned_away_at_once()
    {
        var present = Enumerable.Range(0, 5).Select(_ => AskAsync()).ToArray();

        _started.Should().Be(2, "those who wait have made nothing yet");
        var next = AskAsync();
        next.IsFaulted.Should().BeTrue();
        await next.Awaiting(task => task).Should().ThrowAsync<WebhookVerificationUnavailableException>();

        _answer.SetResult(7);
        (await Task.WhenAll(present)).Should().OnlyContain(answer => answer == 7);
        _started.Should().Be(5);
    }

    [Test]
    public async Task Who_leaves_or_fails_leaves_his_place_to_the_next()
    {
        using var impatience = new CancellationTokenSource();
        _ = Enumerable.Range(0, 2).Select(_ => AskAsync()).ToArray();
        var impatient = Enumerable.Range(0, 3).Select(_ => AskAsync(impatience.Token)).ToArray();
        await impatience.CancelAsync();
        foreach (var one in impatient)
        {
            await one.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        }

        var patient = AskAsync();
        patient.IsCompleted.Should().BeFalse("there is room again");
        _answer.SetException(new InvalidOperationException("No answer."));
        await patient.Awaiting(task => task).Should().ThrowAsync<InvalidOperationException>();

        (await _calls.RunAsync(() => Task.FromResult(1), CancellationToken.None)).Should().Be(1);
    }

    private Task<int> AskAsync(CancellationToken cancellationToken = default) => _calls.RunAsync(
        () =>
        {
            Interlocked.Increment(ref _started);
            return _answer.Task;
        },
        cancellationToken);
}
