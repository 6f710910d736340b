using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Webhooks;

public sealed class WaitingKeysTests
{
    private readonly FixedClock _clock = new();

    [Test]
    public void The_key_asked_for_most_comes_first_and_among_equals_the_latest()
    {
        var keys = Create(10);
        foreach (var key in (string[])["a", "b", "c", "a", "d"])
        {
            keys.Ask(key);
        }

        Drain(keys).Should().Equal("a", "d", "c", "b");
    }

    [Test]
    public void A_flood_pushes_out_what_was_asked_for_least()
    {
        var keys = Create(3);
        keys.Ask("real");
        keys.Ask("real");
        for (var i = 0; i < 1000; i++)
        {
            keys.Ask($"made-up-{i}");
        }

        keys.Count.Should().Be(3);
        Drain(keys).Should().Equal("real", "made-up-999", "made-up-998");
    }

    [Test]
    public void Who_asked_long_ago_counts_as_one_who_never_asked()
    {
        var keys = Create(2);
        keys.Ask("old");
        keys.Ask("old");
        _clock.Now += TimeSpan.FromMinutes(2);
        keys.Ask("new");
        keys.Ask("newer");

        Drain(keys).Should().Equal("newer", "new");
    }

    private static IEnumerable<string> Drain(WaitingKeys keys)
    {
        while (keys.Take() is { } key)
        {
            yield return key;
        }
    }

    private WaitingKeys Create(int capacity) => new(capacity, TimeSpan.FromMinutes(1), _clock);
}
