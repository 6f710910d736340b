using CoinMoebius.Sdk.Events;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;

/// <summary>What is logged about payments that are asked about. The ids are stable; docs/observability.md lists them.</summary>
internal static partial class ReconcileLog
{
    [LoggerMessage(1321, LogLevel.Information, "{Provider} payment {PaymentId} is {Status}, as its provider says when asked; no webhook had told so.")]
    public static partial void Changed(ILogger logger, PaymentProvider provider, string paymentId, PaymentStatus status);

    [LoggerMessage(1322, LogLevel.Warning, "Nobody could say where {Provider} payment {PaymentId} stands. The next question is due as planned.")]
    public static partial void Failed(ILogger logger, PaymentProvider provider, string paymentId, Exception exception);

    [LoggerMessage(1323, LogLevel.Warning, "{Provider} payments are not asked about for {Pause}: the API takes no more questions now.")]
    public static partial void Paused(ILogger logger, PaymentProvider provider, TimeSpan pause);

    [LoggerMessage(1324, LogLevel.Warning, "{Provider} payment {PaymentId} is still {Status} after {Age}. It is not asked about any more.")]
    public static partial void GaveUp(ILogger logger, PaymentProvider provider, string paymentId, PaymentStatus status, TimeSpan age);

    [LoggerMessage(1325, LogLevel.Error, "What is to be asked about could not be read. It is tried again in {Delay}.")]
    public static partial void ReadFailed(ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1326, LogLevel.Debug, "No client that is registered can be asked about {Provider} payment {PaymentId}.")]
    public static partial void NobodyServes(ILogger logger, PaymentProvider provider, string paymentId);

    [LoggerMessage(1327, LogLevel.Warning, "{Provider} checkout {PaymentId} is {Status}, as its provider says when asked, and a payment that webhooks told of may be the same one. Nothing is announced, and nobody asks again: compare the two and decide.")]
    public static partial void NeedsDecision(ILogger logger, PaymentProvider provider, string paymentId, PaymentStatus status);
}
