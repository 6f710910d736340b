namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Whose turn it is when strangers can name more keys than may be looked up: the key that is asked for most, among equals the latest.
/// A made-up key is asked for once, a real one again and again; so whoever wants to keep real ones out has to ask for each of his
/// as often, and one that is answered is out of the way. Bounded. Not safe for concurrent use: its owner holds a lock.
/// </summary>
/// <param name="capacity">How many keys wait at most; the one asked for least, among equals the oldest, gives way to a new one.</param>
/// <param name="lifetime">How long after it was last asked for a key still waits.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class WaitingKeys(int capacity, TimeSpan lifetime, TimeProvider timeProvider)
{
    private static readonly IComparer<Waiting> ByTurn = Comparer<Waiting>.Create(static (x, y) =>
        x.Asks != y.Asks ? x.Asks.CompareTo(y.Asks) : x.Sequence.CompareTo(y.Sequence));

    private readonly Dictionary<string, Waiting> _keys = new(StringComparer.Ordinal);
    private readonly SortedSet<Waiting> _turns = new(ByTurn);
    private long _sequence;

    public int Count => _keys.Count;

    /// <summary>Notes that a key is asked for.</summary>
    public void Ask(string key)
    {
        var now = timeProvider.GetUtcNow();
        var asks = 1;
        if (_keys.TryGetValue(key, out var known))
        {
            asks = known.Until < now ? 1 : known.Asks + 1;
            Remove(known);
        }
        else if (_keys.Count >= capacity)
        {
            // What stands first but has waited too long stands in the way.
            Remove(_turns.Max!.Until < now ? _turns.Max : _turns.Min!);
        }

        var waiting = new Waiting(key, asks, ++_sequence, now + lifetime);
        _keys.Add(key, waiting);
        _turns.Add(waiting);
    }

    /// <summary>Takes the key whose turn it is; null when none waits.</summary>
    public string? Take()
    {
        var now = timeProvider.GetUtcNow();
        while (_turns.Max is { } next)
        {
            Remove(next);
            if (next.Until >= now)
            {
                return next.Key;
            }
        }

        return null;
    }

    private void Remove(Waiting waiting)
    {
        _keys.Remove(waiting.Key);
        _turns.Remove(waiting);
    }

    private sealed record Waiting(string Key, int Asks, long Sequence, DateTimeOffset Until);
}
