using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>What the endpoints log. The ids are stable; docs/observability.md lists them. No text of an unknown sender gets in.</summary>
internal static partial class WebhookEndpointLog
{
    [LoggerMessage(1001, LogLevel.Debug, "A webhook came for a provider or account that is not registered.")]
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

    [LoggerMessage(1006, LogLevel.Debug, "A {Provider} webhook did not arrive whole, or its sender went away before it was answered.")]
    public static partial void Aborted(ILogger logger, PaymentProvider provider);

    [LoggerMessage(1007, LogLevel.Error, "{Provider} webhooks cannot be verified: the options are unusable. Every delivery is answered 500 until they are mended.")]
    public static partial void Misconfigured(ILogger logger, PaymentProvider provider, Exception exception);

    [LoggerMessage(1008, LogLevel.Error, "A {Provider} webhook cannot be verified now; the provider is asked to send it again.")]
    public static partial void VerificationUnavailable(ILogger logger, PaymentProvider provider, Exception exception);

    [LoggerMessage(1009, LogLevel.Error, "The verifier of {Provider} threw.")]
    public static partial void VerifierFailed(ILogger logger, PaymentProvider provider, Exception exception);

    [LoggerMessage(1010, LogLevel.Error, "{Provider} event {EventId} could not be taken; the provider is asked to send it again.")]
    public static partial void PipelineFailed(ILogger logger, PaymentProvider provider, string eventId, Exception exception);

    [LoggerMessage(1011, LogLevel.Warning, "A time limit of the host ended a {Provider} webhook before it was handled; the provider is asked to send it again.")]
    public static partial void TimedOut(ILogger logger, PaymentProvider provider);

    [LoggerMessage(1012, LogLevel.Error, "A {Provider} webhook could not be read or taken; it is answered 500.")]
    public static partial void EndpointFailed(ILogger logger, PaymentProvider provider, Exception exception);

    [LoggerMessage(1031, LogLevel.Warning,
        "{Provider} event {EventType} {EventId} is authentic, but of the account {Owner}, which is not among the Owners of the options. It counts as unmapped.")]
    public static partial void OfAnotherOwner(ILogger logger, PaymentProvider provider, string eventType, string eventId, string? owner);

    [LoggerMessage(1032, LogLevel.Warning,
        "{Provider} event {EventType} {EventId} is authentic, but of test mode, which AcceptTest of the options does not take. It counts as unmapped.")]
    public static partial void OfTestMode(ILogger logger, PaymentProvider provider, string eventType, string eventId);

    /// <summary>Says why an event was made unmapped, if it was.</summary>
    public static void TellRefusal(ILogger logger, WebhookEvent webhookEvent)
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

    [LoggerMessage(1021, LogLevel.Warning, "The status of a payment cannot be said now: {Reason}")]
    public static partial void StatusUnavailable(ILogger logger, string reason);

    [LoggerMessage(1022, LogLevel.Error, "The status of a payment could not be read; the browser is answered 500.")]
    public static partial void StatusFailed(ILogger logger, Exception exception);
}
