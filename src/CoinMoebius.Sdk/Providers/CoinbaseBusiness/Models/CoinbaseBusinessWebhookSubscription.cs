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
    /// <summary>The id.</summary>
    public string SubscriptionId { get => field ?? ""; init; }

    /// <summary>
    /// What signs the deliveries: put it into <see cref="Webhooks.WebhookOptions.Secrets"/>, and nowhere else. Older answers have it in
    /// <see cref="Metadata"/>. Null when Coinbase does not say it.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Secret { get => field ?? Metadata?.Secret; init; }

    /// <summary>The text for people, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The events that are delivered: texts of <see cref="CoinbaseBusinessEventTypes"/> or others.</summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    /// <summary>Whether events are delivered. Coinbase turns it off after deliveries have failed for long.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>Where events are delivered.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinbaseBusinessWebhookTarget>))]
    public CoinbaseBusinessWebhookTarget? Target { get; init; }

    /// <summary>The labels that events must have, with those that Coinbase adds.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>What Coinbase keeps beside, or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinbaseBusinessWebhookMetadata>))]
    public CoinbaseBusinessWebhookMetadata? Metadata { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed, or null.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>True when it is about sandbox checkouts.</summary>
    [JsonIgnore]
    public bool IsSandbox => CoinbaseBusinessWebhookSettings.IsSandbox(Labels);

    /// <summary>
    /// Its settings, for an update: that replaces them all, so change what should be another with <c>with</c> and send the rest as it is.
    /// The label <c>user_uuid</c>, which Coinbase adds itself, is left out.
    /// </summary>
    /// <exception cref="InvalidOperationException">It has no address.</exception>
    public CoinbaseBusinessWebhookSettings ToSettings() => CoinbaseBusinessWebhookSettings.Of(this);
}
