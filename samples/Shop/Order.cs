using System.Collections.Immutable;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Manual;
using CoinMoebius.Sdk.Webhooks;

namespace Shop;

/// <summary>One purchase, and where the payment that it follows stands. Changing it gives a new one.</summary>
public sealed record Order(string Id, Product Product, string Provider, string? TransactionId, DateTimeOffset CreatedAt)
{
    /// <summary>The status of an order before the first event.</summary>
    public const string New = "new";

    /// <summary>The status of an order whose payment is not what the product costs: a person must look.</summary>
    public const string Review = "review";

    /// <summary>What the buyer is asked for, in major units of <see cref="Currency"/>; the catalogue's price unless the rail takes another currency.</summary>
    public decimal Price { get; init; } = Product.Price;

    public string Currency { get; init; } = Product.Currency;

    /// <summary><see cref="New"/>, a payment status, or <see cref="Review"/>.</summary>
    public string Status { get; init; } = New;

    /// <summary>What the buyer must know, when there is no hosted page.</summary>
    public Instructions? Instructions { get; init; }

    /// <summary>The payment by mail, if it is paid so.</summary>
    public ManualPayment? Letter { get; init; }

    /// <summary>The payment that the order follows, by the provider's id of it; null before the first event.</summary>
    public string? PaymentId { get; init; }

    /// <summary>What came, in major units of <see cref="PaidCurrency"/>; null while nobody has told.</summary>
    public decimal? AmountPaid { get; init; }

    /// <summary>What went back of it.</summary>
    public decimal AmountRefunded { get; init; }

    /// <summary>The part of that which went back by payments of their own, see <see cref="Refund"/>.</summary>
    public decimal RefundedApart { get; init; }

    /// <summary>The currency that was paid in: the order's, or a coin.</summary>
    public string? PaidCurrency { get; init; }

    /// <summary>The outcome of a dispute that is open or was lost; null when there is none.</summary>
    public string? Dispute { get; init; }

    /// <summary>When the goods were sent on their way, which happens once; or null.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    public ImmutableList<OrderEntry> History { get; init; } = [];

    /// <summary>True while the whole price has come and is not disputed or given back.</summary>
    public bool IsPaid => Status is PaymentStatus.Values.Succeeded or PaymentStatus.Values.PartiallyRefunded;

    /// <summary>The order after an event of a payment. No late event turns it back: the ledger has put all of them together.</summary>
    /// <param name="payment">Where the payment stands now.</param>
    /// <param name="acceptTest">True where payments of test mode pay.</param>
    public Order Apply(PaymentRecord payment, bool acceptTest = false)
    {
        var pays = IsWorth(payment) && (acceptTest || payment.IsTest is not true);
        if (!Follows(payment, pays))
        {
            return this;
        }

        var next = this with
        {
            Status = StatusBy(payment, pays),
            PaymentId = payment.PaymentId,
            AmountPaid = payment.AmountPaid,
            AmountRefunded = payment.AmountRefunded + RefundedApart,
            PaidCurrency = payment.Currency,
            Dispute = payment.Dispute?.Outcome.Value,
        };
        return next.WithStatusOfRefunds();
    }

    /// <summary>The order after a refund that is a payment of its own: the ledger cannot know which payment it gives back.</summary>
    public Order Refund(decimal amount)
    {
        var next = this with { AmountRefunded = AmountRefunded + amount, RefundedApart = RefundedApart + amount };
        return next.WithStatusOfRefunds();
    }

    private Order WithStatusOfRefunds() => !IsPaid || RefundedApart == 0 ? this : this with
    {
        Status = AmountRefunded >= AmountPaid ? PaymentStatus.Values.Refunded : PaymentStatus.Values.PartiallyRefunded,
    };

    // A letter is in the shop's own hands: it can be opened again after it had expired, which no other payment can.
    private string StatusBy(PaymentRecord payment, bool pays) =>
        Letter is not null ? Letter.Status.Value
        : !pays && (payment.Status == PaymentStatus.Succeeded || payment.Status == PaymentStatus.PartiallyRefunded) ? Review
        : payment.Status.Value;

    // An order may be paid in several attempts, and anybody can send a few cents in the name of another's. Another payment than the one it
    // follows counts when it pays, or has come further, and never once the goods are on their way.
    private bool Follows(PaymentRecord payment, bool pays) =>
        PaymentId is null
        || PaymentId == payment.PaymentId

        // Before the provider has given an id, the checkout or the transaction stands for it.
        || PaymentId == payment.CheckoutId
        || PaymentId == payment.TransactionId
        || (ShippedAt is null
            && ((pays && payment.Status == PaymentStatus.Succeeded) || (Status != Review && payment.Status.Rank > new PaymentStatus(Status).Rank)));

    // Of a letter, a person has counted the money and said that it will do.
    private bool IsWorth(PaymentRecord payment) =>
        Letter is not null
        || (payment.PricedAmount is { } priced
            ? priced >= Price && payment.PricedCurrency == Currency
            : payment.AmountPaid >= Price && payment.Currency == Currency);
}

/// <summary>One line of an order's history.</summary>
/// <param name="At">When it was handled.</param>
/// <param name="EventType">The provider's name of the event.</param>
/// <param name="Status">What the event says of the payment.</param>
/// <param name="Amount">Of a refund that refund's, of a dispute what is disputed, else what was paid.</param>
/// <param name="Currency">The currency of the amount.</param>
/// <param name="Refund">What has become of the refund that it is about, if it is about one.</param>
/// <param name="Dispute">What has become of the dispute that it is about, if it is about one.</param>
public sealed record OrderEntry(
    DateTimeOffset At, string EventType, string Status, decimal? Amount, string? Currency, string? Refund = null, string? Dispute = null);
