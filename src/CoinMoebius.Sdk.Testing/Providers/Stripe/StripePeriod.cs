namespace CoinMoebius.Sdk.Testing;

/// <summary>The period of a subscription in Unix seconds.</summary>
internal readonly record struct StripePeriod(long Start, long End)
{
    private const int Days = 30;

    public StripePeriod(TestSubscription subscription, DateTimeOffset now)
        : this(StartOf(subscription, now).ToUnixTimeSeconds(), (subscription.PeriodEnd ?? StartOf(subscription, now).AddDays(Days)).ToUnixTimeSeconds())
    {
    }

    private static DateTimeOffset StartOf(TestSubscription subscription, DateTimeOffset now) => subscription.PeriodStart ?? now;
}
