namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>
/// The amount in the letter is not the expected one, and nobody has accepted the difference. Show it to a person; to accept it, call
/// <see cref="ManualPayment.MarkReceived"/> with <c>acceptDifference</c>. Another currency cannot be accepted.
/// </summary>
public sealed class ManualPaymentAmountException : ManualPaymentException
{
    internal ManualPaymentAmountException(AmountComparison comparison)
        : base(comparison.Match == AmountMatch.OtherCurrency
            ? "The letter holds another currency than expected. Return it, or cancel the payment and open one in that currency."
            : $"The amount received is {(comparison.Match == AmountMatch.Below ? "below" : "above")} the expected one. "
                + "Accept the difference explicitly, or leave the payment unchanged.") => Comparison = comparison;

    /// <summary>How the amounts compare.</summary>
    public AmountComparison Comparison { get; }
}
