namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The time between the charges of a subscription.</summary>
public static class MobbexIntervals
{
    /// <summary>7 days.</summary>
    public const string Week = "7d";

    /// <summary>15 days.</summary>
    public const string FifteenDays = "15d";

    /// <summary>One month.</summary>
    public const string Month = "1m";

    /// <summary>Two months.</summary>
    public const string TwoMonths = "2m";

    /// <summary>Three months.</summary>
    public const string ThreeMonths = "3m";

    /// <summary>Six months.</summary>
    public const string SixMonths = "6m";

    /// <summary>One year.</summary>
    public const string Year = "1y";
}
