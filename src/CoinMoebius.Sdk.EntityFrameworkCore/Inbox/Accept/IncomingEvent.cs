using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Accept;

/// <summary>The event of an authentic delivery, as the values of its row.</summary>
internal sealed class IncomingEvent
{
    /// <summary>Records the caller's trace as the one in which the event was accepted.</summary>
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

    /// <summary>The digest that remains when the event's row is deleted.</summary>
    public byte[] EventHash { get; }

    public string? DeliveryId { get; }

    public string? Subject { get; }

    public string EventType { get; }

    public byte[] Event { get; }

    public byte[] RawBody { get; }

    public string? TraceParent { get; }

    /// <summary>Whether both events are about the same payment or subscription.</summary>
    public bool Concerns(IncomingEvent other) =>
        Subject is not null && Subject == other.Subject && Provider == other.Provider && Account == other.Account;

    /// <summary>The digest of an event's key: SHA-256 over the three texts as stored, separated by zero bytes.</summary>
    public static byte[] HashOf(string provider, string account, string eventId) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{provider}\0{account}\0{eventId}"));

    /// <summary>Identifies the event.</summary>
    public (string, string, string) EventKey => (Provider, Account, EventId);

    /// <summary>Identifies the delivery.</summary>
    public (string, string, string) DeliveryKey => (Provider, Account, DeliveryId ?? "");
}
