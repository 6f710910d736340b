namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>How the amount in the letter compares with the expected one.</summary>
public enum AmountMatch
{
    /// <summary>Nothing was received yet.</summary>
    None = 0,

    /// <summary>Exactly the expected amount.</summary>
    Exact,

    /// <summary>Less than expected.</summary>
    Below,

    /// <summary>More than expected.</summary>
    Above,

    /// <summary>Another currency: the amounts cannot be compared.</summary>
    OtherCurrency,
}
