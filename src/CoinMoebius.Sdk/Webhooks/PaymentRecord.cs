using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>One payment in the ledger. Values that are missing in one event come from the others.</summary>
public sealed record PaymentRecord
{
    /// <summary>The provider of the payment.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The account; empty for the only one.</summary>
    public string Account { get; init; } = "";

    /// <summary>The provider's id; while the payment is only expected and has none, the id of the transaction or the order.</summary>
    public required string PaymentId { get; init; }

    /// <summary>The transaction at Coin Moebius from <see cref="IPaymentLedger.ExpectAsync"/>, or null.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The provider's id of the session, order or link of the payment, if it differs from <see cref="PaymentId"/>; or null.</summary>
    public string? CheckoutId { get; init; }

    /// <summary>The provider's id of the payment's subscription, or null.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>
    /// The status according to all events, in any order: disputed while a dispute is open or was lost; reversed; refunded when the full paid
    /// amount was refunded or a refund is marked as full; partially refunded when less was; otherwise the furthest status reached.
    /// </summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>
    /// The amount for <see cref="Status"/>, in major units of <see cref="Currency"/>: the amount due or paid, for a refunded payment
    /// <see cref="AmountRefunded"/>, for a disputed one the disputed amount; or null.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of the amounts, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>The amount paid, in full or in part; null while unknown.</summary>
    public decimal? AmountPaid { get; init; }

    /// <summary>The amount of all refunds, each counted once, without failed and pending ones.</summary>
    public decimal AmountRefunded { get; init; }

    /// <summary>The price, if the payload has it beside an amount in another currency; see <see cref="PaymentEvent.PricedAmount"/>.</summary>
    public decimal? PricedAmount { get; init; }

    /// <summary>The upper-case currency code of <see cref="PricedAmount"/>, or null.</summary>
    public string? PricedCurrency { get; init; }

    /// <summary>The open dispute, otherwise a lost one; null when there is neither.</summary>
    public PaymentDispute? Dispute { get; init; }

    /// <summary>
    /// The merchant's order from <see cref="IPaymentLedger.ExpectAsync"/>; for a payment that nobody expected, the one in its events, which a
    /// buyer may have written; or null.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>The merchant's own id of the buyer, or null.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>True for test mode, false for live mode, null when unknown.</summary>
    public bool? IsTest { get; init; }

    /// <summary>The metadata of the event about the payment itself; refunds and disputes do not replace them.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata.Instance;

    /// <summary>The id of the event that set the status; empty while the payment is only expected.</summary>
    public required string LastEventId { get; init; }

    /// <summary>When the payment reached its status, according to the provider; or null.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When the first event about it was handled, or when it was recorded as expected.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the ledger last changed its status.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>False until the provider has assigned an id, which a query needs.</summary>
    internal bool HasProviderId => LastEventId.Length > 0 || (PaymentId != TransactionId && PaymentId != Reference);

    /// <summary>Returns only the provider and status; the text may be logged.</summary>
    public override string ToString() => $"{Provider} payment {Status}";
}
