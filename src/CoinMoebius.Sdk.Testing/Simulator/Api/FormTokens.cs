namespace CoinMoebius.Sdk.Testing;

/// <summary>The tokens that open a payment page by a form post. They live 15 minutes, as those of Accept Hosted do.</summary>
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

    /// <summary>The transaction of a live token, else null.</summary>
    public string? Find(string token)
    {
        lock (_gate)
        {
            return _tokens.TryGetValue(token, out var found) && timeProvider.GetUtcNow() < found.Expires ? found.TransactionId : null;
        }
    }
}
