namespace CoinMoebius.Sdk.Providers.Monero;

/// <summary>
/// The statuses that a Coin Moebius indexer reports, as in <c>WebhookEvent.EventType</c>: its webhooks have no other name. A
/// status that is not listed here counts as pending. Source: github.com/aquarian-metals/coin-moebius, packages/providers/monero.
/// </summary>
public static class MoneroEventTypes
{
    /// <summary>Coins were seen, with fewer confirmations than required.</summary>
    public const string Pending = "pending";

    /// <summary>The full amount arrived, with the required confirmations; final.</summary>
    public const string Success = "success";

    /// <summary>Less than the full amount arrived, with the required confirmations.</summary>
    public const string Partial = "partial";

    /// <summary>Nothing arrived in time.</summary>
    public const string Failed = "failed";
}
