namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>Where one payment stands.</summary>
internal sealed class LedgerRow
{
    public required string Provider { get; init; }

    public required string Account { get; init; }

    public required string PaymentId { get; init; }

    public required string Status { get; init; }

    public int Rank { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public string? Reference { get; init; }

    public string? CustomerRef { get; init; }

    public bool? IsTest { get; init; }

    /// <summary>The merchant's metadata as a JSON object of texts.</summary>
    public required string Metadata { get; init; }

    public required string LastEventId { get; init; }

    public long? OccurredAt { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }
}
