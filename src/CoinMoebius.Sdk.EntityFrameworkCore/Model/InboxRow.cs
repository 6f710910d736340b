using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// One authentic event, stored before the endpoint responded. Public for Entity Framework's proxies and compiled models only; it may
/// change with any version: read through <see cref="IWebhookInbox"/>.
/// </summary>
public class InboxRow
{
    /// <summary>The number of the row, ascending.</summary>
    public virtual long Id { get; init; }

    /// <summary>The provider that sent it.</summary>
    public virtual required string Provider { get; init; }

    /// <summary>The account; empty for the default account.</summary>
    public virtual required string Account { get; init; }

    /// <summary>The provider's id of the event.</summary>
    public virtual required string EventId { get; init; }

    /// <summary>The payment or subscription whose events are handled in order; null for other events.</summary>
    public virtual string? Subject { get; init; }

    /// <summary>The provider's name of the event.</summary>
    public virtual required string EventType { get; init; }

    /// <summary>The signed id of the first delivery, or null.</summary>
    public virtual string? DeliveryId { get; init; }

    /// <summary>The normalised event, as <c>WebhookEventJson</c> writes it.</summary>
    public virtual required byte[] Event { get; init; }

    /// <summary>The body exactly as received.</summary>
    public virtual required byte[] RawBody { get; init; }

    /// <summary>The trace in which it was accepted (W3C traceparent).</summary>
    public virtual string? TraceParent { get; init; }

    /// <summary>When it was stored. All times are Unix milliseconds, which every database stores and compares alike.</summary>
    public virtual long ReceivedAt { get; init; }

    /// <summary>Whether it is pending, processed or parked.</summary>
    public virtual WebhookInboxState State { get; init; }

    /// <summary>When it may be taken: now, after a pause, or at the end of the lease that holds it.</summary>
    public virtual long DueAt { get; init; }

    /// <summary>The lease that holds it, or held it last.</summary>
    public virtual Guid? Lease { get; init; }

    /// <summary>How many attempts have begun.</summary>
    public virtual int Attempts { get; init; }

    /// <summary>When its final attempt began, which runs alone after the process died during all others; null before.</summary>
    public virtual long? FinalAttemptAt { get; init; }

    /// <summary>When it was handled, or null.</summary>
    public virtual long? ProcessedAt { get; init; }

    /// <summary>The type of the last attempt's exception.</summary>
    public virtual string? ErrorType { get; init; }

    /// <summary>The exception's message, with email addresses and long numbers redacted.</summary>
    public virtual string? ErrorText { get; init; }
}
