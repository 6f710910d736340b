using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>
/// A webhook subscription. Sources: docs.cdp.coinbase.com/coinbase-business/checkout-apis/webhooks; github.com/coinbase/cdp-sdk,
/// openapi.yaml.
/// </summary>
public sealed record CoinbaseBusinessWebhookSubscription : ApiModel
{
    /// <summary>The id of the subscription; never null.</summary>
    public string SubscriptionId { get => field ?? ""; init; }

    /// <summary>
    /// The signing secret of the deliveries: put it into <see cref="Webhooks.WebhookOptions.Secrets"/> and nowhere else. Older responses have
    /// it in <see cref="Metadata"/>. Null when the response does not contain it.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Secret { get => field ?? Metadata?.Secret; init; }

    /// <summary>The description for people, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The events that Coinbase delivers: texts of <see cref="CoinbaseBusinessEventTypes"/> or others.</summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    /// <summary>Whether Coinbase delivers events. Coinbase turns it off after deliveries have failed for a long time.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>Where events are delivered.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinbaseBusinessWebhookTarget>))]
    public CoinbaseBusinessWebhookTarget? Target { get; init; }

    /// <summary>The labels that events must have, with those that Coinbase adds.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Coinbase's metadata, or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinbaseBusinessWebhookMetadata>))]
    public CoinbaseBusinessWebhookMetadata? Metadata { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed, or null.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>True for a subscription to sandbox checkouts.</summary>
    [JsonIgnore]
    public bool IsSandbox => CoinbaseBusinessWebhookSettings.IsSandbox(Labels);

    /// <summary>
    /// Returns the settings for an update, which replaces them all: change some of them using <c>with</c> and send the result. The settings
    /// omit the label <c>user_uuid</c>, which Coinbase adds itself.
    /// </summary>
    /// <exception cref="InvalidOperationException">The subscription has no address.</exception>
    public CoinbaseBusinessWebhookSettings ToSettings() => CoinbaseBusinessWebhookSettings.Of(this);
}
