namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>The result of comparing a payment's transaction with its id. Only <see cref="Matches"/> is a pass.</summary>
public enum MoneyButtonTxIdFinding
{
    /// <summary>The payment has no transaction or no id. This is the <c>default</c> value.</summary>
    NotChecked = 0,

    /// <summary>The transaction has that id.</summary>
    Matches = 1,

    /// <summary>The transaction has another id.</summary>
    Differs = 2,

    /// <summary>The transaction is not hexadecimal, is truncated, or has trailing data.</summary>
    Malformed = 3,
}
