using System.Diagnostics;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>Coinbase's metadata of a subscription. Read <see cref="CoinbaseBusinessWebhookSubscription.Secret"/> instead.</summary>
public sealed record CoinbaseBusinessWebhookMetadata : ApiModel
{
    /// <summary>The signing secret in older responses; otherwise null.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Secret { get; init; }
}
