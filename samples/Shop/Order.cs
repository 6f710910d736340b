using System.Collections.Immutable;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.ManualPayments;

namespace Shop;

/// <summary>One purchase and what verified webhooks said about it. Changing it gives a new one.</summary>
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

    /// <summary>How far the payment has come, as <see cref="PaymentStatus.Rank"/> counts; -1 before the first event.</summary>
    public int Rank { get; init; } = -1;

    /// <summary>When the status came about, according to the provider.</summary>
    public DateTimeOffset? StatusAt { get; init; }

    /// <summary>The provider's handles of the payment, as events have told them; later refunds and disputes carry one.</summary>
    public ImmutableHashSet<string> PaymentIds { get; init; } = [];

    public ImmutableList<OrderEntry> History { get; init; } = [];

    /// <summary>The order after an event; a late delivery adds to the history but never turns the order back.</summary>
    /// <param name="payment">What was told.</param>
    /// <param name="now">The time.</param>
    /// <param name="acceptTest">True where payments of test mode pay.</param>
    public Order Apply(PaymentEvent payment, DateTimeOffset now, bool acceptTest = false)
    {
        var entry = new OrderEntry(now, payment.EventType, payment.Status.Value, payment.Amount, payment.Currency);
        var next = this with { History = History.Add(entry), PaymentIds = PaymentIds.Add(payment.PaymentId) };
        var isPaid = payment.Status == PaymentStatus.Succeeded && IsPaidBy(payment) && (acceptTest || payment.IsTest is not true);
        if (IsLate(payment, isPaid))
        {
            return next;
        }

        return next with
        {
            Status = payment.Status == PaymentStatus.Succeeded && !isPaid ? Review : payment.Status.Value,
            Rank = payment.Status.Rank,
            StatusAt = payment.OccurredAt,
        };
    }

    // Within a rank the provider's clock decides, and two things stay: what is paid is not paid again, and a review is a person's to end,
    // or a payment's that is right: anybody can send a few cents in the name of another's order. Only an expiry that the shop itself took
    // back leads down.
    private bool IsLate(PaymentEvent payment, bool isPaid) =>
        (payment.Status.Rank < Rank && payment.EventType != ManualPaymentEventTypes.Reopened)
        || (payment.Status.Rank == Rank
            && (payment.OccurredAt < StatusAt
                || (Status == Review && !isPaid)
                || (Status == PaymentStatus.Values.Succeeded && payment.Status == PaymentStatus.Succeeded)));

    // Of a letter, a person has counted the money and said that it will do.
    private bool IsPaidBy(PaymentEvent payment) =>
        payment.Provider == PaymentProvider.Manual || (payment.Amount >= Price && payment.Currency == Currency);
}

/// <summary>One line of an order's history.</summary>
public sealed record OrderEntry(DateTimeOffset At, string EventType, string Status, decimal? Amount, string? Currency);
