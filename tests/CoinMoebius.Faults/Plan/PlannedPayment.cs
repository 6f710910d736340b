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

    /// <summary>What was paid in the end; null when nothing was.</summary>
    public decimal? Paid => Has(PaymentStatus.Succeeded) ? Amount : Has(PaymentStatus.Partial) ? Amount / 2 : null;

    /// <summary>What went back in the end.</summary>
    public decimal Refunded => RefundsThat(RefundStatus.Succeeded).Except(RefundsThat(RefundStatus.Failed)).Sum(refund => refund.Amount);

    /// <summary>Where it stands in the end. The reckoning is the harness's own.</summary>
    public PaymentStatus End
    {
        get
        {
            var disputes = Events.Where(told => told.Step.Outcome is not null).GroupBy(told => told.Step.Id);
            return disputes.Any(dispute => dispute.All(told => told.Step.Outcome != DisputeOutcome.Won)) ? PaymentStatus.Disputed
                : Refunded > 0 ? Refunded == Paid ? PaymentStatus.Refunded : PaymentStatus.PartiallyRefunded
                : Has(PaymentStatus.Succeeded) ? PaymentStatus.Succeeded
                : Has(PaymentStatus.Partial) ? PaymentStatus.Partial
                : Has(PaymentStatus.Failed) ? PaymentStatus.Failed
                : PaymentStatus.Pending;
        }
    }

    /// <summary>What a webhook tells of it.</summary>
    public TestPayment Tell(string eventId, PlannedStep step) => new()
    {
        PaymentId = PaymentId,
        EventId = eventId,
        Status = step.Status,
        Amount = Amount,
        MovedAmount = step.Status == PaymentStatus.Partial ? Amount / 2 : null,
        Refund = step.Refund is { } status ? new() { Id = step.Id, Amount = step.Amount, TotalAmount = step.Total, IsFull = step.Total == Amount, Status = status } : null,
        Dispute = step.Outcome is { } outcome ? new() { Id = step.Id, Amount = Amount, Outcome = outcome } : null,
        Reference = OrderId,

        // The shop runs as with real payments, where those of test mode pay for nothing.
        IsTest = false,
        Metadata = new Dictionary<string, string> { ["orderId"] = OrderId },
    };

    private bool Has(PaymentStatus status) => Events.Exists(told => told.Step is { Refund: null, Outcome: null } step && step.Status == status);

    private IEnumerable<(string? Id, decimal Amount)> RefundsThat(RefundStatus status) =>
        Events.Where(told => told.Step.Refund == status).Select(told => (told.Step.Id, told.Step.Amount));
}

/// <summary>What one event tells of its payment.</summary>
/// <param name="Status">The status that it reports.</param>
public readonly record struct PlannedStep(PaymentStatus Status)
{
    /// <summary>What has become of a refund; null for another step.</summary>
    public RefundStatus? Refund { get; init; }

    /// <summary>What has become of a dispute; null for another step.</summary>
    public DisputeOutcome? Outcome { get; init; }

    /// <summary>The refund or dispute.</summary>
    public string? Id { get; init; }

    /// <summary>What the refund gives back.</summary>
    public decimal Amount { get; init; }

    /// <summary>What all refunds have given back with it.</summary>
    public decimal Total { get; init; }

    /// <summary>What of several events one announces.</summary>
    public string Fact => Refund is { } refund ? $"refund {Id} {refund}" : Outcome is { } outcome ? $"dispute {Id} {outcome}" : Status.Value;
}

/// <summary>One thing that happened to a payment, and that its provider tells of.</summary>
public sealed class PlannedEvent(PlannedPayment payment, int number, PlannedStep step, DateTimeOffset occurredAt)
{
    /// <summary>From 0, among all events.</summary>
    public int Number => number;

    public PlannedPayment Payment => payment;

    public string EventId { get; } = $"evt_fault{number:D8}";

    public PlannedStep Step => step;

    public PaymentStatus Status => step.Status;

    public DateTimeOffset OccurredAt => occurredAt;

    public EventKey Key => new(payment.Rail.Provider.Value, EventId);
}

/// <summary>An event by the names that the tables have.</summary>
public readonly record struct EventKey(string Provider, string EventId);

/// <summary>A payment by the names that the tables have.</summary>
public readonly record struct PaymentKey(string Provider, string PaymentId);
