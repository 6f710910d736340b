namespace CoinMoebius.Sdk.Testing;

/// <summary>The tokens that open a payment page by a form post. They are valid for 15 minutes, like those of Accept Hosted.</summary>
internal sealed class FormTokens(TimeProvider timeProvider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string TransactionId, DateTimeOffset Expires)> _tokens = new(StringComparer.Ordinal);

    public void Add(string token, string transactionId)
    {
        lock (_gate)
        {
            _tokens[token] = (transactionId, timeProvider.GetUtcNow() + Lifetime);
        }
    }

    /// <summary>The transaction of a valid token; otherwise null.</summary>
    public string? Find(string token)
    {
        lock (_gate)
        {
            return _tokens.TryGetValue(token, out var found) && timeProvider.GetUtcNow() < found.Expires ? found.TransactionId : null;
        }
    }
}
