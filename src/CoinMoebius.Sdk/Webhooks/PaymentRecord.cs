using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>One payment in the ledger. What one event left out is as another said it.</summary>
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

    /// <summary>The provider's id of the session, order or link that led to it, where one is known apart from <see cref="PaymentId"/>; or null.</summary>
    public string? CheckoutId { get; init; }

    /// <summary>The provider's id of the subscription that it belongs to, or null.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>
    /// Where it stands by all of its events: disputed while a dispute is open or was lost; reversed; refunded when as much went back as was paid,
    /// or a refund says that it is all; partially refunded when less did; else the furthest it has come. The same whatever the order of the events.
    /// </summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>
    /// The amount that goes with <see cref="Status"/>, in major units of <see cref="Currency"/>: what is asked or was paid, of a refunded payment
    /// <see cref="AmountRefunded"/>, of a disputed one the disputed amount; or null.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of the amounts, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>What was paid, in whole or in part; null while nobody has told.</summary>
    public decimal? AmountPaid { get; init; }

    /// <summary>What went back by all refunds, each counted once; those that failed or are pending do not count.</summary>
    public decimal AmountRefunded { get; init; }

    /// <summary>What was asked, where the payload has it beside an amount in another currency or coin; see <see cref="PaymentEvent.PricedAmount"/>.</summary>
    public decimal? PricedAmount { get; init; }

    /// <summary>The upper-case currency code of <see cref="PricedAmount"/>, or null.</summary>
    public string? PricedCurrency { get; init; }

    /// <summary>The dispute that is open, else one that was lost; null when there is neither.</summary>
    public PaymentDispute? Dispute { get; init; }

    /// <summary>
    /// The merchant's order as <see cref="IPaymentLedger.ExpectAsync"/> noted it; of a payment that nobody expected what its events say, which
    /// a buyer may have written; or null.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>The merchant's own id of the buyer, or null.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>True for test mode, false for live, null where nobody says.</summary>
    public bool? IsTest { get; init; }

    /// <summary>The metadata of the event that told of the payment itself; refunds and disputes do not replace them.</summary>
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
