namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>
/// What came in the letter is not what was expected, and nobody has accepted that. Show the difference to a person; who accepts it
/// calls <see cref="ManualPayment.MarkReceived"/> with <c>acceptDifference</c>. Another currency cannot be accepted.
/// </summary>
public sealed class ManualPaymentAmountException : ManualPaymentException
{
    internal ManualPaymentAmountException(AmountComparison comparison)
        : base(comparison.Match == AmountMatch.OtherCurrency
            ? "The letter holds another currency than expected. Return it, or cancel the payment and open one in that currency."
            : $"The amount received is {(comparison.Match == AmountMatch.Below ? "below" : "above")} the expected one. "
                + "Accept the difference explicitly, or leave the payment as it is.") => Comparison = comparison;

    /// <summary>How the amounts compare.</summary>
    public AmountComparison Comparison { get; }
}
