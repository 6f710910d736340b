using CoinMoebius.Sdk.Events;

namespace Shop;

/// <summary>One purchase and what verified webhooks said about it. Changing it gives a new one.</summary>
public sealed record Order(string Id, Product Product, string Provider, string? TransactionId, DateTimeOffset CreatedAt)
{
    /// <summary>The status of an order whose payment is not what the product costs.</summary>
    public const string Review = "review";

    /// <summary><c>new</c>, a payment status, or <see cref="Review"/>.</summary>
    public string Status { get; init; } = "new";

    public int Rank { get; init; } = -1;

    /// <summary>The provider's handle of the payment, once an event has told it; later refunds and disputes carry it.</summary>
    public string? PaymentId { get; init; }

    public IReadOnlyList<OrderEntry> History { get; init; } = [];

    /// <summary>The order after an event; a late delivery adds to the history but never turns the order back.</summary>
    public Order Apply(PaymentEvent payment, DateTimeOffset now)
    {
        var entry = new OrderEntry(now, payment.EventType, payment.Status.Value, payment.Amount, payment.Currency);
        var next = this with { History = [.. History, entry], PaymentId = PaymentId ?? payment.PaymentId };
        if (payment.Status.Rank < Rank)
        {
            return next;
        }

        var isShort = payment.Status == PaymentStatus.Succeeded && !IsPaidBy(payment);
        return next with { Status = isShort ? Review : payment.Status.Value, Rank = payment.Status.Rank };
    }

    private bool IsPaidBy(PaymentEvent payment) => payment.Amount >= Product.Price && payment.Currency == Product.Currency;
}

/// <summary>One line of an order's history.</summary>
public sealed record OrderEntry(DateTimeOffset At, string EventType, string Status, decimal? Amount, string? Currency);
