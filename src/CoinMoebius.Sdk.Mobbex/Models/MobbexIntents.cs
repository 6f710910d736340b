namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The kinds of payments.</summary>
public static class MobbexIntents
{
    /// <summary>The payment is authorised and captured at once.</summary>
    public const string Payment = "payment.v2";

    /// <summary>
    /// The payment is authorised, and captured later by <see cref="IMobbexClient.CaptureAsync"/>. Mobbex must enable it for the merchant.
    /// </summary>
    public const string TwoStep = "payment.2-step";

    /// <summary>A payment with several cards; only in responses.</summary>
    public const string MultipleSources = "payment.multiple-sources";

    /// <summary>A payment for several merchants; only in responses.</summary>
    public const string MultipleVendor = "payment.multiple-vendor";
}
