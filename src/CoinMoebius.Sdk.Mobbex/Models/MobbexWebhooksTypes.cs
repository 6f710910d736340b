namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The statuses of an operation that Mobbex notifies. Source: mobbex.dev/checkout.</summary>
public static class MobbexWebhooksTypes
{
    /// <summary>Mobbex notifies every status.</summary>
    public const string All = "all";

    /// <summary>Mobbex sends no notifications: look the reference up instead.</summary>
    public const string None = "none";

    /// <summary>Mobbex notifies 200, 3, 300, 301 and 2.</summary>
    public const string Final = "final";

    /// <summary>Mobbex notifies the statuses of <see cref="Final"/>, and 100 and 210.</summary>
    public const string IntermediateAndFinal = "intermediateAndFinal";
}
