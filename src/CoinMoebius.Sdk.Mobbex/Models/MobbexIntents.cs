namespace CoinMoebius.Sdk.Mobbex;

/// <summary>How a payment is made.</summary>
public static class MobbexIntents
{
    /// <summary>Authorised and captured at once.</summary>
    public const string Payment = "payment.v2";

    /// <summary>Authorised, and captured later by <see cref="IMobbexClient.CaptureAsync"/>. Mobbex must enable it for the merchant.</summary>
    public const string TwoStep = "payment.2-step";

    /// <summary>With several cards; only in answers.</summary>
    public const string MultipleSources = "payment.multiple-sources";

    /// <summary>For several merchants; only in answers.</summary>
    public const string MultipleVendor = "payment.multiple-vendor";
}
