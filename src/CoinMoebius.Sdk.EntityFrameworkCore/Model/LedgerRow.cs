namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>Where one payment stands.</summary>
internal sealed class LedgerRow
{
    public required string Provider { get; init; }

    public required string Account { get; init; }

    /// <summary>The id under which the payment was first heard of; it stays when a provider's own id becomes known.</summary>
    public required string PaymentKey { get; init; }

    public required string PaymentId { get; init; }

    /// <summary>The id of the checkout at Coin Moebius.</summary>
    public string? TransactionId { get; init; }

    public required string Status { get; init; }

    public int Rank { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public string? Reference { get; init; }

    public string? CustomerRef { get; init; }

    public bool? IsTest { get; init; }

    /// <summary>The merchant's metadata as a JSON object of texts.</summary>
    public required string Metadata { get; init; }

    /// <summary>Empty while no event has told of it.</summary>
    public required string LastEventId { get; init; }

    public long? OccurredAt { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    /// <summary>When to ask the provider about it; null when it is over, or nobody can be asked.</summary>
    public long? CheckAt { get; init; }

    /// <summary>How often the provider has been asked.</summary>
    public int Checks { get; init; }
}
