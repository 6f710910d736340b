using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Events;

/// <summary>
/// The normalised JSON of events, which the command line prints and stores keep: camelCase, amounts as text, times in UTC. A missing
/// value is null, but <c>owner</c> and members that events of a kind rarely have (a refund, a dispute, a price beside the amount, the ids
/// of checkout, subscription and charge) are omitted. The JSON does not contain the raw body and the delivery id.
/// </summary>
public static class WebhookEventJson
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes an event as one JSON object.</summary>
    /// <param name="writer">Receives the JSON.</param>
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
                WriteRefund(writer, payment.Refund);
                WriteDispute(writer, payment.Dispute);
                WriteIfAny(writer, "pricedAmount", Format(payment.PricedAmount));
                WriteIfAny(writer, "pricedCurrency", payment.PricedCurrency);
                WriteIfAny(writer, "checkoutId", payment.CheckoutId);
                WriteIfAny(writer, "subscriptionId", payment.SubscriptionId);
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
                WriteIfAny(writer, "chargeId", subscription.ChargeId);
                WriteIfAny(writer, "isFirstPeriod", subscription.IsFirstPeriod);
                WriteIfAny(writer, "cancelsAt", Format(subscription.CancelsAt));
                WriteIfAny(writer, "reference", subscription.Reference);
                WriteIfAny(writer, "checkoutId", subscription.CheckoutId);
                break;
            default:
                WriteHead(writer, "unmapped", webhookEvent);
                break;
        }

        WriteTail(writer, webhookEvent);
        writer.WriteEndObject();
    }

    /// <summary>Returns the event as one UTF-8 JSON object.</summary>
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
    /// <exception cref="JsonException">The JSON is not such an object.</exception>
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
                Refund = RefundOf(root.At("refund")),
                Dispute = DisputeOf(root.At("dispute")),
                PricedAmount = root.At("pricedAmount").Decimal(),
                PricedCurrency = root.At("pricedCurrency").Text(),
                CheckoutId = root.At("checkoutId").Text(),
                SubscriptionId = root.At("subscriptionId").Text(),
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
                ChargeId = root.At("chargeId").Text(),
                IsFirstPeriod = root.At("isFirstPeriod").Boolean(),
                CancelsAt = root.At("cancelsAt").IsoTime(),
                Reference = root.At("reference").Text(),
                CheckoutId = root.At("checkoutId").Text(),
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
        writer.WriteString("amount", Format(amount));
        writer.WriteString("currency", currency);
    }

    private static void WriteRefund(Utf8JsonWriter writer, PaymentRefund? refund)
    {
        if (refund is null)
        {
            return;
        }

        writer.WriteStartObject("refund");
        WriteIfAny(writer, "id", refund.Id);
        WriteIfAny(writer, "amount", Format(refund.Amount));
        WriteIfAny(writer, "totalAmount", Format(refund.TotalAmount));
        WriteIfAny(writer, "isFull", refund.IsFull);
        writer.WriteString("status", refund.Status.Value);
        WriteIfAny(writer, "reason", refund.Reason);
        writer.WriteEndObject();
    }

    private static void WriteDispute(Utf8JsonWriter writer, PaymentDispute? dispute)
    {
        if (dispute is null)
        {
            return;
        }

        writer.WriteStartObject("dispute");
        WriteIfAny(writer, "id", dispute.Id);
        WriteIfAny(writer, "amount", Format(dispute.Amount));
        WriteIfAny(writer, "reason", dispute.Reason);
        writer.WriteString("outcome", dispute.Outcome.Value);
        writer.WriteBoolean("isInquiry", dispute.IsInquiry);
        WriteIfAny(writer, "respondBy", Format(dispute.RespondBy));
        writer.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } known)
        {
            writer.WriteBoolean(name, known);
        }
    }

    private static PaymentRefund? RefundOf(JsonElement refund) => refund.At("status").Text() is not { } status ? null : new()
    {
        Id = refund.At("id").Text(),
        Amount = refund.At("amount").Decimal(),
        TotalAmount = refund.At("totalAmount").Decimal(),
        IsFull = refund.At("isFull").Boolean(),
        Status = new(status),
        Reason = refund.At("reason").Text(),
    };

    private static PaymentDispute? DisputeOf(JsonElement dispute) => dispute.At("outcome").Text() is not { } outcome ? null : new()
    {
        Id = dispute.At("id").Text(),
        Amount = dispute.At("amount").Decimal(),
        Reason = dispute.At("reason").Text(),
        Outcome = new(outcome),
        IsInquiry = dispute.At("isInquiry").IsTrue(),
        RespondBy = dispute.At("respondBy").IsoTime(),
    };

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

    private static string? Format(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    private static string? Format(DateTimeOffset? time) => time?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static string Required(JsonElement root, string name) =>
        root.At(name).Text() ?? throw new JsonException($"The stored event has no \"{name}\".");
}
