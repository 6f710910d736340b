namespace CoinMoebius.Sdk.Testing;

/// <summary>States of a transaction beyond its status.</summary>
internal static class MobbexSimulatorStates
{
    /// <summary>The checkout expired.</summary>
    public const string Expired = "expired";

    /// <summary>The merchant deleted the checkout.</summary>
    public const string Deleted = "deleted";

    /// <summary>The payment was captured.</summary>
    public const string Captured = "captured";

    /// <summary>The payment was refunded on its day.</summary>
    public const string Voided = "voided";

    /// <summary>The last step sends no webhook.</summary>
    public const string Silent = "silent";

    /// <summary>As <see cref="Voided"/>, without a webhook.</summary>
    public const string VoidedSilently = "voided-silent";
}
