using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Events;

/// <summary>An authentic event without a neutral meaning. Read <see cref="WebhookEvent.RawBody"/> if you need it.</summary>
public sealed record UnmappedEvent : WebhookEvent
{
    /// <summary>Creates an event, for tests, stores and your own verifiers.</summary>
    public UnmappedEvent()
    {
    }

    [SetsRequiredMembers]
    internal UnmappedEvent(in WebhookEventHead head)
        : base(head)
    {
    }
}
