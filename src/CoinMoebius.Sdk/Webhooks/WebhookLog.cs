using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>What pipelines and handlers log. The ids are stable; docs/observability.md lists them. Bodies and buyers stay out.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(1101, LogLevel.Error,
        "{Handler} failed on {Provider} event {EventType} {EventId}, attempt {Attempt}. The event counts as not handled: a durable inbox tries it again or parks it; without one, its provider is asked to send it again.")]
    public static partial void HandlerFailed(
        ILogger logger, string handler, PaymentProvider provider, string eventType, string eventId, int attempt, Exception exception);

    [LoggerMessage(1102, LogLevel.Debug, "Nobody handles {Kind}: {Provider} event {EventType} is done without a handler.")]
    public static partial void NoHandler(ILogger logger, string kind, PaymentProvider provider, string eventType);

    [LoggerMessage(1103, LogLevel.Error, "A waiter for a {Provider} payment threw. The event itself is done.")]
    public static partial void WaiterFailed(ILogger logger, PaymentProvider provider, Exception exception);

    [LoggerMessage(1104, LogLevel.Error, "{Provider} event {EventId} counts as not handled: its scope could not be ended. Its provider is asked to send it again.")]
    public static partial void ScopeFailed(ILogger logger, PaymentProvider provider, string eventId, Exception exception);

    [LoggerMessage(1201, LogLevel.Warning,
        "Webhooks are handled inline, and the last {Capacity} events are remembered in the memory of this process only: a restart or a second node handles a repeated event again. This is meant for development; use a durable inbox in production.")]
    public static partial void MemoryOnly(ILogger logger, int capacity);

    [LoggerMessage(1202, LogLevel.Debug, "{Provider} event {EventId} came again and was handled before.")]
    public static partial void Duplicate(ILogger logger, PaymentProvider provider, string eventId);

    [LoggerMessage(1203, LogLevel.Warning,
        "{Provider} delivery {DeliveryId} came before with another event. It is refused: somebody may be replaying deliveries.")]
    public static partial void Replayed(ILogger logger, PaymentProvider provider, string? deliveryId);

    [LoggerMessage(1204, LogLevel.Error, "All {Capacity} places of the in-memory inbox hold events being handled now. {Provider} is asked to send again.")]
    public static partial void InboxFull(ILogger logger, int capacity, PaymentProvider provider);
}
