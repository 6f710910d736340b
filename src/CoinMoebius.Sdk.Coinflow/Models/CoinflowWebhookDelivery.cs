using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A webhook delivery in Coinflow's log.</summary>
public sealed record CoinflowWebhookDelivery : ApiModel
{
    /// <summary>The delivery's id, for sending it again.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The merchant.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The event's type.</summary>
    public string? EventType { get; init; }

    /// <summary>The event's category.</summary>
    public string? Category { get; init; }

    /// <summary>The webhook version.</summary>
    public string? Version { get; init; }

    /// <summary>The event's data or the complete payload, without keys.</summary>
    [JsonConverter(typeof(CoinflowDocumentJsonConverter))]
    public JsonElement? Data { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The URL. It may contain your secret: do not log it.</summary>
    public string? Url { get; init; }

    /// <summary>The status code of your site's response.</summary>
    public int? ResponseCode { get; init; }

    /// <summary>The body of your site's response.</summary>
    public JsonElement? ResponseData { get; init; }

    /// <summary>The id of the service that sent it for Coinflow.</summary>
    public string? ProviderId { get; init; }
}
