using CoinMoebius.Sdk.Events;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;

/// <summary>The log messages of the reconciler. The ids are stable; docs/observability.md lists them.</summary>
internal static partial class ReconcileLog
{
    [LoggerMessage(1321, LogLevel.Information, "{Provider} payment {PaymentId} is {Status} according to a lookup. No webhook has reported this status.")]
    public static partial void Changed(ILogger logger, PaymentProvider provider, string paymentId, PaymentStatus status);

    [LoggerMessage(1322, LogLevel.Warning, "The status of {Provider} payment {PaymentId} could not be looked up. The next lookup follows as scheduled.")]
    public static partial void Failed(ILogger logger, PaymentProvider provider, string paymentId, Exception exception);

    [LoggerMessage(1323, LogLevel.Warning, "Lookups of {Provider} payments pause for {Pause}: the API refuses further requests at the moment.")]
    public static partial void Paused(ILogger logger, PaymentProvider provider, TimeSpan pause);

    [LoggerMessage(1324, LogLevel.Warning, "{Provider} payment {PaymentId} is still {Status} after {Age}. The SDK stops looking it up.")]
    public static partial void GaveUp(ILogger logger, PaymentProvider provider, string paymentId, PaymentStatus status, TimeSpan age);

    [LoggerMessage(1325, LogLevel.Error, "The list of due payments could not be read. The next try follows in {Delay}.")]
    public static partial void ReadFailed(ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1326, LogLevel.Debug, "No registered client can look up {Provider} payment {PaymentId}.")]
    public static partial void NobodyServes(ILogger logger, PaymentProvider provider, string paymentId);

    [LoggerMessage(1327, LogLevel.Warning, "{Provider} checkout {PaymentId} is {Status} according to a lookup, and a payment that webhooks have reported may be the same one. The SDK announces nothing and stops looking it up: compare the two and decide.")]
    public static partial void NeedsDecision(ILogger logger, PaymentProvider provider, string paymentId, PaymentStatus status);
}
