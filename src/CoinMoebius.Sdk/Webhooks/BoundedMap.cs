namespace CoinMoebius.Sdk.Webhooks;

/// <summary>A map that forgets its oldest entries. Not safe for concurrent use: its owner holds a lock.</summary>
internal sealed class BoundedMap<TKey, TValue>(int capacity, Func<TValue, bool>? mayForget = null)
    where TKey : notnull
    where TValue : class
{
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = new();

    public TValue? Find(TKey key) => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Replaces a value in place, or adds it and forgets the oldest that may be forgotten; false when there is none.</summary>
    public bool TrySet(TKey key, TValue value)
    {
        if (!_values.ContainsKey(key))
        {
            if (_values.Count >= capacity && !TryForget())
            {
                return false;
            }

            _order.Enqueue(key);
        }

        _values[key] = value;
        return true;
    }

    private bool TryForget()
    {
        for (var left = _order.Count; left > 0; left--)
        {
            var oldest = _order.Dequeue();
            if (mayForget is null || mayForget(_values[oldest]))
            {
                return _values.Remove(oldest);
            }

            _order.Enqueue(oldest);
        }

        return false;
    }
}
