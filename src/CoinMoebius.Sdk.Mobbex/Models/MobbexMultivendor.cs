namespace CoinMoebius.Sdk.Mobbex;

/// <summary>How a sale for several merchants is paid.</summary>
public static class MobbexMultivendor
{
    /// <summary>Each merchant's items are an operation of their own.</summary>
    public const string Active = "active";

    /// <summary>One operation for all.</summary>
    public const string Unified = "unified";
}
