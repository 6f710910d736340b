namespace CoinMoebius.Sdk.Testing;

/// <summary>What the status of a transaction does not say.</summary>
internal static class MobbexSimulatorStates
{
    /// <summary>The time of the checkout passed.</summary>
    public const string Expired = "expired";

    /// <summary>The merchant deleted the checkout.</summary>
    public const string Deleted = "deleted";

    /// <summary>The second step of the payment was taken.</summary>
    public const string Captured = "captured";

    /// <summary>Given back on the day of the payment.</summary>
    public const string Voided = "voided";

    /// <summary>The last step sends no webhook.</summary>
    public const string Silent = "silent";

    /// <summary>As <see cref="Voided"/>, without a webhook.</summary>
    public const string VoidedSilently = "voided-silent";
}
