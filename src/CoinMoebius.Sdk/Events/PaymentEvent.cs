using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Events;

/// <summary>A payment, refund or dispute changed its state.</summary>
public sealed record PaymentEvent : WebhookEvent
{
    // Few events have a price of their own; the others need not carry room for it.
    private readonly Priced? _priced;

    /// <summary>Creates an event, for tests, stores and verifiers of your own.</summary>
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
    /// What this event says of the payment. Earlier events may say more: where a refund of unknown size or a dispute is concerned, act on the
    /// ledger's row (<see cref="Webhooks.WebhookContext.Payment"/>).
    /// </summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>
    /// True when the event tells that the money is there: a success that is about no refund and no dispute. One that failed or was won leads back
    /// to <see cref="PaymentStatus.Succeeded"/> too, and must not ship a second time.
    /// </summary>
    public bool IsPaid => Status == PaymentStatus.Succeeded && Refund is null && Dispute is null;

    /// <summary>The id that the provider's own refunds and disputes of this payment carry. Before there is one, the checkout's id.</summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// The amount in major units of <see cref="Currency"/>: of an event about a refund that refund's, about a dispute the disputed amount,
    /// else what was paid, or is asked. Null when the payload does not say.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of <see cref="Amount"/>, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// What the merchant asked, in units of <see cref="PricedCurrency"/>, where the payload has it beside an <see cref="Amount"/> in another
    /// currency or coin. Compare this with your price when it is there. Else null.
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
    /// The provider's id of the session, order or link that led to the payment; null where the payload does not tell, or it is
    /// <see cref="PaymentId"/> itself.
    /// </summary>
    public string? CheckoutId { get; init; }

    /// <summary>The provider's id of the subscription that the charge belongs to, where the payload tells; else null.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The merchant's own id of the buyer (<c>metadata.customerRef</c>), else the provider's customer id, else null.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>
    /// The merchant's order: the provider's own field for it, else <c>orderId</c>, <c>order_id</c> or <c>reference</c> of the metadata; or null.
    /// Whoever started the checkout wrote it, which may have been the buyer.
    /// </summary>
    public string? Reference { get; init; }

    private sealed record Priced(decimal? Amount, string? Currency)
    {
        public static Priced? Of(decimal? amount, string? currency) => amount is null && currency is null ? null : new(amount, currency);
    }
}
