using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>A stored event.</summary>
public sealed record WebhookInboxEntry
{
    /// <summary>Its number in the inbox; later ones have larger numbers.</summary>
    public required long Id { get; init; }

    /// <summary>Who sent it.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The account; empty for the only one.</summary>
    public required string Account { get; init; }

    /// <summary>The id of the event.</summary>
    public required string EventId { get; init; }

    /// <summary>The provider's name of the event.</summary>
    public required string EventType { get; init; }

    /// <summary>The payment or subscription it is about, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>Where it stands.</summary>
    public required WebhookInboxState State { get; init; }

    /// <summary>How many attempts have begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it is tried next, or when the lease of the attempt that runs ends; null when it is handled or parked.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was handled; null when it is not.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>The type of the exception that ended the last attempt, or null.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The message of that exception, shortened, without what looks like a person's address or number; or null.</summary>
    public string? ErrorText { get; init; }

    /// <summary>The event; null in lists, and when the stored text cannot be read.</summary>
    public WebhookEvent? Event { get; init; }

    /// <summary>The number, provider, type and state, so that the text may be logged.</summary>
    public override string ToString() => $"#{Id} {Provider} {EventType} {State}";
}
