using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Faults.Plan;

/// <summary>One payment of one order.</summary>
public sealed class PlannedPayment(Rail rail, int number)
{
    public Rail Rail => rail;

    public string PaymentId { get; } = rail.PaymentId(number);

    public string OrderId { get; } = $"order-{number:D8}";

    public decimal Amount { get; } = 10 + (number % 1000 / 100m);

    public List<PlannedEvent> Events { get; } = [];

    /// <summary>The event that decides where the payment stands in the end: the highest rank, and among equals the newest.</summary>
    public PlannedEvent Last => Events.OrderBy(it => it.Status.Rank).ThenBy(it => it.OccurredAt).Last();

    /// <summary>What a webhook tells of it.</summary>
    public TestPayment Tell(string eventId, PaymentStatus status) => new()
    {
        PaymentId = PaymentId,
        EventId = eventId,
        Status = status,
        Amount = Amount,
        MovedAmount = status == PaymentStatus.Partial ? Amount / 2 : null,
        Reference = OrderId,

        // The shop runs as with real payments, where those of test mode pay for nothing.
        IsTest = false,
        Metadata = new Dictionary<string, string> { ["orderId"] = OrderId },
    };
}

/// <summary>One thing that happened to a payment, and that its provider tells of.</summary>
public sealed class PlannedEvent(PlannedPayment payment, int number, PaymentStatus status, DateTimeOffset occurredAt)
{
    /// <summary>From 0, among all events.</summary>
    public int Number => number;

    public PlannedPayment Payment => payment;

    public string EventId { get; } = $"evt_fault{number:D8}";

    public PaymentStatus Status => status;

    public DateTimeOffset OccurredAt => occurredAt;

    public EventKey Key => new(payment.Rail.Provider.Value, EventId);
}

/// <summary>An event by the names that the tables have.</summary>
public readonly record struct EventKey(string Provider, string EventId);

/// <summary>A payment by the names that the tables have.</summary>
public readonly record struct PaymentKey(string Provider, string PaymentId);
