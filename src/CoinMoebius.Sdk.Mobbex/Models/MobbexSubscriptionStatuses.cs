namespace CoinMoebius.Sdk.Mobbex;

/// <summary>Where subscriptions and subscribers stand; more may come.</summary>
public static class MobbexSubscriptionStatuses
{
    /// <summary>Charged when due.</summary>
    public const string Active = "active";

    /// <summary>Deleted.</summary>
    public const string Deleted = "deleted";

    /// <summary>On hold.</summary>
    public const string Suspended = "suspended";

    /// <summary>Charged for the last time.</summary>
    public const string Finished = "finished";
}
