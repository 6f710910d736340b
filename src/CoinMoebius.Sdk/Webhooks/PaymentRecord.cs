using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>One payment in the ledger. What an event left out stays as an earlier one said it.</summary>
public sealed record PaymentRecord
{
    /// <summary>Who carries it.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The account; empty for the only one.</summary>
    public string Account { get; init; } = "";

    /// <summary>The provider's id of it; the transaction's or the order's while it is only expected and the provider has given none.</summary>
    public required string PaymentId { get; init; }

    /// <summary>Its transaction at Coin Moebius as <see cref="IPaymentLedger.ExpectAsync"/> noted it, or null.</summary>
    public string? TransactionId { get; init; }

    /// <summary>Where it stands.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The amount in major units of <see cref="Currency"/>, with the meaning of <see cref="PaymentEvent.Amount"/> for its status; or null.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of <see cref="Amount"/>, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// The merchant's order as <see cref="IPaymentLedger.ExpectAsync"/> noted it; of a payment that nobody expected what its events say, which
    /// a buyer may have written; or null.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>The merchant's own id of the buyer, or null.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>True for test mode, false for live, null where nobody says.</summary>
    public bool? IsTest { get; init; }

    /// <summary>The metadata of the event that brought it here.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata.Instance;

    /// <summary>The id of the event that brought it here; empty while it is only expected.</summary>
    public required string LastEventId { get; init; }

    /// <summary>When it came to its status, according to the provider; or null.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When the first event about it was handled, or it was expected.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its status was last changed here.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>False while the provider has not given an id, so that it cannot be asked about one.</summary>
    internal bool HasProviderId => LastEventId.Length > 0 || (PaymentId != TransactionId && PaymentId != Reference);

    /// <summary>The provider and status alone, so that the text may be logged.</summary>
    public override string ToString() => $"{Provider} payment {Status}";
}
