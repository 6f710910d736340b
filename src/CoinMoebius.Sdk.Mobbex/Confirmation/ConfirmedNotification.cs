using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex.Confirmation;

/// <summary>
/// A notification that this SDK writes itself, out of what Mobbex answered and of what the token proves. It takes the place of the one
/// received, whose body may be anybody's who knows the address: event and raw body are made of it alone.
/// </summary>
internal static class ConfirmedNotification
{
    // Only these names are taken from a body: otherwise each new one would make a new event.
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        MobbexEventTypes.Checkout, MobbexEventTypes.CheckoutExpired, MobbexEventTypes.PaymentOrder, MobbexEventTypes.SubscriptionRegistration,
        MobbexEventTypes.SubscriptionExecution, MobbexEventTypes.SubscriptionExecutionError, MobbexEventTypes.SubscriptionChangeSource,
        MobbexEventTypes.SubscriptionSubscriberActive, MobbexEventTypes.SubscriptionSubscriberSuspended,
    };

    /// <summary>The event of an operation as Mobbex has it.</summary>
    public static WebhookVerification OfOperation(string type, JsonElement operation, string eventId) =>
        Map(type, operation.WriteTo, eventId, null);

    /// <summary>The event of a subscriber as Mobbex has it.</summary>
    /// <param name="type">What the notification was about.</param>
    /// <param name="plan">The id of the plan under which the subscriber was found.</param>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="status">Where the subscriber stands.</param>
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
    /// An event that claims nothing: somebody who knows the address of a reference says that something of a type happened. There is one
    /// for each type and reference, however often and whatever is sent.
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
