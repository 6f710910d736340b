using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// What may happen to a transaction. None of them lowers the rank of its status. A step that is not possible throws
/// <see cref="InvalidOperationException"/> with a sentence for a person.
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

    /// <summary>The money of "pay later" arrives, unless something else has happened meanwhile.</summary>
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

    public static SimulatorTransaction Decline(SimulatorTransaction now) => Open(now, "declined") with
    {
        Status = now.IsManual ? PaymentStatus.ManualCanceled : PaymentStatus.Failed,
        IsAwaitingSettlement = false,
    };

    public static SimulatorTransaction Refund(SimulatorTransaction now, decimal? amount)
    {
        if (now.Refundable == 0)
        {
            throw Refuse(now, "refunded");
        }

        var part = amount ?? now.Refundable;
        RequireAmount(now, part, now.Refundable);
        return now with { Status = PaymentStatus.Refunded, Refunded = now.Refunded + part };
    }

    public static SimulatorTransaction Dispute(SimulatorTransaction now) =>
        now.Refundable == 0 ? throw Refuse(now, "disputed") : now with { Status = PaymentStatus.Disputed };

    public static SimulatorTransaction Revoke(SimulatorTransaction now) => now.IsManual && now.Status == PaymentStatus.Succeeded
        ? now with { Status = PaymentStatus.ManualRevoked }
        : throw Refuse(now, "revoked");

    public static SimulatorTransaction ExpireManual(SimulatorTransaction now) => now with { Status = PaymentStatus.ManualExpired };

    private static SimulatorTransaction Open(SimulatorTransaction now, string step) =>
        now.Status.Rank < PaymentStatus.Succeeded.Rank ? now : throw Refuse(now, step);

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
