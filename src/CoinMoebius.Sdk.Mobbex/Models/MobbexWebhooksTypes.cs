namespace CoinMoebius.Sdk.Mobbex;

/// <summary>Which statuses of an operation are notified. Source: mobbex.dev/checkout.</summary>
public static class MobbexWebhooksTypes
{
    /// <summary>Every attempt.</summary>
    public const string All = "all";

    /// <summary>None: look the reference up instead.</summary>
    public const string None = "none";

    /// <summary>200, 3, 300, 301 and 2.</summary>
    public const string Final = "final";

    /// <summary>Those of <see cref="Final"/>, and 100 and 210.</summary>
    public const string IntermediateAndFinal = "intermediateAndFinal";
}
