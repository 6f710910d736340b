namespace CoinMoebius.Sdk.EntityFrameworkCore;

/// <summary>The options of the durable inbox. The defaults suit most applications; invalid values fail at start-up.</summary>
public sealed class EntityFrameworkInboxOptions
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    /// <summary>
    /// How many events a process handles at a time, each of another payment. 8 unless set; always 1 on SQLite, which has one writer.
    /// </summary>
    public int MaxParallelism { get; set; } = 8;

    /// <summary>
    /// How long an event belongs to the process that took it. The process renews the lease while the event waits for its turn; the transaction
    /// holds it while handlers run. When a process dies, another takes the event after this time. 30 seconds unless set.
    /// </summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// After this many failed attempts the inbox parks an event until it is requeued. 16 unless set: with the other defaults, after two and a
    /// half to five hours.
    /// </summary>
    public int MaxAttempts { get; set; } = 16;

    /// <summary>
    /// The pause after the first failed attempt. It doubles each time, and is shortened at random by up to a half. 2 seconds unless set.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause between attempts. One hour unless set.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How often the process polls the table. 2 seconds unless set. New events wake the process at once; polling finds events whose pause or
    /// lease has ended, and those of other nodes when a notification was lost.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long the database may take to store deliveries; a delivery that queues behind others waits up to twice that. After that the endpoint
    /// responds 503. 3 seconds unless set.
    /// </summary>
    public TimeSpan AcceptTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Whether PostgreSQL keeps the statements that each event needs prepared, which saves planning them. True unless set. Behind a pooler
    /// that shares sessions the inbox prepares none, regardless of this option.
    /// </summary>
    public bool PrepareStatements { get; set; } = true;

    /// <summary>
    /// How long the inbox keeps handled events, to recognise a repeated delivery. 36 days unless set, longer than any provider redelivers;
    /// null keeps them forever.
    /// </summary>
    public TimeSpan? Retention { get; set; } = TimeSpan.FromDays(36);

    /// <summary>How long a shutdown waits for running handlers. 20 seconds unless set; the host's own shutdown timeout applies as well.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an event may wait before the health check reports the inbox as degraded. Two minutes unless set.</summary>
    public TimeSpan UnhealthyLag { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a payment may stay pending before the inbox queries its provider, through the registered client. Ten minutes unless set; null
    /// turns these queries off. Later queries follow at growing intervals.
    /// </summary>
    public TimeSpan? ReconcileAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>For how long the inbox queries the provider about a pending payment. 7 days unless set.</summary>
    public TimeSpan ReconcileFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How many payments a process queries per minute at most. 20 unless set, a third of what the Coin Moebius API allows.</summary>
    public int ReconcilesPerMinute { get; set; } = 20;

    internal IEnumerable<string> Validate()
    {
        if (MaxParallelism is < 1 or > 1024)
        {
            yield return "MaxParallelism must be 1 to 1024.";
        }

        if (LeaseDuration < TimeSpan.FromSeconds(1))
        {
            yield return "LeaseDuration must be at least one second, so that it can be renewed in time.";
        }

        if (MaxAttempts < 1)
        {
            yield return "MaxAttempts must be at least 1.";
        }

        if (RetryDelay <= TimeSpan.Zero || MaxRetryDelay < RetryDelay)
        {
            yield return "RetryDelay must be above zero, and MaxRetryDelay must not be less than RetryDelay.";
        }

        if (PollInterval <= TimeSpan.Zero || AcceptTimeout <= TimeSpan.Zero || DrainTimeout < TimeSpan.Zero)
        {
            yield return "PollInterval and AcceptTimeout must be above zero, and DrainTimeout must not be negative.";
        }

        if (ReconcileAfter <= TimeSpan.Zero || ReconcileFor <= TimeSpan.Zero || ReconcilesPerMinute is < 1 or > 6000)
        {
            yield return "ReconcileAfter and ReconcileFor must be above zero, and ReconcilesPerMinute must be 1 to 6000. Set ReconcileAfter to null to turn these queries off.";
        }

        if (new[] { PollInterval, AcceptTimeout, DrainTimeout, LeaseDuration }.Max() > LongestTimer)
        {
            yield return "PollInterval, AcceptTimeout, DrainTimeout and LeaseDuration must be at most 40 days, the longest time that timers support.";
        }

        if (Retention <= TimeSpan.Zero)
        {
            yield return "Retention must be above zero. Set it to null to keep everything.";
        }
    }
}
