namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>How what came in the letter compares with what was expected.</summary>
public enum AmountMatch
{
    /// <summary>Nothing was received yet.</summary>
    None = 0,

    /// <summary>Exactly what was expected.</summary>
    Exact,

    /// <summary>Less than expected.</summary>
    Below,

    /// <summary>More than expected.</summary>
    Above,

    /// <summary>Another currency: the amounts cannot be compared.</summary>
    OtherCurrency,
}
