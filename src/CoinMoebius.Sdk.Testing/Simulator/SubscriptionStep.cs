namespace CoinMoebius.Sdk.Testing;

/// <summary>A step of a subscription of the simulator.</summary>
public enum SubscriptionStep
{
    /// <summary>It begins, and the first period is paid.</summary>
    Start,

    /// <summary>It begins with a free trial period.</summary>
    StartTrial,

    /// <summary>It begins, and its first charge fails.</summary>
    FailFirstCharge,

    /// <summary>The next period is paid.</summary>
    Renew,

    /// <summary>The charge for the next period fails.</summary>
    FailCharge,

    /// <summary>The buyer cancels: it ends with the current period.</summary>
    CancelAtPeriodEnd,

    /// <summary>It ends now.</summary>
    End,
}
