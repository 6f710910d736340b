using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The log messages of pipelines and handlers, without bodies and buyers. docs/observability.md lists their stable ids.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(1101, LogLevel.Error,
        "{Handler} failed on {Provider} event {EventType} {EventId}, attempt {Attempt}. The event counts as not handled: a durable inbox retries or parks it; without one, the response asks the provider to send it again.")]
    public static partial void HandlerFailed(
        ILogger logger, string handler, PaymentProvider provider, string eventType, string eventId, int attempt, Exception exception);

    [LoggerMessage(1102, LogLevel.Debug, "No handler is registered for {Kind}: {Provider} event {EventType} is done without one.")]
    public static partial void NoHandler(ILogger logger, string kind, PaymentProvider provider, string eventType);

    [LoggerMessage(1103, LogLevel.Error, "An observer of a {Provider} payment threw an exception. The event itself is done.")]
    public static partial void WaiterFailed(ILogger logger, PaymentProvider provider, Exception exception);

    [LoggerMessage(1104, LogLevel.Error, "{Provider} event {EventId} counts as not handled: its scope could not be disposed. The response asks the provider to send it again.")]
    public static partial void ScopeFailed(ILogger logger, PaymentProvider provider, string eventId, Exception exception);

    [LoggerMessage(1201, LogLevel.Warning,
        "Webhooks are handled inline, and only the memory of this process keeps the last {Capacity} events: a restart or a second node handles a repeated event again. This is meant for development; use a durable inbox in production.")]
    public static partial void MemoryOnly(ILogger logger, int capacity);

    [LoggerMessage(1202, LogLevel.Debug, "{Provider} event {EventId} was delivered again and had been handled before.")]
    public static partial void Duplicate(ILogger logger, PaymentProvider provider, string eventId);

    [LoggerMessage(1203, LogLevel.Warning,
        "{Provider} delivery {DeliveryId} arrived before with another event. It is rejected: somebody may be replaying deliveries.")]
    public static partial void Replayed(ILogger logger, PaymentProvider provider, string? deliveryId);

    [LoggerMessage(1204, LogLevel.Error, "All {Capacity} places of the in-memory inbox hold events in progress. The response asks {Provider} to send again.")]
    public static partial void InboxFull(ILogger logger, int capacity, PaymentProvider provider);
}
