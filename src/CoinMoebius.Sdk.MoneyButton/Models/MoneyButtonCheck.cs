namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>The result of <see cref="MoneyButtonExpectation.Check"/>. <c>default</c> means that nothing was checked.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Paid">The amount that the merchant was paid in the expected currency, in major units.</param>
public readonly record struct MoneyButtonCheck(MoneyButtonFinding Finding, decimal Paid)
{
    /// <summary>True only when the outputs pay the merchant enough.</summary>
    public bool PaysMerchant => Finding == MoneyButtonFinding.PaysMerchant;
}
