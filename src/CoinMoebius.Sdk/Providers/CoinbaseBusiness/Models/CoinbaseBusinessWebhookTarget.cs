using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>Where events are delivered. Source: github.com/coinbase/cdp-sdk, openapi.yaml, WebhookTarget.</summary>
public sealed record CoinbaseBusinessWebhookTarget : ApiModel
{
    /// <summary>The address; null when Coinbase returns one that is not https.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? Url { get; init; }

    /// <summary>Further headers that Coinbase sends with each delivery, or null. They may hold keys.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
