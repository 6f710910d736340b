namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>The result of a check that a payment's outputs pay the merchant. Only <see cref="PaysMerchant"/> is a pass.</summary>
public enum MoneyButtonFinding
{
    /// <summary>Nothing was checked. This is the <c>default</c> value.</summary>
    NotChecked = 0,

    /// <summary>The outputs to the merchant in the expected currency sum to at least the expected amount.</summary>
    PaysMerchant = 1,

    /// <summary>The payload has no outputs.</summary>
    NoOutputs = 2,

    /// <summary>The payload has two lists of outputs, which differ.</summary>
    ContradictoryOutputs = 3,

    /// <summary>No output pays the merchant: somebody changed the button's recipient.</summary>
    OtherRecipient = 4,

    /// <summary>The merchant is paid, but not in the expected currency.</summary>
    OtherCurrency = 5,

    /// <summary>The merchant is paid less than expected.</summary>
    TooLittle = 6,
}
