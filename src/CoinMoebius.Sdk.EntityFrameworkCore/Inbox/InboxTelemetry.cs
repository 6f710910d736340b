using System.Diagnostics;
using System.Diagnostics.Metrics;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>The traces and metrics of the inbox, under the same source name as the SDK's others.</summary>
internal static class InboxTelemetry
{
    private const string Name = "CoinMoebius.Sdk";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(
        "coinmoebius.inbox.lag", "s", "Time from the acceptance of an event to the start of its first attempt.");

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "coinmoebius.inbox.attempts", "{attempt}", "Attempts to handle stored events, by provider and outcome.");

    private static WebhookInboxGauge _latest;

    static InboxTelemetry()
    {
        Pending = Meter.CreateObservableGauge(
            "coinmoebius.inbox.pending", static () => _latest.Pending, "{event}", "Stored events that are waiting or being handled, in the whole database.");
        Parked = Meter.CreateObservableGauge(
            "coinmoebius.inbox.parked", static () => _latest.Parked, "{event}", "Parked events, in the whole database.");
        OldestPending = Meter.CreateObservableGauge(
            "coinmoebius.inbox.oldest", static () => _latest.OldestSeconds, "s", "How long the oldest stored event has waited.");
    }

    private static ObservableGauge<long> Pending { get; }

    private static ObservableGauge<long> Parked { get; }

    private static ObservableGauge<double> OldestPending { get; }

    /// <summary>True when a listener reads the gauges, which cost a query.</summary>
    public static bool IsWatched => Pending.Enabled || Parked.Enabled || OldestPending.Enabled;

    public static void Count(long pending, long parked, TimeSpan oldest) => _latest = new(pending, parked, oldest.TotalSeconds);

    /// <summary>Starts a trace for an attempt, linked to the trace in which the event was accepted.</summary>
    public static Activity? StartAttempt(LeasedEvent leased, long now)
    {
        if (Lag.Enabled && leased.Attempt == 1)
        {
            Lag.Record(Math.Max(0, now - leased.ReceivedAt) / 1000.0, new KeyValuePair<string, object?>("provider", leased.Provider.Value));
        }

        if (!Source.HasListeners())
        {
            return null;
        }

        ActivityLink[] links = ActivityContext.TryParse(leased.TraceParent, null, isRemote: true, out var accepted) ? [new(accepted)] : [];
        var attempt = Source.StartActivity("coinmoebius.inbox.attempt", ActivityKind.Consumer, parentContext: default, links: links);
        attempt?.SetTag("provider", leased.Provider.Value).SetTag("attempt", leased.Attempt);
        return attempt;
    }

    /// <summary>Ends the trace of an attempt, and counts the attempt.</summary>
    /// <param name="attempt">The result of <see cref="StartAttempt"/>.</param>
    /// <param name="provider">Who sent the event.</param>
    /// <param name="outcome">handled, failed, parked, lease_lost or released.</param>
    public static void EndAttempt(Activity? attempt, PaymentProvider provider, string outcome)
    {
        if (Attempts.Enabled)
        {
            Attempts.Add(1, new("provider", provider.Value), new("outcome", outcome));
        }

        if (attempt is null)
        {
            return;
        }

        attempt.SetTag("outcome", outcome);
        if (outcome is "failed" or "parked")
        {
            attempt.SetStatus(ActivityStatusCode.Error);
        }

        attempt.Dispose();
    }

    private readonly record struct WebhookInboxGauge(long Pending, long Parked, double OldestSeconds);
}
