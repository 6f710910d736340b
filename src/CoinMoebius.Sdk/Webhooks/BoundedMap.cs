namespace CoinMoebius.Sdk.Webhooks;

/// <summary>A map that evicts its oldest entries. Not thread-safe: its owner holds a lock.</summary>
internal sealed class BoundedMap<TKey, TValue>(int capacity, Func<TValue, bool>? canEvict = null)
    where TKey : notnull
    where TValue : class
{
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = new();

    public TValue? Find(TKey key) => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Replaces a value in place, or adds it and evicts the oldest evictable one; false when there is none.</summary>
    public bool TrySet(TKey key, TValue value)
    {
        if (!_values.ContainsKey(key))
        {
            if (_values.Count >= capacity && !TryEvict())
            {
                return false;
            }

            _order.Enqueue(key);
        }

        _values[key] = value;
        return true;
    }

    private bool TryEvict()
    {
        for (var left = _order.Count; left > 0; left--)
        {
            var oldest = _order.Dequeue();
            if (canEvict is null || canEvict(_values[oldest]))
            {
                return _values.Remove(oldest);
            }

            _order.Enqueue(oldest);
        }

        return false;
    }
}
