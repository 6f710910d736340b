using System.Text.Json;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>Events as the table stores them.</summary>
internal static class StoredEvent
{
    /// <summary>Reads an event; null when the stored contents were changed and are not an event.</summary>
    public static WebhookEvent? Read(byte[] json, byte[] rawBody, string? deliveryId)
    {
        try
        {
            return WebhookEventJson.Deserialize(json, rawBody, deliveryId);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
