using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks.Json;

/// <summary>
/// The normalised JSON of events: what the command line prints and stores keep. camelCase, amounts as text, times in UTC.
/// <c>owner</c> is left out where there is none.
/// The raw body and the delivery id are not part of it.
/// </summary>
public static class WebhookEventJson
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes an event as one JSON object.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="webhookEvent">The event.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(Utf8JsonWriter writer, WebhookEvent webhookEvent)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(webhookEvent);
        writer.WriteStartObject();
        switch (webhookEvent)
        {
            case PaymentEvent payment:
                WriteHead(writer, "payment", payment);
                writer.WriteString("status", payment.Status.Value);
                writer.WriteString("paymentId", payment.PaymentId);
                WriteMoney(writer, payment.Amount, payment.Currency);
                writer.WriteString("customerRef", payment.CustomerRef);
                writer.WriteString("reference", payment.Reference);
                break;
            case SubscriptionEvent subscription:
                WriteHead(writer, "subscription", subscription);
                writer.WriteString("type", subscription.Type.Value);
                writer.WriteString("status", subscription.Status.Value);
                writer.WriteString("subscriptionId", subscription.SubscriptionId);
                writer.WriteString("productId", subscription.ProductId);
                writer.WriteString("customerRef", subscription.CustomerRef);
                writer.WriteString("currentPeriodEnd", Format(subscription.CurrentPeriodEnd));
                WriteMoney(writer, subscription.Amount, subscription.Currency);
                break;
            default:
                WriteHead(writer, "unmapped", webhookEvent);
                break;
        }

        WriteTail(writer, webhookEvent);
        writer.WriteEndObject();
    }

    /// <summary>The event as one UTF-8 JSON object.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <exception cref="ArgumentNullException"><paramref name="webhookEvent"/> is null.</exception>
    public static byte[] Serialize(WebhookEvent webhookEvent)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
        {
            Write(writer, webhookEvent);
        }

        return stream.ToArray();
    }

    /// <summary>Reads an event that <see cref="Serialize"/> wrote.</summary>
    /// <param name="json">One JSON object.</param>
    /// <param name="rawBody">The body to attach as <see cref="WebhookEvent.RawBody"/>.</param>
    /// <param name="deliveryId">The delivery id to attach, or null.</param>
    /// <exception cref="JsonException">It is not such an object.</exception>
    public static WebhookEvent Deserialize(ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> rawBody = default, string? deliveryId = null)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var head = new WebhookEventHead(
            new PaymentProvider(Required(root, "provider")),
            Required(root, "eventId"),
            root.At("eventType").Text() ?? "",
            rawBody,
            root.At("isTest").Boolean(),
            root.At("occurredAt").IsoTime(),
            deliveryId,
            root.At("owner").Text());
        var metadata = EventMetadata.From(root.At("metadata")).ToDictionary();
        return Required(root, "kind") switch
        {
            "payment" => new PaymentEvent(head, new PaymentStatus(Required(root, "status")), Required(root, "paymentId"))
            {
                Amount = root.At("amount").Decimal(),
                Currency = root.At("currency").Text(),
                CustomerRef = root.At("customerRef").Text(),
                Reference = root.At("reference").Text(),
                Metadata = metadata,
            },
            "subscription" => new SubscriptionEvent(
                head,
                new SubscriptionEventType(Required(root, "type")),
                new SubscriptionStatus(Required(root, "status")),
                Required(root, "subscriptionId"))
            {
                ProductId = root.At("productId").Text(),
                CustomerRef = root.At("customerRef").Text(),
                CurrentPeriodEnd = root.At("currentPeriodEnd").IsoTime(),
                Amount = root.At("amount").Decimal(),
                Currency = root.At("currency").Text(),
                Metadata = metadata,
            },
            "unmapped" => new UnmappedEvent(head) { Metadata = metadata },
            var kind => throw new JsonException($"The kind \"{kind}\" is none of payment, subscription, unmapped."),
        };
    }

    private static void WriteHead(Utf8JsonWriter writer, string kind, WebhookEvent webhookEvent)
    {
        writer.WriteString("kind", kind);
        writer.WriteString("provider", webhookEvent.Provider.Value);
        writer.WriteString("eventId", webhookEvent.EventId);
        writer.WriteString("eventType", webhookEvent.EventType);
    }

    private static void WriteMoney(Utf8JsonWriter writer, decimal? amount, string? currency)
    {
        writer.WriteString("amount", amount?.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("currency", currency);
    }

    private static void WriteTail(Utf8JsonWriter writer, WebhookEvent webhookEvent)
    {
        if (webhookEvent.IsTest is { } isTest)
        {
            writer.WriteBoolean("isTest", isTest);
        }
        else
        {
            writer.WriteNull("isTest");
        }

        if (webhookEvent.Owner is { } owner)
        {
            writer.WriteString("owner", owner);
        }

        writer.WriteString("occurredAt", Format(webhookEvent.OccurredAt));
        writer.WriteStartObject("metadata");
        foreach (var pair in webhookEvent.Metadata)
        {
            writer.WriteString(pair.Key, pair.Value);
        }

        writer.WriteEndObject();
    }

    private static string? Format(DateTimeOffset? time) => time?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static string Required(JsonElement root, string name) =>
        root.At(name).Text() ?? throw new JsonException($"The stored event has no \"{name}\".");
}
