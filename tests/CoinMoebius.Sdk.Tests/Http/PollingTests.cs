using System.Net;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Http;

public sealed class PollingTests
{
    private readonly TestGateway _gateway = new(options => (options.MaxRetries, options.AttemptTimeout, options.TotalTimeout) = (0, TimeSpan.FromHours(1), TimeSpan.FromHours(1)));

    [Test]
    public async Task It_yields_each_change_once_and_ends_at_the_final_state()
    {
        Answers(1, 1, 2, 2, 9);

        var (states, watching) = Watch();
        await _gateway.Clock.RunAsync(watching);

        states.Should().Equal(1, 2, 9);
        _gateway.Calls.Should().HaveCount(5);
    }

    [Test]
    public async Task A_final_state_at_once_takes_one_call()
    {
        Answers(9);

        var (states, watching) = Watch();
        await watching;

        states.Should().Equal(9);
        _gateway.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task Pauses_grow_by_half_up_to_the_longest_and_begin_anew_after_a_change()
    {
        Answers(1, 1, 1, 2, 9);

        var (_, watching) = Watch();
        await _gateway.Clock.RunAsync(watching);

        Seconds().Should().Equal(0, 2, 5, 9.5, 11.5);
    }

    [Test]
    public async Task What_may_pass_does_not_end_it_and_the_apis_wish_to_wait_counts()
    {
        _gateway.Answer(HttpStatusCode.InternalServerError, "{}").Refuse().Answer((HttpStatusCode)429, "{}", "60").Answer(HttpStatusCode.OK, """{"state":9}""");

        var (states, watching) = Watch();
        await _gateway.Clock.RunAsync(watching);

        states.Should().Equal(9);
        Seconds().Should().Equal(0, 2, 5, 65);
    }

    [Test]
    public async Task What_does_not_pass_ends_it()
    {
        _gateway.Answer(HttpStatusCode.NotFound, "{}");

        var (_, watching) = Watch();

        await FluentActions.Awaiting(() => watching).Should().ThrowAsync<CoinMoebiusNotFoundException>();
    }

    [Test]
    public async Task The_token_ends_a_pause()
    {
        using var source = new CancellationTokenSource();
        Answers(1);

        var (states, watching) = Watch(source.Token);
        await source.CancelAsync();

        await FluentActions.Awaiting(() => watching).Should().ThrowAsync<OperationCanceledException>();
        states.Should().Equal(1);
    }

    private void Answers(params int[] states)
    {
        foreach (var state in states)
        {
            _gateway.Answer(HttpStatusCode.OK, $$"""{"state":{{state}}}""");
        }
    }

    private (List<int> States, Task Watching) Watch(CancellationToken cancellationToken = default)
    {
        var states = new List<int>();
        return (states, RunAsync());

        async Task RunAsync()
        {
            var watch = Polling.WatchAsync(
                token => _gateway.Api.SendAsync(ApiCall.Get("things/a"), AcmeJson.Default.AcmeThing, token),
                thing => thing.State, thing => thing.State == 9, () => _gateway.Api.Options, _gateway.Clock, () => 0.5, cancellationToken);
            await foreach (var thing in watch)
            {
                states.Add(thing.State);
            }
        }
    }

    private IEnumerable<double> Seconds()
    {
        var start = _gateway.Calls.First().At;
        return _gateway.Calls.Select(call => (call.At - start).TotalSeconds);
    }
}
