namespace CoinMoebius.Sdk.Mobbex;

/// <summary>How the payer pays a sale for several merchants.</summary>
public static class MobbexMultivendor
{
    /// <summary>Each merchant's items are a separate operation.</summary>
    public const string Active = "active";

    /// <summary>One operation includes all items.</summary>
    public const string Unified = "unified";
}
