namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Declares that the pipeline in use keeps deliveries across restarts and on all nodes: it rejects a delivery id that arrives again with
/// another event, on any node. The durable inbox registers one; register yours beside your own <see cref="IWebhookPipeline"/> if it gives
/// this guarantee. Providers whose signatures do not protect the whole body need it: see
/// <see cref="Events.WebhookEvent.DeliveryId"/>.
/// </summary>
public interface IWebhookDeliveryMemory
{
    /// <summary>The configured minimum time for which a delivery is kept; null for ever.</summary>
    TimeSpan? Retention { get; }

    /// <summary>The name of the setting behind <see cref="Retention"/>, for messages, such as <c>EntityFrameworkInboxOptions.Retention</c>.</summary>
    string RetentionSetting { get; }
}
