using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.Tests.Webhooks;

public sealed class ConfirmationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task An_answer_is_an_answer() => (await Ask(_ => Task.FromResult(7))).Should().Be(7);

    [Test]
    public async Task No_answer_in_time_says_nothing_about_the_delivery()
    {
        var asking = Ask(Never);

        _clock.Advance(Limit - TimeSpan.FromTicks(1));
        asking.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));

        await asking.Awaiting(task => task).Should().ThrowAsync<WebhookVerificationUnavailableException>().WithMessage("Nobody answered.");
    }

    [Test]
    public async Task Whatever_goes_wrong_is_kept_as_the_cause()
    {
        var cause = new InvalidDataException("strange");

        (await FluentActions.Awaiting(() => Ask(_ => Task.FromException<int>(cause))).Should().ThrowAsync<WebhookVerificationUnavailableException>())
            .WithInnerException<InvalidDataException>().Which.Should().BeSameAs(cause);
    }

    [Test]
    public async Task Wrong_options_and_a_clear_word_pass_as_they_are()
    {
        var options = new OptionsValidationException("", typeof(string), ["no key"]);
        var word = new WebhookVerificationUnavailableException("the certificate");

        (await FluentActions.Awaiting(() => Ask(_ => Task.FromException<int>(options))).Should().ThrowAsync<OptionsValidationException>()).Which.Should().BeSameAs(options);
        (await FluentActions.Awaiting(() => Ask(_ => Task.FromException<int>(word))).Should().ThrowAsync<WebhookVerificationUnavailableException>()).Which.Should().BeSameAs(word);
    }

    [Test]
    public async Task Who_hangs_up_is_told_so()
    {
        using var caller = new CancellationTokenSource();
        var asking = Ask(Never, caller.Token);

        await caller.CancelAsync();

        await asking.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    private Task<int> Ask(Func<CancellationToken, Task<int>> ask, CancellationToken cancellationToken = default) =>
        Confirmation.AskAsync(ask, Limit, "Nobody answered.", _clock, cancellationToken);

    private static async Task<int> Never(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource();
        using var registration = cancellationToken.Register(() => ended.TrySetCanceled(cancellationToken));
        await ended.Task;
        return 0;
    }
}
