namespace CoinMoebius.Sdk.Testing;

/// <summary>What may happen to a subscription of the simulator.</summary>
public enum SubscriptionStep
{
    /// <summary>It begins, and the first period is paid.</summary>
    Start,

    /// <summary>It begins with a period that costs nothing.</summary>
    StartTrial,

    /// <summary>It begins, and its first charge fails.</summary>
    FailFirstCharge,

    /// <summary>The next period is paid.</summary>
    Renew,

    /// <summary>The charge for the next period fails.</summary>
    FailCharge,

    /// <summary>The buyer cancels: it is to end with the current period.</summary>
    CancelAtPeriodEnd,

    /// <summary>It ends now.</summary>
    End,
}
