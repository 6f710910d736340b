namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>What <see cref="MoneyButtonExpectation.Check"/> found. <c>default</c> is not checked.</summary>
/// <param name="Finding">The answer.</param>
/// <param name="Paid">What the merchant was paid in the expected currency, in major units.</param>
public readonly record struct MoneyButtonCheck(MoneyButtonFinding Finding, decimal Paid)
{
    /// <summary>True only when the outputs pay the merchant enough.</summary>
    public bool PaysMerchant => Finding == MoneyButtonFinding.PaysMerchant;
}
