using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A delivery of a webhook, as Coinflow keeps it.</summary>
public sealed record CoinflowWebhookDelivery : ApiModel
{
    /// <summary>The delivery's id, to send it again with.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The merchant.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The event's type.</summary>
    public string? EventType { get; init; }

    /// <summary>The event's category.</summary>
    public string? Category { get; init; }

    /// <summary>The version of webhooks it was made in.</summary>
    public string? Version { get; init; }

    /// <summary>The event's data, or the whole packet, without its keys.</summary>
    [JsonConverter(typeof(CoinflowDocumentJsonConverter))]
    public JsonElement? Data { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Where to. It may hold a secret of yours: do not log it.</summary>
    public string? Url { get; init; }

    /// <summary>The status your site answered with.</summary>
    public int? ResponseCode { get; init; }

    /// <summary>What your site answered.</summary>
    public JsonElement? ResponseData { get; init; }

    /// <summary>The id of who sent it for Coinflow.</summary>
    public string? ProviderId { get; init; }
}
