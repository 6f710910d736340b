using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>An event that this process may handle until its lease ends.</summary>
/// <param name="Id">The number of its row.</param>
/// <param name="Lease">The id of the lease: a process whose lease has another id has lost the event.</param>
/// <param name="Provider">The provider that sent it.</param>
/// <param name="Account">The account.</param>
/// <param name="Event">The event; null when the stored text cannot be read.</param>
/// <param name="TraceParent">The trace in which it was accepted.</param>
/// <param name="ReceivedAt">When it was accepted, in Unix milliseconds.</param>
/// <param name="Attempt">The number of this attempt, from 1.</param>
/// <param name="HadFinalAttempt">True when its final attempt began before, and the process died during that one too.</param>
internal sealed record LeasedEvent(
    long Id, Guid Lease, PaymentProvider Provider, string Account, WebhookEvent? Event, string? TraceParent, long ReceivedAt, int Attempt, bool HadFinalAttempt)
{
    /// <summary>The event's id for the log; empty when the event cannot be read.</summary>
    public string EventId => Event?.EventId ?? "";
}
