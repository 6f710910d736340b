namespace CoinMoebius.Sdk.Inqud;

/// <summary>Who sets the amount of a checkout. Source: docs.inqud.com/crypto-widget/explore/checkouts.</summary>
public static class InqudCheckoutTypes
{
    /// <summary>The merchant.</summary>
    public const string FixedPrice = "FIXED_PRICE";

    /// <summary>The payer, within Inqud's limits.</summary>
    public const string NoPrice = "NO_PRICE";

    /// <summary>The payer, from the amounts set on the widget, or freely where the widget allows it.</summary>
    public const string SuggestedFixedPrice = "SUGGESTED_FIXED_PRICE";
}
