using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>A stored event.</summary>
public sealed record WebhookInboxEntry
{
    /// <summary>The number in the inbox; later events have larger numbers.</summary>
    public required long Id { get; init; }

    /// <summary>The provider that sent it.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The account; empty for the only one.</summary>
    public required string Account { get; init; }

    /// <summary>The id of the event.</summary>
    public required string EventId { get; init; }

    /// <summary>The provider's name of the event.</summary>
    public required string EventType { get; init; }

    /// <summary>The id of its payment or subscription, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>The state.</summary>
    public required WebhookInboxState State { get; init; }

    /// <summary>The number of attempts started.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the next attempt is due, or when the lease of the running attempt ends; null when handled or parked.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was handled, or null.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>The type of the exception that ended the last attempt, or null.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The message of that exception, shortened and without apparent addresses or numbers of persons; or null.</summary>
    public string? ErrorText { get; init; }

    /// <summary>The event; null in lists, and when the stored text is unreadable.</summary>
    public WebhookEvent? Event { get; init; }

    /// <summary>Returns the number, provider, type and state; the text may be logged.</summary>
    public override string ToString() => $"#{Id} {Provider} {EventType} {State}";
}
