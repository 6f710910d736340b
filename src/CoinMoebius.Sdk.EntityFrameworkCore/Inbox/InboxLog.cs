using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>
/// The log messages of the inbox. The ids are stable; docs/observability.md lists them. They contain no bodies and no data of buyers.
/// </summary>
internal static partial class InboxLog
{
    [LoggerMessage(1301, LogLevel.Error, "{Provider} event {EventId} could not be stored in time. The endpoint responds 503, so that the provider sends it again.")]
    public static partial void NotStored(ILogger logger, PaymentProvider provider, string eventId, Exception exception);

    [LoggerMessage(1302, LogLevel.Error, "Nine of ten writes to the inbox failed. Until a write succeeds, the endpoint responds 503 without a write, except for one attempt every two seconds. The last failure follows.")]
    public static partial void CircuitOpened(ILogger logger, Exception? exception);

    [LoggerMessage(1303, LogLevel.Information, "Writes to the inbox succeed again.")]
    public static partial void CircuitClosed(ILogger logger);

    [LoggerMessage(1304, LogLevel.Error, "{Provider} event {EventId} is parked after {Attempts} attempts. Requeue it once the cause is fixed.")]
    public static partial void Parked(ILogger logger, PaymentProvider provider, string eventId, int attempts);

    [LoggerMessage(1305, LogLevel.Warning, "Attempt {Attempt} at {Provider} event {EventId} failed. The next attempt follows in {Delay}.")]
    public static partial void Retrying(ILogger logger, PaymentProvider provider, string eventId, TimeSpan delay, int attempt);

    [LoggerMessage(1306, LogLevel.Warning, "The lease of {Provider} event {EventId} was lost. The changes that this process made in the database for it are undone.")]
    public static partial void LeaseLost(ILogger logger, PaymentProvider provider, string eventId);

    [LoggerMessage(1307, LogLevel.Error, "The inbox could not be read. The next try follows in {Delay}.")]
    public static partial void ReadFailed(ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1308, LogLevel.Error, "The outcome of {Provider} event {EventId} could not be stored. The event is tried again when its lease ends.")]
    public static partial void OutcomeNotStored(ILogger logger, PaymentProvider provider, string eventId, Exception exception);

    [LoggerMessage(1309, LogLevel.Information, "{Count} handled events older than {Age} were deleted.")]
    public static partial void Purged(ILogger logger, int count, TimeSpan age);

    [LoggerMessage(1310, LogLevel.Warning, "Old events could not be deleted. The next try follows in an hour.")]
    public static partial void PurgeFailed(ILogger logger, Exception exception);

    [LoggerMessage(1312, LogLevel.Error, "{Provider} event {EventId}: the attempt failed, and its transaction is rolled back.")]
    public static partial void AttemptFailed(ILogger logger, PaymentProvider provider, string eventId, Exception exception);

    [LoggerMessage(1313, LogLevel.Error, "A worker of the inbox ended. The events that it had taken are tried again when their leases end.")]
    public static partial void WorkerFailed(ILogger logger, Exception exception);

    [LoggerMessage(1314, LogLevel.Warning, "Leases could not be renewed. Another process may take the waiting events; each is still handled only once.")]
    public static partial void NotRenewed(ILogger logger, Exception exception);

    [LoggerMessage(1315, LogLevel.Warning, "The events in the inbox could not be counted. Its gauges keep their last values.")]
    public static partial void NotCounted(ILogger logger, Exception exception);

    [LoggerMessage(1316, LogLevel.Error, "The changed options of the inbox are invalid. The previous options stay in force.")]
    public static partial void OptionsUnusable(ILogger logger, Exception exception);

    [LoggerMessage(1311, LogLevel.Warning, "Notifications between nodes fail. Polling every {Interval} finds the events of other nodes.")]
    public static partial void NotesFailed(ILogger logger, TimeSpan interval, Exception exception);

    [LoggerMessage(1317, LogLevel.Warning, "{Provider} event {EventId} names a checkout with another amount or currency. It is not linked to that checkout.")]
    public static partial void ClaimsAnother(ILogger logger, PaymentProvider provider, string eventId);

    [LoggerMessage(1331, LogLevel.Warning, "The inbox stops preparing statements: {Why}. Behind a pooler in transaction mode set 'No Reset On Close=true' in the connection string and leave 'Max Auto Prepare' out, unless the pooler keeps prepared statements (PgBouncer 1.21 and later, max_prepared_statements). PrepareStatements=false in the options of the inbox turns prepared statements off from the start.")]
    public static partial void NotPrepared(ILogger logger, string why);

    [LoggerMessage(1332, LogLevel.Warning, "LISTEN does not last on this connection, as behind a pooler in transaction mode. The inbox stops listening; polling every {Interval} finds the events of other nodes.")]
    public static partial void NotHeard(ILogger logger, TimeSpan interval);
}
