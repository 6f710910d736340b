using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>The log messages of the endpoints, without any text of unknown senders. docs/observability.md lists their stable ids.</summary>
internal static partial class WebhookEndpointLog
{
    [LoggerMessage(1001, LogLevel.Debug, "A webhook arrived for a provider or account that is not registered.")]
    public static partial void UnknownProvider(ILogger logger);

    [LoggerMessage(1002, LogLevel.Information, "A {Provider} webhook was refused: its body is over {MaxBodySize} bytes.")]
    public static partial void TooLarge(ILogger logger, PaymentProvider provider, long maxBodySize);

    [LoggerMessage(1003, LogLevel.Information, "A {Provider} webhook was refused: its content type is not one the provider sends.")]
    public static partial void UnsupportedMediaType(ILogger logger, PaymentProvider provider);

    [LoggerMessage(1004, LogLevel.Warning, "A {Provider} webhook was refused: {Verdict}. {Facts}")]
    public static partial void Rejected(ILogger logger, PaymentProvider provider, WebhookVerdict verdict, string facts);

    [LoggerMessage(1005, LogLevel.Debug, "{Provider} event {EventType} {EventId} is verified: {Disposition}.")]
    public static partial void Verified(
        ILogger logger, PaymentProvider provider, string eventType, string eventId, WebhookDisposition disposition);

    [LoggerMessage(1006, LogLevel.Debug, "A {Provider} webhook did not arrive completely, or its sender disconnected before the response.")]
    public static partial void Aborted(ILogger logger, PaymentProvider provider);

    [LoggerMessage(1007, LogLevel.Error, "{Provider} webhooks cannot be verified: the options are unusable. Every delivery gets 500 until they are corrected.")]
    public static partial void Misconfigured(ILogger logger, PaymentProvider provider, Exception exception);

    [LoggerMessage(1008, LogLevel.Error, "A {Provider} webhook cannot be verified at the moment; the response asks the provider to send it again.")]
    public static partial void VerificationUnavailable(ILogger logger, PaymentProvider provider, Exception exception);

    [LoggerMessage(1009, LogLevel.Error, "The verifier of {Provider} threw an exception.")]
    public static partial void VerifierFailed(ILogger logger, PaymentProvider provider, Exception exception);

    [LoggerMessage(1010, LogLevel.Error, "{Provider} event {EventId} could not be processed; the response asks the provider to send it again.")]
    public static partial void PipelineFailed(ILogger logger, PaymentProvider provider, string eventId, Exception exception);

    [LoggerMessage(1011, LogLevel.Warning, "A time limit of the host ended a {Provider} webhook before it was handled; the response asks the provider to send it again.")]
    public static partial void TimedOut(ILogger logger, PaymentProvider provider);

    [LoggerMessage(1012, LogLevel.Error, "A {Provider} webhook could not be read or processed; the response is 500.")]
    public static partial void EndpointFailed(ILogger logger, PaymentProvider provider, Exception exception);

    [LoggerMessage(1031, LogLevel.Warning,
        "{Provider} event {EventType} {EventId} is authentic, but belongs to the account {Owner}, which is not among the Owners in the options. It counts as unmapped.")]
    public static partial void OfAnotherOwner(ILogger logger, PaymentProvider provider, string eventType, string eventId, string? owner);

    [LoggerMessage(1032, LogLevel.Warning,
        "{Provider} event {EventType} {EventId} is authentic, but a test event, and AcceptTest in the options is off. It counts as unmapped.")]
    public static partial void OfTestMode(ILogger logger, PaymentProvider provider, string eventType, string eventId);

    /// <summary>Logs why admission made an event unmapped, if it did.</summary>
    public static void LogRefusal(ILogger logger, WebhookEvent webhookEvent)
    {
        switch (webhookEvent is UnmappedEvent ? webhookEvent.Metadata.GetValueOrDefault(WebhookAdmission.Refused) : null)
        {
            case WebhookAdmission.ByOwner:
                OfAnotherOwner(logger, webhookEvent.Provider, webhookEvent.EventType, webhookEvent.EventId, webhookEvent.Owner);
                break;
            case WebhookAdmission.ByMode:
                OfTestMode(logger, webhookEvent.Provider, webhookEvent.EventType, webhookEvent.EventId);
                break;
        }
    }

    [LoggerMessage(1021, LogLevel.Warning, "The status of a payment is unknown at the moment: {Reason}")]
    public static partial void StatusUnavailable(ILogger logger, string reason);

    [LoggerMessage(1022, LogLevel.Error, "The status of a payment could not be read; the browser gets 500.")]
    public static partial void StatusFailed(ILogger logger, Exception exception);
}
