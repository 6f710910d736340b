namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>A saved list of payments.</summary>
/// <param name="Payments">The payments, in the order of the document.</param>
/// <param name="TotalPages">How many such documents there were, where the document says so.</param>
public sealed record MoneyButtonPaymentPage(IReadOnlyList<MoneyButtonPayment> Payments, int? TotalPages)
{
    /// <summary>The type's name: payments hold personal data.</summary>
    public override string ToString() => nameof(MoneyButtonPaymentPage);
}
