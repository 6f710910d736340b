namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The types of subscriptions, by who charges them.</summary>
public static class MobbexSubscriptionTypes
{
    /// <summary>Mobbex charges at each interval.</summary>
    public const string Dynamic = "dynamic";

    /// <summary>The merchant charges with <see cref="IMobbexClient.ChargeSubscriberAsync"/>.</summary>
    public const string Manual = "manual";
}
