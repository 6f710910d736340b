using System.Text.Json;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>Events as they stand in the table.</summary>
internal static class StoredEvent
{
    /// <summary>Reads one; null when somebody has changed the table's contents so that it is no event.</summary>
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
