namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>Where one payment stands.</summary>
internal sealed class LedgerRow
{
    public required string Provider { get; init; }

    public required string Account { get; init; }

    /// <summary>The provider's id; of a row that the application wrote before it knew that, the transaction or the order.</summary>
    public required string PaymentId { get; init; }

    /// <summary>The id of the checkout at Coin Moebius, as the application wrote it.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The merchant's order, as the application wrote it.</summary>
    public string? OrderReference { get; init; }

    /// <summary>What the application asked for; null when it wrote nothing.</summary>
    public decimal? ExpectedAmount { get; init; }

    public string? ExpectedCurrency { get; init; }

    /// <summary>The transaction that the payload's metadata name: a claim, which joins nothing by itself.</summary>
    public string? ClaimedId { get; init; }

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
