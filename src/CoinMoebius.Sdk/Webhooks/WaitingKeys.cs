namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Decides which key is next when callers can name more keys than may be looked up: the most requested one, among equals the latest. A
/// made-up key is requested once, a real one repeatedly. To keep out real keys, an attacker has to request each fake key as often, and a
/// served key no longer waits. Bounded. Not thread-safe: its owner holds a lock.
/// </summary>
/// <param name="capacity">The maximum number of waiting keys; a new key replaces the least requested one, among equals the oldest.</param>
/// <param name="lifetime">How long a key waits after its last request.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class WaitingKeys(int capacity, TimeSpan lifetime, TimeProvider timeProvider)
{
    private static readonly IComparer<Waiting> ByTurn = Comparer<Waiting>.Create(static (x, y) =>
        x.Asks != y.Asks ? x.Asks.CompareTo(y.Asks) : x.Sequence.CompareTo(y.Sequence));

    private readonly Dictionary<string, Waiting> _keys = new(StringComparer.Ordinal);
    private readonly SortedSet<Waiting> _turns = new(ByTurn);
    private long _sequence;

    public int Count => _keys.Count;

    /// <summary>Counts a request for a key.</summary>
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
            // An expired key at the front would block the others.
            Remove(_turns.Max!.Until < now ? _turns.Max : _turns.Min!);
        }

        var waiting = new Waiting(key, asks, ++_sequence, now + lifetime);
        _keys.Add(key, waiting);
        _turns.Add(waiting);
    }

    /// <summary>Takes the next key; null when none waits.</summary>
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
