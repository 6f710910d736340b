namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Says that the pipeline in use remembers deliveries across restarts and on all nodes: a delivery id that comes again with another event
/// is refused, wherever it arrives. The durable inbox registers one; register yours beside an <see cref="IWebhookPipeline"/> of your own
/// that keeps this promise. Providers whose signatures do not protect the whole body need it: see
/// <see cref="Events.WebhookEvent.DeliveryId"/>.
/// </summary>
public interface IWebhookDeliveryMemory
{
    /// <summary>How long a delivery is remembered at least, as it is configured now; null for ever.</summary>
    TimeSpan? Retention { get; }

    /// <summary>The name of the setting behind <see cref="Retention"/>, for messages, such as <c>EntityFrameworkInboxOptions.Retention</c>.</summary>
    string RetentionSetting { get; }
}
