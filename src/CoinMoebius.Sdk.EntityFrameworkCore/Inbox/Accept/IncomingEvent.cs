using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Accept;

/// <summary>The event of an authentic delivery, in the values of its row.</summary>
internal sealed class IncomingEvent
{
    /// <summary>Takes the trace of the caller as the one in which the event was accepted.</summary>
    public IncomingEvent(WebhookDelivery delivery)
    {
        var webhookEvent = delivery.Event;
        Provider = StoredText.Name(webhookEvent.Provider.Value);
        Account = StoredText.Name(delivery.Account);
        EventId = StoredText.Id(webhookEvent.EventId);
        EventHash = HashOf(Provider, Account, EventId);
        DeliveryId = webhookEvent.DeliveryId is { } id ? StoredText.Id(id) : null;
        Subject = webhookEvent switch
        {
            PaymentEvent payment => StoredText.Id(payment.PaymentId),
            SubscriptionEvent subscription => StoredText.Id(subscription.SubscriptionId),
            _ => null,
        };
        EventType = StoredText.Shown(webhookEvent.EventType);
        Event = WebhookEventJson.Serialize(webhookEvent);
        RawBody = webhookEvent.RawBody.ToArray();
        TraceParent = Activity.Current?.Id;
    }

    public string Provider { get; }

    public string Account { get; }

    public string EventId { get; }

    /// <summary>What is kept of the event when its row is gone.</summary>
    public byte[] EventHash { get; }

    public string? DeliveryId { get; }

    public string? Subject { get; }

    public string EventType { get; }

    public byte[] Event { get; }

    public byte[] RawBody { get; }

    public string? TraceParent { get; }

    /// <summary>Whether it is about the same payment or subscription.</summary>
    public bool Concerns(IncomingEvent other) =>
        Subject is not null && Subject == other.Subject && Provider == other.Provider && Account == other.Account;

    /// <summary>The digest of an event's key, of texts as they are stored: SHA-256 over the three, with a zero between them.</summary>
    public static byte[] HashOf(string provider, string account, string eventId) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{provider}\0{account}\0{eventId}"));

    /// <summary>What makes it one event.</summary>
    public (string, string, string) EventKey => (Provider, Account, EventId);

    /// <summary>What makes it one delivery.</summary>
    public (string, string, string) DeliveryKey => (Provider, Account, DeliveryId ?? "");
}
