using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>The state of a payment according to all of its events.</summary>
internal sealed class PaymentStanding
{
    private PaymentStanding(PaymentFacts facts, Reported<string> main)
    {
        AmountPaid = facts.Paid?.Value.Amount;
        Dispute = facts.Disputes.Where(dispute => dispute.CountsAsDisputed)
            .OrderByDescending(dispute => dispute.Outcome.Value == DisputeOutcome.Values.Open).ThenBy(dispute => dispute.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        var done = facts.Refunds.Where(refund => refund.IsDone).ToList();
        var canceled = Canceled(facts.Refunds, done);
        var counted = done.Except(canceled).ToList();
        Currency = facts.Paid?.Value.Currency ?? facts.Amount?.Value.Currency
            ?? facts.Refunds.Select(refund => refund.Currency).Max(StringComparer.Ordinal) ?? facts.Disputes.Select(dispute => dispute.Currency).Max(StringComparer.Ordinal);

        // A failed refund may be included in totals, and in a refund that was reported as full.
        var hasFailed = canceled.Count > 0 || facts.Refunds.Any(refund => refund is { IsFailed: true, HasSucceeded: true });
        var isFull = !hasFailed && counted.Exists(refund => refund.IsFull == true);
        AmountRefunded = Sum(counted, withTotals: !hasFailed);
        var isWhole = isFull || (AmountPaid > 0 && AmountRefunded >= AmountPaid) || counted.Exists(refund => refund is { Amount: null, Total: null });
        if (isFull && AmountPaid > AmountRefunded)
        {
            AmountRefunded = AmountPaid.Value;
        }

        (Status, By) =
            Dispute is not null ? (PaymentStatus.Disputed, Dispute.Outcome.By)
            : new PaymentStatus(main.Value).Rank >= PaymentStatus.Refunded.Rank ? (new PaymentStatus(main.Value), main.By)
            : isWhole ? (PaymentStatus.Refunded, LastOf(counted))
            : counted.Count > 0 ? (PaymentStatus.PartiallyRefunded, LastOf(counted))
            : (new PaymentStatus(main.Value), main.By);
        Amount = Dispute is not null ? Dispute.Amount
            : counted.Count > 0 ? AmountRefunded
            : facts.Amount?.Value.Amount;

        decimal Sum(List<RefundFact> refunds, bool withTotals)
        {
            var own = refunds.Where(refund => refund.Currency is null || refund.Currency == Currency).ToList();
            var sum = own.Sum(refund => refund.Amount ?? 0);

            // A total includes refunds whose own events have not arrived.
            return withTotals && own.Max(refund => refund.Total) is { } total && total > sum ? total : sum;
        }
    }

    public PaymentStatus Status { get; }

    /// <summary>The event that led to the status.</summary>
    public EventOrder By { get; }

    /// <summary>The amount that goes with the status; null when no event reported one.</summary>
    public decimal? Amount { get; }

    public string? Currency { get; }

    public decimal? AmountPaid { get; }

    public decimal AmountRefunded { get; }

    /// <summary>The open dispute, otherwise one that was lost.</summary>
    public DisputeFact? Dispute { get; }

    /// <summary>Computes the state; null when no event has reported the payment.</summary>
    public static PaymentStanding? Of(PaymentFacts facts) => facts.Status is { } main ? new(facts, main) : null;

    private static EventOrder LastOf(List<RefundFact> refunds) => refunds.Max(refund => refund.Status.By);

    /// <summary>
    /// Refunds reported without an id that have failed according to events with an id: a provider may send the id only with the failure.
    /// </summary>
    private static List<RefundFact> Canceled(IReadOnlyList<RefundFact> all, List<RefundFact> done)
    {
        var nameless = done.Where(refund => !refund.HasId && refund.Amount is not null).ToList();
        var canceled = new List<RefundFact>();
        foreach (var failed in all.Where(refund => refund is { IsFailed: true, HasId: true, HasSucceeded: false, Amount: not null }))
        {
            if (nameless.Find(refund => refund.Amount == failed.Amount) is { } match)
            {
                nameless.Remove(match);
                canceled.Add(match);
            }
        }

        return canceled;
    }
}
