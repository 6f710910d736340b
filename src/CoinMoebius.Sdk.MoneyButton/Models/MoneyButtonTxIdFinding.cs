namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>Whether a payment's transaction is the one its id names. Only <see cref="Matches"/> is a pass.</summary>
public enum MoneyButtonTxIdFinding
{
    /// <summary>The payment has no transaction or no id. The value of <c>default</c>.</summary>
    NotChecked = 0,

    /// <summary>The transaction has that id.</summary>
    Matches = 1,

    /// <summary>The transaction has another id.</summary>
    Differs = 2,

    /// <summary>The transaction is not hexadecimal, cut off, or followed by something.</summary>
    Malformed = 3,
}
