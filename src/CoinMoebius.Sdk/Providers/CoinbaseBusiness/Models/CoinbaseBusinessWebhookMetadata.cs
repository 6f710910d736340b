using System.Diagnostics;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>What Coinbase keeps beside a subscription. Read <see cref="CoinbaseBusinessWebhookSubscription.Secret"/> rather than this.</summary>
public sealed record CoinbaseBusinessWebhookMetadata : ApiModel
{
    /// <summary>The signing secret, where older answers have it; else null.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Secret { get; init; }
}
