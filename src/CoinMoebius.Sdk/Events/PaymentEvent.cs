using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Events;

/// <summary>A change of a payment, refund or dispute.</summary>
public sealed record PaymentEvent : WebhookEvent
{
    // Few events have a separate price; the others save its memory.
    private readonly Priced? _priced;

    /// <summary>Creates an event, for tests, stores and your own verifiers.</summary>
    public PaymentEvent()
    {
    }

    [SetsRequiredMembers]
    internal PaymentEvent(in WebhookEventHead head, PaymentStatus status, string paymentId)
        : base(head)
    {
        Status = status;
        PaymentId = paymentId;
    }

    /// <summary>
    /// The status of the payment according to this event. Earlier events may add to it: for a refund of unknown size or a dispute, act on
    /// the ledger's row (<see cref="Webhooks.WebhookContext.Payment"/>).
    /// </summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>
    /// True when the event reports that the money is there: a success that concerns no refund and no dispute. A refund that failed or a dispute
    /// that was won also leads back to <see cref="PaymentStatus.Succeeded"/>, and must not ship the goods a second time.
    /// </summary>
    public bool IsPaid => Status == PaymentStatus.Succeeded && Refund is null && Dispute is null;

    /// <summary>The id that the provider's refunds and disputes of this payment carry; before it exists, the checkout's id.</summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// The amount in major units of <see cref="Currency"/>: for an event about a refund the refunded amount, about a dispute the disputed
    /// amount, otherwise the amount paid or due. Null when the payload has none.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of <see cref="Amount"/>, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// The merchant's price in units of <see cref="PricedCurrency"/>, if the payload has it beside an <see cref="Amount"/> in another currency
    /// or coin. Compare this with your price if it is set; otherwise null.
    /// </summary>
    public decimal? PricedAmount
    {
        get => _priced?.Amount;
        init => _priced = Priced.Of(value, _priced?.Currency);
    }

    /// <summary>The upper-case currency code of <see cref="PricedAmount"/>, or null.</summary>
    public string? PricedCurrency
    {
        get => _priced?.Currency;
        init => _priced = Priced.Of(_priced?.Amount, value);
    }

    /// <summary>The refund that this event is about; null for events about anything else.</summary>
    public PaymentRefund? Refund { get; init; }

    /// <summary>The dispute that this event is about; null for events about anything else.</summary>
    public PaymentDispute? Dispute { get; init; }

    /// <summary>
    /// The provider's id of the session, order or link that led to the payment; null when the payload has none or it equals
    /// <see cref="PaymentId"/>.
    /// </summary>
    public string? CheckoutId { get; init; }

    /// <summary>The provider's id of the subscription that the charge belongs to; null when the payload has none.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The merchant's own id of the buyer (<c>metadata.customerRef</c>), else the provider's customer id, else null.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>
    /// The merchant's order: the provider's field for it, else <c>orderId</c>, <c>order_id</c> or <c>reference</c> of the metadata; or null.
    /// The party that started the checkout wrote it, which may have been the buyer.
    /// </summary>
    public string? Reference { get; init; }

    private sealed record Priced(decimal? Amount, string? Currency)
    {
        public static Priced? Of(decimal? amount, string? currency) => amount is null && currency is null ? null : new(amount, currency);
    }
}
