namespace CoinMoebius.Sdk.EntityFrameworkCore;

/// <summary>How the durable inbox works. The defaults suit most applications; wrong values fail at start-up.</summary>
public sealed class EntityFrameworkInboxOptions
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    /// <summary>How many events one process handles at a time, each of another payment. 8 unless set. SQLite has one writer, so there it is 1.</summary>
    public int MaxParallelism { get; set; } = 8;

    /// <summary>
    /// How long an event belongs to the process that took it; renewed while it waits for its turn, and kept by the transaction while its
    /// handlers run. When a process dies, another takes the event after so long. 30 seconds unless set.
    /// </summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After so many failed attempts an event is parked until somebody queues it again. 16 unless set, with the other defaults after two and a half to five hours.</summary>
    public int MaxAttempts { get; set; } = 16;

    /// <summary>The pause after the first failed attempt; it doubles each time, and a random part of up to half of it is left out. 2 seconds unless set.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause between attempts. One hour unless set.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How often the table is looked at when nothing wakes the process. 2 seconds unless set. New events wake it at once; this finds
    /// those whose pause or lease has ended, and those of other nodes when a note was lost.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the database may take to store deliveries; one that has to wait for others before it waits twice that. Then it is answered 503. 3 seconds unless set.</summary>
    public TimeSpan AcceptTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Whether PostgreSQL is to keep the statements that each event needs prepared, which saves their planning. True unless set. Behind a
    /// pooler, where a session may be another's next, none are prepared whatever is set.
    /// </summary>
    public bool PrepareStatements { get; set; } = true;

    /// <summary>
    /// How long handled events are kept, to recognise a repeated delivery. 36 days unless set, longer than any provider repeats itself;
    /// null keeps them for ever.
    /// </summary>
    public TimeSpan? Retention { get; set; } = TimeSpan.FromDays(36);

    /// <summary>How long a stop waits for handlers that are running. 20 seconds unless set; the host's own limit counts as well.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an event may wait before the health check calls the inbox degraded. Two minutes unless set.</summary>
    public TimeSpan UnhealthyLag { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a payment may stay pending before its provider is asked about it, through the client of it that is registered. Ten minutes
    /// unless set; null never asks. Later questions come at growing intervals.
    /// </summary>
    public TimeSpan? ReconcileAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>For how long a pending payment is asked about. 7 days unless set.</summary>
    public TimeSpan ReconcileFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How many payments one process asks about in a minute at most. 20 unless set, a third of what the Coin Moebius API allows.</summary>
    public int ReconcilesPerMinute { get; set; } = 20;

    internal IEnumerable<string> Validate()
    {
        if (MaxParallelism is < 1 or > 1024)
        {
            yield return "MaxParallelism must be 1 to 1024.";
        }

        if (LeaseDuration < TimeSpan.FromSeconds(1))
        {
            yield return "LeaseDuration must be one second or more, so that it can be renewed in time.";
        }

        if (MaxAttempts < 1)
        {
            yield return "MaxAttempts must be 1 or more.";
        }

        if (RetryDelay <= TimeSpan.Zero || MaxRetryDelay < RetryDelay)
        {
            yield return "RetryDelay must be above zero and MaxRetryDelay not below it.";
        }

        if (PollInterval <= TimeSpan.Zero || AcceptTimeout <= TimeSpan.Zero || DrainTimeout < TimeSpan.Zero)
        {
            yield return "PollInterval and AcceptTimeout must be above zero, DrainTimeout not negative.";
        }

        if (ReconcileAfter <= TimeSpan.Zero || ReconcileFor <= TimeSpan.Zero || ReconcilesPerMinute is < 1 or > 6000)
        {
            yield return "ReconcileAfter and ReconcileFor must be above zero, ReconcilesPerMinute 1 to 6000; a ReconcileAfter of null never asks.";
        }

        if (new[] { PollInterval, AcceptTimeout, DrainTimeout, LeaseDuration }.Max() > LongestTimer)
        {
            yield return "PollInterval, AcceptTimeout, DrainTimeout and LeaseDuration must be 40 days or less, which is as long as timers run.";
        }

        if (Retention <= TimeSpan.Zero)
        {
            yield return "Retention must be above zero; null keeps everything.";
        }
    }
}
