using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Json;

/// <summary>A page of the list of subscriptions.</summary>
internal sealed record WebhookSubscriptionPage : ApiModel
{
    [JsonConverter(typeof(LenientListJsonConverter<CoinbaseBusinessWebhookSubscription>))]
    public IReadOnlyList<CoinbaseBusinessWebhookSubscription>? Subscriptions { get; init; }

    public string? NextPageToken { get; init; }
}
