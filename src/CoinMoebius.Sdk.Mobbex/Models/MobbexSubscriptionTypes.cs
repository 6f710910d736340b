namespace CoinMoebius.Sdk.Mobbex;

/// <summary>Who charges a subscription.</summary>
public static class MobbexSubscriptionTypes
{
    /// <summary>Mobbex, at each interval.</summary>
    public const string Dynamic = "dynamic";

    /// <summary>The merchant, by <see cref="IMobbexClient.ChargeSubscriberAsync"/>.</summary>
    public const string Manual = "manual";
}
