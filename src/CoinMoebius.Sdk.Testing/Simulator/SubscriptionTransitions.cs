using System.Globalization;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// What the steps do to a subscription, and what its provider tells of each. A step that is not possible throws
/// <see cref="InvalidOperationException"/> with a sentence for a person.
/// </summary>
internal static class SubscriptionTransitions
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(30);

    /// <summary>The steps that are possible now.</summary>
    public static IEnumerable<SubscriptionStep> Of(SimulatorSubscription now) =>
        now.Status == SubscriptionStatus.Canceled ? []
        : now.PeriodStart is null ? [SubscriptionStep.Start, SubscriptionStep.StartTrial, SubscriptionStep.FailFirstCharge]
        : now.CancelsAtPeriodEnd ? [SubscriptionStep.End]
        : now.Status == SubscriptionStatus.Incomplete ? [SubscriptionStep.Renew, SubscriptionStep.End]
        : [SubscriptionStep.Renew, SubscriptionStep.FailCharge, SubscriptionStep.CancelAtPeriodEnd, SubscriptionStep.End];

    /// <summary>Takes a step.</summary>
    /// <returns>The subscription after it, and what its provider tells, in that order.</returns>
    public static (SimulatorSubscription After, TestSubscription[] Told) Take(SimulatorSubscription now, SubscriptionStep step, DateTimeOffset time)
    {
        if (!Of(now).Contains(step))
        {
            throw new InvalidOperationException($"A subscription that is {now.Status} cannot take this step now.");
        }

        var first = now with { PeriodStart = time, PeriodEnd = time + Period, UpdatedAt = time };

        // What is owed is paid for the period that it was owed for.
        var next = (now.Status == SubscriptionStatus.PastDue || now.Status == SubscriptionStatus.Incomplete ? now : Following(now)) with { UpdatedAt = time };
        switch (step)
        {
            case SubscriptionStep.Start:
                return Paid(first, SubscriptionEventType.Created);
            case SubscriptionStep.StartTrial:
                var trial = first with { Status = SubscriptionStatus.Active };
                return (trial, [Tell(trial, SubscriptionEventType.Created) with { IsTrial = true, IsFirstPeriod = true }]);
            case SubscriptionStep.FailFirstCharge:
                return Failed(first with { Status = SubscriptionStatus.Incomplete }, SubscriptionEventType.Created);
            case SubscriptionStep.Renew:
                return Paid(next, null);
            case SubscriptionStep.FailCharge:
                return Failed(next with { Status = SubscriptionStatus.PastDue }, null);
            case SubscriptionStep.CancelAtPeriodEnd:
                var ending = now with { CancelsAtPeriodEnd = true, UpdatedAt = time };
                return (ending, [Tell(ending, SubscriptionEventType.Updated)]);
            default:
                var ended = now with { Status = SubscriptionStatus.Canceled, UpdatedAt = time };
                return (ended, [Tell(ended, SubscriptionEventType.Canceled)]);
        }
    }

    private static SimulatorSubscription Following(SimulatorSubscription now) => now with { PeriodStart = now.PeriodEnd, PeriodEnd = now.PeriodEnd + Period };

    private static (SimulatorSubscription, TestSubscription[]) Paid(SimulatorSubscription now, SubscriptionEventType? before)
    {
        var after = now with { Status = SubscriptionStatus.Active, PaidPeriods = now.PaidPeriods + 1, Charges = now.Charges + 1 };
        var paid = Charge(after, SubscriptionEventType.Renewed) with { IsFirstPeriod = after.PaidPeriods == 1 };
        return (after, before is { } type ? [Tell(after, type), paid] : [paid]);
    }

    private static (SimulatorSubscription, TestSubscription[]) Failed(SimulatorSubscription now, SubscriptionEventType? before)
    {
        var after = now with { Charges = now.Charges + 1 };
        var failed = Charge(after, SubscriptionEventType.PaymentFailed) with { IsFirstPeriod = after.PaidPeriods == 0 };
        return (after, before is { } type ? [Tell(after, type), failed] : [failed]);
    }

    private static TestSubscription Charge(SimulatorSubscription now, SubscriptionEventType type) =>
        Tell(now, type) with { ChargeId = string.Create(CultureInfo.InvariantCulture, $"ch{now.Charges}-{now.Id}") };

    private static TestSubscription Tell(SimulatorSubscription now, SubscriptionEventType type) => new()
    {
        SubscriptionId = now.Id,
        Type = type,
        Status = now.Status,
        Amount = now.Price,
        Currency = now.Currency,
        CustomerRef = now.CustomerRef,
        PeriodStart = now.PeriodStart,
        PeriodEnd = now.PeriodEnd,
        CancelsAtPeriodEnd = now.CancelsAtPeriodEnd,
    };
}
