using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>Where events are delivered. Source: github.com/coinbase/cdp-sdk, openapi.yaml, WebhookTarget.</summary>
public sealed record CoinbaseBusinessWebhookTarget : ApiModel
{
    /// <summary>The address; null when Coinbase says one that is not https.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? Url { get; init; }

    /// <summary>Further headers that are sent with each delivery, or null. May hold keys.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
