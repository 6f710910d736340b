namespace CoinMoebius.Sdk.Http;

/// <summary>Random numbers and growing pauses.</summary>
internal static class Backoff
{
#if NETSTANDARD2_0
    [ThreadStatic]
    private static Random? _random;

    /// <summary>Returns a uniform random number from 0 up to 1; thread-safe.</summary>
    public static double NextRandom() => (_random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#else
    /// <summary>Returns a uniform random number from 0 up to 1; thread-safe.</summary>
    public static double NextRandom() => Random.Shared.NextDouble();
#endif

    /// <summary>Full jitter: returns a random time from zero to the pause, doubled for each earlier retry up to a limit.</summary>
    public static TimeSpan FullJitter(TimeSpan first, TimeSpan longest, int retry, double random)
    {
        var grown = Math.Min(first.Ticks * Math.Pow(2, retry), longest.Ticks);
        return TimeSpan.FromTicks((long)(grown * random));
    }
}
