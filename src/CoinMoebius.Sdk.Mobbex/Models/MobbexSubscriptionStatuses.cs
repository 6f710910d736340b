namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The statuses of subscriptions and subscribers; Mobbex may add others.</summary>
public static class MobbexSubscriptionStatuses
{
    /// <summary>The subscription is charged when due.</summary>
    public const string Active = "active";

    /// <summary>Deleted.</summary>
    public const string Deleted = "deleted";

    /// <summary>On hold.</summary>
    public const string Suspended = "suspended";

    /// <summary>Charged for the last time.</summary>
    public const string Finished = "finished";
}
