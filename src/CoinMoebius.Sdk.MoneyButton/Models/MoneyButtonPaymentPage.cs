namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>A saved list of payments.</summary>
/// <param name="Payments">The payments, in the order of the document.</param>
/// <param name="TotalPages">The number of such documents; null when the document does not contain it.</param>
public sealed record MoneyButtonPaymentPage(IReadOnlyList<MoneyButtonPayment> Payments, int? TotalPages)
{
    /// <summary>Returns the type's name, because payments contain personal data.</summary>
    public override string ToString() => nameof(MoneyButtonPaymentPage);
}
