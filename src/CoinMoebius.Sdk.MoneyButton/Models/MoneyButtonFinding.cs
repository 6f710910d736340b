namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>Whether a payment's outputs pay the merchant, and if not, why. Only <see cref="PaysMerchant"/> is a pass.</summary>
public enum MoneyButtonFinding
{
    /// <summary>Nothing was checked. The value of <c>default</c>.</summary>
    NotChecked = 0,

    /// <summary>The outputs to the merchant in the expected currency come to the expected amount or more.</summary>
    PaysMerchant = 1,

    /// <summary>The payload names no outputs.</summary>
    NoOutputs = 2,

    /// <summary>The payload names its outputs twice, and not the same ones.</summary>
    ContradictoryOutputs = 3,

    /// <summary>No output pays the merchant: somebody changed the button's recipient.</summary>
    OtherRecipient = 4,

    /// <summary>The merchant is paid, but not in the expected currency.</summary>
    OtherCurrency = 5,

    /// <summary>The merchant is paid less than expected.</summary>
    TooLittle = 6,
}
