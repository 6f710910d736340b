using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>An event that this process may handle until its lease ends.</summary>
/// <param name="Id">The row.</param>
/// <param name="Lease">The lease's own number: whoever has another one has lost the event.</param>
/// <param name="Provider">Who sent it.</param>
/// <param name="Account">The account.</param>
/// <param name="Event">The event; null when the stored text cannot be read.</param>
/// <param name="TraceParent">The trace in which it was accepted.</param>
/// <param name="ReceivedAt">When, in Unix milliseconds.</param>
/// <param name="Attempt">The number of this attempt, from 1.</param>
/// <param name="HadFinalAttempt">True when its final attempt has begun before, and its process died in that one too.</param>
internal sealed record LeasedEvent(
    long Id, Guid Lease, PaymentProvider Provider, string Account, WebhookEvent? Event, string? TraceParent, long ReceivedAt, int Attempt, bool HadFinalAttempt)
{
    /// <summary>The event's id for the log; empty when the event cannot be read.</summary>
    public string EventId => Event?.EventId ?? "";
}
