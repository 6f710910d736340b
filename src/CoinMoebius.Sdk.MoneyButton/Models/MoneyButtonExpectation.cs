using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// The payment that the merchant expects. The payer could change the recipient, the amount and the currency of a button, and the webhook
/// was still genuine: so a completed payment pays an order only when <see cref="Check"/> confirms it.
/// </summary>
/// <remarks>
/// Set every recipient with which the button could pay the merchant; an output counts when it pays any of them. The check uses the
/// amounts of the outputs, because the payment's own is rounded. It adds the outputs to the merchant and ignores those to others.
/// </remarks>
public sealed record MoneyButtonExpectation
{
    /// <summary>The merchant's user id at Money Button, or null.</summary>
    public string? UserId { get; init; }

    /// <summary>The merchant's paymail address, or null.</summary>
    public string? Paymail { get; init; }

    /// <summary>The merchant's address on the chain, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The merchant's locking script as in the button, or null.</summary>
    public string? Script { get; init; }

    /// <summary>The price in major units of <see cref="Currency"/>; above zero.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The currency of the price, for example <c>USD</c>, in upper or lower case.</summary>
    public required string Currency { get; init; }

    /// <summary>Checks that the payment's outputs pay the merchant enough. It checks neither the status nor the chain.</summary>
    /// <param name="payment">The payment.</param>
    /// <exception cref="ArgumentNullException"><paramref name="payment"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The expectation names no recipient, no currency or no amount.</exception>
    public MoneyButtonCheck Check(MoneyButtonPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        RequireUsable();
        if (payment is { Outputs.Count: > 0, PaymentOutputs.Count: > 0 } && !OutputLists.Agree(payment.Outputs, payment.PaymentOutputs))
        {
            return new(MoneyButtonFinding.ContradictoryOutputs, 0);
        }

        var outputs = payment.GetOutputs();
        if (outputs.Count == 0)
        {
            return new(MoneyButtonFinding.NoOutputs, 0);
        }

        var ours = outputs.Where(PaysMerchant).ToArray();
        if (ours.Length == 0)
        {
            return new(MoneyButtonFinding.OtherRecipient, 0);
        }

        var currency = CurrencyUnits.Upper(Currency);
        var counted = ours.Where(output => output.Currency is { } code && CurrencyUnits.Upper(code) == currency).ToArray();
        if (counted.Length == 0)
        {
            return new(MoneyButtonFinding.OtherCurrency, 0);
        }

        var paid = counted.Aggregate(0m, (sum, output) => Add(sum, output.Amount ?? 0));
        return new(paid >= Amount ? MoneyButtonFinding.PaysMerchant : MoneyButtonFinding.TooLittle, paid);
    }

    private bool PaysMerchant(MoneyButtonOutput output)
    {
        // The type selects the field of the recipient. When that field is absent, the recipient of the page replaces it.
        var type = output.Type ?? "";
        var (isUser, isAddress, isScript) = (Is(type, MoneyButtonOutputTypes.User) || Is(type, MoneyButtonOutputTypes.UserId), Is(type, MoneyButtonOutputTypes.Address), Is(type, MoneyButtonOutputTypes.Script));
        var isOther = !isUser && !isAddress && !isScript;
        return ((isUser || isOther)
                && (Same(UserId, output.UserId ?? output.To, StringComparison.Ordinal)
                    || Same(Paymail, output.UserPaymail ?? output.To, StringComparison.OrdinalIgnoreCase)))
            || ((isAddress || isOther) && Same(Address, output.Address ?? output.To, StringComparison.Ordinal))
            || ((isScript || isOther) && Same(Script, output.Script ?? output.To, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Is(string type, string kind) => string.Equals(type, kind, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string? expected, string? found, StringComparison comparison) =>
        !string.IsNullOrEmpty(expected) && string.Equals(expected, found, comparison);

    /// <summary>Adds an amount above zero, without an overflow.</summary>
    private static decimal Add(decimal sum, decimal amount) =>
        amount <= 0 ? sum : sum > decimal.MaxValue - amount ? decimal.MaxValue : sum + amount;

    private void RequireUsable()
    {
        if (string.IsNullOrEmpty(UserId) && string.IsNullOrEmpty(Paymail) && string.IsNullOrEmpty(Address) && string.IsNullOrEmpty(Script))
        {
            throw new InvalidOperationException("The expectation names no recipient: set UserId, Paymail, Address or Script to the merchant's.");
        }

        if (string.IsNullOrWhiteSpace(Currency) || Amount <= 0)
        {
            throw new InvalidOperationException("The expectation has no price: set Amount above zero and Currency.");
        }
    }
}
