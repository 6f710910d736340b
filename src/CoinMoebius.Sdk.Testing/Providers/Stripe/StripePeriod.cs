namespace CoinMoebius.Sdk.Testing;

/// <summary>The period of a subscription in Unix seconds.</summary>
internal readonly record struct StripePeriod(long Start, long End)
{
    public StripePeriod(TestSubscription subscription, DateTimeOffset now)
        : this(subscription.StartAt(now).ToUnixTimeSeconds(), subscription.EndAt(now).ToUnixTimeSeconds())
    {
    }
}
