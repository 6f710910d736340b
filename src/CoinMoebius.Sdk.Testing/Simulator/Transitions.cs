using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// The steps of a transaction. Only a failed refund and a won dispute restore an earlier status. A step that is not possible throws an
/// <see cref="InvalidOperationException"/> with a message for the operator.
/// </summary>
internal static class Transitions
{
    public static SimulatorTransaction Pay(SimulatorTransaction now) =>
        Open(now, "paid") with { Status = PaymentStatus.Succeeded, Received = now.Price, IsAwaitingSettlement = false };

    public static SimulatorTransaction PayLater(SimulatorTransaction now)
    {
        if (now.IsManual || now.Status != PaymentStatus.Pending || now.IsAwaitingSettlement)
        {
            throw Refuse(now, "paid later");
        }

        return now with { IsAwaitingSettlement = true };
    }

    /// <summary>The money of "pay later" arrives, unless another step was taken in the meantime.</summary>
    public static SimulatorTransaction Settle(SimulatorTransaction now) => now.IsAwaitingSettlement ? Pay(now) : throw Refuse(now, "settled");

    public static SimulatorTransaction PayPart(SimulatorTransaction now, decimal amount)
    {
        Open(now, "paid in part");
        RequireAmount(now, amount, now.Price);
        if (now.IsManual || amount == now.Price || amount <= now.Received)
        {
            throw new InvalidOperationException($"A part must be more than {Money.Text(now.Received, now.Currency)} and less than the price.");
        }

        return now with { Status = PaymentStatus.Partial, Received = amount, IsAwaitingSettlement = false };
    }

    /// <summary>A partial payment keeps its status: a failure never replaces money.</summary>
    public static SimulatorTransaction Decline(SimulatorTransaction now) => Open(now, "declined") with
    {
        Status = now.IsManual ? PaymentStatus.ManualCanceled : now.Status == PaymentStatus.Partial ? PaymentStatus.Partial : PaymentStatus.Failed,
        IsAwaitingSettlement = false,
        News = now.Status == PaymentStatus.Partial ? new(PaymentStatus.Failed) : null,
    };

    /// <summary>A payment attempt fails; the buyer may try again.</summary>
    public static SimulatorTransaction FailAttempt(SimulatorTransaction now) =>
        now.IsManual ? throw Refuse(now, "attempted") : Open(now, "attempted") with { News = new(PaymentStatus.Failed) };

    public static SimulatorTransaction Refund(SimulatorTransaction now, decimal? amount)
    {
        if (now.Refundable == 0)
        {
            throw Refuse(now, "refunded");
        }

        var part = amount ?? now.Refundable;
        RequireAmount(now, part, now.Refundable);
        var refund = new PaymentRefund
        {
            Id = $"r{now.Refunds.Count + 1}-{now.ProviderPaymentId}",
            Amount = part,
            TotalAmount = now.Refunded + part,
            IsFull = now.Refunded + part == now.Received,
            Status = RefundStatus.Succeeded,
        };
        var after = Settled(now with { Refunds = [.. now.Refunds, refund] });
        return after with { News = new(after.Status, refund) };
    }

    /// <summary>The last successful refund fails.</summary>
    public static SimulatorTransaction FailRefund(SimulatorTransaction now)
    {
        var last = now.Refunds.LastOrDefault(refund => refund.Status == RefundStatus.Succeeded)
            ?? throw new InvalidOperationException("This transaction has no successful refund that can fail.");
        var failed = last with { Status = RefundStatus.Failed };
        return Settled(now with { Refunds = [.. now.Refunds.Select(refund => refund == last ? failed : refund)] }) with
        {
            News = new(PaymentStatus.Succeeded, failed),
        };
    }

    public static SimulatorTransaction Dispute(SimulatorTransaction now)
    {
        if (now.Refundable == 0)
        {
            throw Refuse(now, "disputed");
        }

        var dispute = new PaymentDispute { Id = $"d-{now.ProviderPaymentId}", Amount = now.Refundable, Reason = "fraudulent", Outcome = DisputeOutcome.Open };
        return Settled(now with { Dispute = dispute }) with { News = new(PaymentStatus.Disputed, Dispute: dispute) };
    }

    public static SimulatorTransaction WinDispute(SimulatorTransaction now) => Decide(now, DisputeOutcome.Won, PaymentStatus.Succeeded);

    public static SimulatorTransaction LoseDispute(SimulatorTransaction now) => Decide(now, DisputeOutcome.Lost, PaymentStatus.Disputed);

    public static SimulatorTransaction Revoke(SimulatorTransaction now) => now.IsManual && now.Status == PaymentStatus.Succeeded
        ? now with { Status = PaymentStatus.ManualRevoked }
        : throw Refuse(now, "revoked");

    public static SimulatorTransaction ExpireManual(SimulatorTransaction now) => now with { Status = PaymentStatus.ManualExpired };

    private static SimulatorTransaction Open(SimulatorTransaction now, string step) =>
        !now.Status.IsFinal ? now : throw Refuse(now, step);

    private static SimulatorTransaction Decide(SimulatorTransaction now, DisputeOutcome outcome, PaymentStatus reported)
    {
        if (now.Dispute?.Outcome != DisputeOutcome.Open)
        {
            throw new InvalidOperationException("This transaction has no open dispute.");
        }

        var dispute = now.Dispute with { Outcome = outcome };
        return Settled(now with { Dispute = dispute }) with { News = new(reported, Dispute: dispute) };
    }

    /// <summary>Sets the status of a payment whose money has arrived.</summary>
    private static SimulatorTransaction Settled(SimulatorTransaction now) => now with
    {
        Status = now.Dispute is { } dispute && dispute.Outcome != DisputeOutcome.Won ? PaymentStatus.Disputed
            : now.Refunded == 0 ? PaymentStatus.Succeeded
            : now.Refunded < now.Received ? PaymentStatus.PartiallyRefunded
            : PaymentStatus.Refunded,
    };

    private static void RequireAmount(SimulatorTransaction now, decimal amount, decimal most)
    {
        if (amount > most || !Money.IsValid(amount, now.Currency))
        {
            throw new InvalidOperationException(
                $"The amount must be above zero and at most {Money.Text(most, now.Currency)}, without more decimals than the currency has.");
        }
    }

    private static InvalidOperationException Refuse(SimulatorTransaction now, string step) =>
        new($"A transaction that is {(now.IsAwaitingSettlement ? "already waiting for its money" : now.Status.Value)} cannot be {step}.");
}
