using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The merchant's own settings, with its keys: do not log, store or forward them.</summary>
public sealed record CoinflowMerchant : ApiModel
{
    /// <summary>Coinflow's record of the merchant.</summary>
    [JsonPropertyName("_id")]
    public string? RecordId { get; init; }

    /// <summary>The merchant's id.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The webhooks that it receives.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowWebhookSettings>))]
    public CoinflowWebhookSettings? WebhookSettings { get; init; }

    /// <summary>The URLs of its webhooks, in the API's format.</summary>
    public JsonElement? WebhookUrls { get; init; }

    /// <summary>The key that signs webhooks.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? WebhookValidationKey { get; init; }

    /// <summary>The API key.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; init; }

    /// <summary>All API keys, in the API's format.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public JsonElement? ApiKeys { get; init; }
}
