using CoinMoebius.Sdk.Client.Statuses;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.Tests.Webhooks;

public sealed class PaymentStatusLookupTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly PaymentStatusSourceOptions _options = new();
    private int _calls;
    private int _madeUp;

    [TestCase(30, 3 * 24 * 60, Category = Exhaustive.Category)]
    [TestCase(300, 3 * 60)]
    public async Task Made_up_ids_do_not_keep_a_buyer_from_his_payment(int perMinute, int minutes)
    {
        var lookup = Create(id => id.StartsWith("tx_real", StringComparison.Ordinal));
        var refused = 0;
        for (var minute = 0; minute < minutes; minute++)
        {
            for (var i = 0; i < perMinute; i++)
            {
                await AskAsync(lookup, $"tx_{_madeUp++}");
            }

            // Each hour another buyer, whom nobody has seen before.
            refused += (await AskAsync(lookup, $"tx_real_{minute / 60}")).Found ? 0 : 1;
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        // Two refusals for each buyer at most, and his page asks every few seconds.
        refused.Should().BeLessOrEqualTo(2 * minutes / 60);
        _calls.Should().BeLessOrEqualTo(minutes * (_options.MaxUnknownCallsPerMinute + 1));
    }

    [Test]
    public async Task An_id_that_was_once_found_has_calls_that_strangers_cannot_spend()
    {
        var lookup = Create(id => id == "tx_1");
        await AskAsync(lookup, "tx_1");
        await SpendAsync(lookup);
        _clock.Advance(_options.CacheDuration);
        var before = _calls;

        (await AskAsync(lookup, "tx_1")).Found.Should().BeTrue();
        _calls.Should().Be(before + 1);
    }

    [Test]
    public async Task An_id_that_the_server_has_written_has_calls_that_strangers_cannot_spend()
    {
        var lookup = Create(id => id == "tx_1");
        await SpendAsync(lookup);

        (await lookup.FindAsync("tx_1", isKnown: true, CancellationToken.None))!.PaymentId.Should().Be("tx_1");
    }

    [Test]
    public async Task Buyers_who_ask_too_often_get_the_last_answer()
    {
        _options.MaxCallsPerMinute = 2;
        var lookup = Create(_ => true);
        for (var i = 0; i < 6; i++)
        {
            (await AskAsync(lookup, "tx_1")).Found.Should().BeTrue();
            _clock.Advance(_options.CacheDuration);
        }

        _calls.Should().Be(3, "the first was about an id that nobody knew yet");
        (await lookup.FindAsync("tx_2", isKnown: true, CancellationToken.None)).Should().BeNull("there is no answer to give, and the caller has a record");
    }

    [Test]
    public async Task That_an_id_is_unknown_is_remembered_for_a_while()
    {
        var lookup = Create(_ => false);
        for (var i = 0; i < 10; i++)
        {
            (await AskAsync(lookup, "tx_1")).Should().Be((false, false));
        }

        _clock.Advance(_options.UnknownCacheDuration - TimeSpan.FromSeconds(1));
        await AskAsync(lookup, "tx_1");
        _calls.Should().Be(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(lookup, "tx_1");
        _calls.Should().Be(2);
    }

    [Test]
    public async Task Made_up_ids_do_not_push_out_the_answers_about_real_ones()
    {
        var lookup = Create(id => id == "tx_1", capacity: 4);
        await AskAsync(lookup, "tx_1");
        for (var i = 0; i < 10; i++)
        {
            await AskAsync(lookup, $"tx_made_up_{i}");
        }

        var before = _calls;
        (await AskAsync(lookup, "tx_1")).Found.Should().BeTrue();
        _calls.Should().Be(before);
    }

    private static async Task<(bool Found, bool Refused)> AskAsync(PaymentStatusLookup lookup, string id)
    {
        try
        {
            return (await lookup.FindAsync(id, isKnown: false, CancellationToken.None) is not null, false);
        }
        catch (CoinMoebiusException)
        {
            // Between two requests there is time to ask about what was put first.
            await lookup.EndOfCallsAsync();
            return (false, true);
        }
    }

    private async Task SpendAsync(PaymentStatusLookup lookup)
    {
        for (var i = 0; i < _options.MaxUnknownCallsPerMinute; i++)
        {
            await AskAsync(lookup, $"tx_made_up_{i}");
        }
    }

    private PaymentStatusLookup Create(Func<string, bool> exists, int capacity = 10_000) => new(
        (id, _) =>
        {
            Interlocked.Increment(ref _calls);
            return Task.FromResult(exists(id) ? new PaymentStatusReport { PaymentId = id, Status = PaymentStatus.Pending } : null);
        },
        () => _options,
        capacity,
        _clock);
}
