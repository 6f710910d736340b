using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Faults.Plan;

/// <summary>What happens to one payment, in the order in which it happens: attempts, the money, refunds of which some fail, and disputes.</summary>
/// <param name="payment">The payment.</param>
/// <param name="random">The dice.</param>
public sealed class Story(PlannedPayment payment, Random random)
{
    private readonly List<PlannedStep> _steps = [];
    private readonly List<PlannedStep> _refunds = [];
    private PlannedStep? _dispute;
    private decimal _refunded;

    /// <summary>Writes a story of so many steps.</summary>
    public IReadOnlyList<PlannedStep> Write(int length)
    {
        var rail = payment.Rail;

        // Some payments come to nothing; the others have an attempt or two before.
        var before = random.Next(0, length);
        while (_steps.Count < before)
        {
            Add(random.Next(4) switch
            {
                0 when Can(PaymentStatus.Failed) && !Has(PaymentStatus.Failed) => PaymentStatus.Failed,
                1 when Can(PaymentStatus.Partial) && !Has(PaymentStatus.Partial) => PaymentStatus.Partial,
                _ => PaymentStatus.Pending,
            });
        }

        if (random.Next(5) > 0)
        {
            Add(PaymentStatus.Succeeded);
        }

        while (_steps.Count < length)
        {
            if (!Has(PaymentStatus.Succeeded))
            {
                Add(PaymentStatus.Pending);
            }
            else if (!AddAfterSale(rail))
            {
                // A reminder of what was long true.
                Add(PaymentStatus.Pending);
            }
        }

        return _steps;
    }

    private bool AddAfterSale(Rail rail)
    {
        switch (random.Next(4))
        {
            case 0 or 1 when rail.RefundStatuses.Contains(RefundStatus.Succeeded) && _refunded < payment.Amount:
                var left = payment.Amount - _refunded;
                var part = random.Next(2) == 0 && left > 1 ? decimal.Round(left / 2, 2) : left;
                _refunded += part;
                _refunds.Add(Add(new PlannedStep(_refunded == payment.Amount ? PaymentStatus.Refunded : rail.StatusOfPart)
                {
                    Refund = RefundStatus.Succeeded,
                    Id = $"re_{payment.PaymentId}_{_steps.Count}",
                    Amount = part,
                    Total = _refunded,
                }));
                return true;
            case 2 when rail.RefundStatuses.Contains(RefundStatus.Failed) && _refunds.Count > 0:
                var failed = _refunds[^1];
                _refunds.RemoveAt(_refunds.Count - 1);
                _refunded -= failed.Amount;
                Add(failed with { Status = PaymentStatus.Succeeded, Refund = RefundStatus.Failed });
                return true;
            case 3 when _dispute is { } open && rail.DisputeOutcomes.Contains(DisputeOutcome.Won):
                var outcome = random.Next(2) == 0 ? DisputeOutcome.Won : DisputeOutcome.Lost;
                Add(open with { Status = outcome == DisputeOutcome.Won ? PaymentStatus.Succeeded : PaymentStatus.Disputed, Outcome = outcome });
                _dispute = null;
                return true;
            case 3 when _dispute is null && rail.DisputeOutcomes.Contains(DisputeOutcome.Open):
                _dispute = Add(new PlannedStep(PaymentStatus.Disputed) { Outcome = DisputeOutcome.Open, Id = $"dp_{payment.PaymentId}_{_steps.Count}" });
                return true;
            default:
                return false;
        }
    }

    private bool Can(PaymentStatus status) => payment.Rail.Statuses.Contains(status);

    private bool Has(PaymentStatus status) => _steps.Exists(step => step is { Refund: null, Outcome: null } && step.Status == status);

    private void Add(PaymentStatus status) => Add(new PlannedStep(status));

    private PlannedStep Add(PlannedStep step)
    {
        _steps.Add(step);
        return step;
    }
}
