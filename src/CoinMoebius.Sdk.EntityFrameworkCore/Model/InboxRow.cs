using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>One authentic event, stored before its delivery was answered.</summary>
internal sealed class InboxRow
{
    public long Id { get; init; }

    public required string Provider { get; init; }

    public required string Account { get; init; }

    public required string EventId { get; init; }

    /// <summary>What must be handled in order: the payment or the subscription; null for other events.</summary>
    public string? Subject { get; init; }

    public required string EventType { get; init; }

    public string? DeliveryId { get; init; }

    /// <summary>The normalised event, as <c>WebhookEventJson</c> writes it.</summary>
    public required byte[] Event { get; init; }

    public required byte[] RawBody { get; init; }

    /// <summary>The trace in which it was accepted (W3C traceparent).</summary>
    public string? TraceParent { get; init; }

    /// <summary>All times are Unix milliseconds, which every engine stores and compares alike.</summary>
    public long ReceivedAt { get; init; }

    public WebhookInboxState State { get; init; }

    /// <summary>When it may be taken: now, after a pause, or at the end of the lease that holds it.</summary>
    public long DueAt { get; init; }

    /// <summary>The lease that holds it, or held it last.</summary>
    public Guid? Lease { get; init; }

    public int Attempts { get; init; }

    public long? ProcessedAt { get; init; }

    /// <summary>The type of the last attempt's exception.</summary>
    public string? ErrorType { get; init; }

    public string? ErrorText { get; init; }
}
