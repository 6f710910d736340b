using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Events;

/// <summary>An authentic event without a neutral meaning here. Read <see cref="WebhookEvent.RawBody"/> if it matters to you.</summary>
public sealed record UnmappedEvent : WebhookEvent
{
    /// <summary>Creates an event, for tests, stores and verifiers of your own.</summary>
    public UnmappedEvent()
    {
    }

    [SetsRequiredMembers]
    internal UnmappedEvent(in WebhookEventHead head)
        : base(head)
    {
    }
}
