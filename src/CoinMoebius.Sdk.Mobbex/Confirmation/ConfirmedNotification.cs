using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex.Confirmation;

/// <summary>
/// A notification that this SDK builds from Mobbex's response and from the reference that the token proves. It replaces the received one,
/// which anyone who knows the address can write: the event and its raw body come from the built notification alone.
/// </summary>
internal static class ConfirmedNotification
{
    // Only these types are accepted from a body: otherwise each invented type would create a new event.
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        MobbexEventTypes.Checkout, MobbexEventTypes.CheckoutExpired, MobbexEventTypes.PaymentOrder, MobbexEventTypes.SubscriptionRegistration,
        MobbexEventTypes.SubscriptionExecution, MobbexEventTypes.SubscriptionExecutionError, MobbexEventTypes.SubscriptionChangeSource,
        MobbexEventTypes.SubscriptionSubscriberActive, MobbexEventTypes.SubscriptionSubscriberSuspended,
    };

    /// <summary>Creates the event of an operation from Mobbex's response.</summary>
    public static WebhookVerification OfOperation(string type, JsonElement operation, string eventId) =>
        Map(type, operation.WriteTo, eventId, null);

    /// <summary>Creates the event of a subscriber from Mobbex's response.</summary>
    /// <param name="type">The type of the notification.</param>
    /// <param name="plan">The id of the plan of the subscriber.</param>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="status">The status of the subscriber.</param>
    /// <param name="eventId">The id of the event.</param>
    public static WebhookVerification OfSubscriber(string type, string plan, JsonElement subscriber, SubscriptionStatus status, string eventId)
    {
        return Map(type, Write, eventId, status);

        void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("subscription");
            writer.WriteString("uid", plan);
            writer.WriteEndObject();
            writer.WritePropertyName("subscriber");
            subscriber.WriteTo(writer);
            writer.WriteEndObject();
        }
    }

    /// <summary>
    /// Creates an unmapped event that confirms nothing: a sender who knows the address of a reference reports a type. Each pair of type and
    /// reference has one event id, regardless of the content and number of deliveries.
    /// </summary>
    public static WebhookVerification OfReference(string type, string reference)
    {
        var name = Types.Contains(type) ? type : "";
        var eventId = ContentDigest.EventId(EventFacts.Join("unconfirmed", name, reference));
        var head = new WebhookEventHead(PaymentProvider.Mobbex, eventId, name, Write(name, WriteReference));
        var metadata = default(EventMetadata);
        metadata.Set("reference", reference.Length == 0 ? null : reference);
        return WebhookVerification.Verified(new UnmappedEvent(head) { Metadata = metadata.ToDictionary() });

        void WriteReference(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("checkout");
            writer.WriteString("reference", reference);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private static WebhookVerification Map(string type, Action<Utf8JsonWriter> data, string eventId, SubscriptionStatus? status)
    {
        var json = Write(type, data);
        return EventMapping.Run(PaymentProvider.Mobbex, json, json, MobbexEventMapper.Map, new MobbexDelivery(json, eventId, status));
    }

    private static ReadOnlyMemory<byte> Write(string type, Action<Utf8JsonWriter> data)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WebhookEventJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            writer.WritePropertyName("data");
            data(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
