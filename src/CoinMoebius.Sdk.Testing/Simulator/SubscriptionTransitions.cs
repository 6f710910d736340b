using System.Globalization;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// The effects of the steps on a subscription, and the events that its provider reports for each. A step that is not possible throws an
/// <see cref="InvalidOperationException"/> with a message for the operator.
/// </summary>
internal static class SubscriptionTransitions
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(30);

    /// <summary>The steps that are possible in the current state.</summary>
    public static IEnumerable<SubscriptionStep> Of(SimulatorSubscription now) =>
        now.Status == SubscriptionStatus.Canceled ? []
        : now.PeriodStart is null ? [SubscriptionStep.Start, SubscriptionStep.StartTrial, SubscriptionStep.FailFirstCharge]
        : now.CancelsAtPeriodEnd ? [SubscriptionStep.End]
        : now.Status == SubscriptionStatus.Incomplete ? [SubscriptionStep.Renew, SubscriptionStep.End]
        : [SubscriptionStep.Renew, SubscriptionStep.FailCharge, SubscriptionStep.CancelAtPeriodEnd, SubscriptionStep.End];

    /// <summary>Takes a step.</summary>
    /// <returns>The subscription after the step, and the events that its provider reports, in order.</returns>
    public static (SimulatorSubscription After, TestSubscription[] Events) Take(SimulatorSubscription now, SubscriptionStep step, DateTimeOffset time)
    {
        if (!Of(now).Contains(step))
        {
            throw new InvalidOperationException($"A subscription that is {now.Status} cannot take this step.");
        }

        var first = now with { PeriodStart = time, PeriodEnd = time + Period, UpdatedAt = time };

        // An outstanding charge is paid for its own period.
        var next = (now.Status == SubscriptionStatus.PastDue || now.Status == SubscriptionStatus.Incomplete ? now : Following(now)) with { UpdatedAt = time };
        switch (step)
        {
            case SubscriptionStep.Start:
                return Paid(first, SubscriptionEventType.Created);
            case SubscriptionStep.StartTrial:
                var trial = first with { Status = SubscriptionStatus.Active };
                return (trial, [Describe(trial, SubscriptionEventType.Created) with { IsTrial = true, IsFirstPeriod = true }]);
            case SubscriptionStep.FailFirstCharge:
                return Failed(first with { Status = SubscriptionStatus.Incomplete }, SubscriptionEventType.Created);
            case SubscriptionStep.Renew:
                return Paid(next, null);
            case SubscriptionStep.FailCharge:
                return Failed(next with { Status = SubscriptionStatus.PastDue }, null);
            case SubscriptionStep.CancelAtPeriodEnd:
                var ending = now with { CancelsAtPeriodEnd = true, UpdatedAt = time };
                return (ending, [Describe(ending, SubscriptionEventType.Updated)]);
            default:
                var ended = now with { Status = SubscriptionStatus.Canceled, UpdatedAt = time };
                return (ended, [Describe(ended, SubscriptionEventType.Canceled)]);
        }
    }

    private static SimulatorSubscription Following(SimulatorSubscription now) => now with { PeriodStart = now.PeriodEnd, PeriodEnd = now.PeriodEnd + Period };

    private static (SimulatorSubscription, TestSubscription[]) Paid(SimulatorSubscription now, SubscriptionEventType? before)
    {
        var after = now with { Status = SubscriptionStatus.Active, PaidPeriods = now.PaidPeriods + 1, Charges = now.Charges + 1 };
        var paid = Charge(after, SubscriptionEventType.Renewed) with { IsFirstPeriod = after.PaidPeriods == 1 };
        return (after, before is { } type ? [Describe(after, type), paid] : [paid]);
    }

    private static (SimulatorSubscription, TestSubscription[]) Failed(SimulatorSubscription now, SubscriptionEventType? before)
    {
        var after = now with { Charges = now.Charges + 1 };
        var failed = Charge(after, SubscriptionEventType.PaymentFailed) with { IsFirstPeriod = after.PaidPeriods == 0 };
        return (after, before is { } type ? [Describe(after, type), failed] : [failed]);
    }

    private static TestSubscription Charge(SimulatorSubscription now, SubscriptionEventType type) =>
        Describe(now, type) with { ChargeId = string.Create(CultureInfo.InvariantCulture, $"ch{now.Charges}-{now.Id}") };

    private static TestSubscription Describe(SimulatorSubscription now, SubscriptionEventType type) => new()
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
