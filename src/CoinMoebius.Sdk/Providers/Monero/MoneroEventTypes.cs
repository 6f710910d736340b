namespace CoinMoebius.Sdk.Providers.Monero;

/// <summary>
/// The statuses that a Coin Moebius indexer reports, as they stand in <c>WebhookEvent.EventType</c>: its webhooks have no other name. A
/// status that is not listed here counts as pending. Source: github.com/aquarian-metals/coin-moebius, packages/providers/monero.
/// </summary>
public static class MoneroEventTypes
{
    /// <summary>Coins were seen, with fewer confirmations than asked for.</summary>
    public const string Pending = "pending";

    /// <summary>All of it came, with the confirmations asked for; final.</summary>
    public const string Success = "success";

    /// <summary>Less than asked came, with the confirmations asked for.</summary>
    public const string Partial = "partial";

    /// <summary>Nothing came in time.</summary>
    public const string Failed = "failed";
}
