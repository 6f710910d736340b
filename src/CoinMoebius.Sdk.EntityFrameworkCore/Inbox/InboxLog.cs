using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>What the inbox logs. The ids are stable; docs/observability.md lists them. Bodies and buyers stay out.</summary>
internal static partial class InboxLog
{
    [LoggerMessage(1301, LogLevel.Error, "{Provider} event {EventId} could not be stored, or not in time. The provider is asked to send it again.")]
    public static partial void NotStored(ILogger logger, PaymentProvider provider, string eventId, Exception exception);

    [LoggerMessage(1302, LogLevel.Error, "The inbox cannot be written: nine of ten writes failed. Deliveries are answered 503 without a try, except for one every two seconds, until a write succeeds. The last failure is below.")]
    public static partial void CircuitOpened(ILogger logger, Exception? exception);

    [LoggerMessage(1303, LogLevel.Information, "The inbox can be written again.")]
    public static partial void CircuitClosed(ILogger logger);

    [LoggerMessage(1304, LogLevel.Error, "{Provider} event {EventId} is parked after {Attempts} attempts. Queue it again once its cause is mended.")]
    public static partial void Parked(ILogger logger, PaymentProvider provider, string eventId, int attempts);

    [LoggerMessage(1305, LogLevel.Warning, "{Provider} event {EventId} is tried again in {Delay}: attempt {Attempt} failed.")]
    public static partial void Retrying(ILogger logger, PaymentProvider provider, string eventId, TimeSpan delay, int attempt);

    [LoggerMessage(1306, LogLevel.Warning, "The lease of {Provider} event {EventId} was lost; whatever this process changed in the database for it is undone.")]
    public static partial void LeaseLost(ILogger logger, PaymentProvider provider, string eventId);

    [LoggerMessage(1307, LogLevel.Error, "The inbox could not be read. It is tried again in {Delay}.")]
    public static partial void ReadFailed(ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1308, LogLevel.Error, "The outcome of {Provider} event {EventId} could not be stored; it is tried again when its lease ends.")]
    public static partial void OutcomeNotStored(ILogger logger, PaymentProvider provider, string eventId, Exception exception);

    [LoggerMessage(1309, LogLevel.Information, "{Count} handled events older than {Age} were deleted.")]
    public static partial void Purged(ILogger logger, int count, TimeSpan age);

    [LoggerMessage(1310, LogLevel.Warning, "Old events could not be deleted; it is tried again in an hour.")]
    public static partial void PurgeFailed(ILogger logger, Exception exception);

    [LoggerMessage(1312, LogLevel.Error, "{Provider} event {EventId}: the attempt failed, and its transaction is undone.")]
    public static partial void AttemptFailed(ILogger logger, PaymentProvider provider, string eventId, Exception exception);

    [LoggerMessage(1313, LogLevel.Error, "A worker of the inbox ended; what it had taken is tried again when its lease ends.")]
    public static partial void WorkerFailed(ILogger logger, Exception exception);

    [LoggerMessage(1314, LogLevel.Warning, "Leases could not be renewed. Another process may take what waits here, and it is handled once all the same.")]
    public static partial void NotRenewed(ILogger logger, Exception exception);

    [LoggerMessage(1315, LogLevel.Warning, "The inbox could not be counted; its gauges stay as they are.")]
    public static partial void NotCounted(ILogger logger, Exception exception);

    [LoggerMessage(1316, LogLevel.Error, "The options of the inbox have become unusable; those before the change stay in force.")]
    public static partial void OptionsUnusable(ILogger logger, Exception exception);

    [LoggerMessage(1311, LogLevel.Warning, "Notes between nodes fail: events of other nodes are found by looking every {Interval}.")]
    public static partial void NotesFailed(ILogger logger, TimeSpan interval, Exception exception);

    [LoggerMessage(1317, LogLevel.Warning, "{Provider} event {EventId} names a checkout that asks for another amount or currency. It is not linked to that checkout.")]
    public static partial void ClaimsAnother(ILogger logger, PaymentProvider provider, string eventId);

    [LoggerMessage(1331, LogLevel.Warning, "The inbox prepares no statements any more: {Why}. Behind a pooler in transaction mode set 'No Reset On Close=true' in the connection string and leave 'Max Auto Prepare' out, unless the pooler keeps prepared statements (PgBouncer 1.21 and later, max_prepared_statements). PrepareStatements=false in the inbox's options says so from the start.")]
    public static partial void NotPrepared(ILogger logger, string why);

    [LoggerMessage(1332, LogLevel.Warning, "LISTEN does not hold on this connection, as behind a pooler in transaction mode: the inbox stops listening, and finds events of other nodes by looking every {Interval}.")]
    public static partial void NotHeard(ILogger logger, TimeSpan interval);
}
