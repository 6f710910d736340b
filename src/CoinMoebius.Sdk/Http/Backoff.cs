namespace CoinMoebius.Sdk.Http;

/// <summary>Chance, and pauses that grow.</summary>
internal static class Backoff
{
#if NETSTANDARD2_0
    [ThreadStatic]
    private static Random? _random;

    /// <summary>A number from 0 up to 1, evenly spread; thread-safe.</summary>
    public static double NextRandom() => (_random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#else
    /// <summary>A number from 0 up to 1, evenly spread; thread-safe.</summary>
    public static double NextRandom() => Random.Shared.NextDouble();
#endif

    /// <summary>Full jitter: anything from nothing to the pause doubled once for each earlier retry, up to a limit.</summary>
    public static TimeSpan FullJitter(TimeSpan first, TimeSpan longest, int retry, double random)
    {
        var grown = Math.Min(first.Ticks * Math.Pow(2, retry), longest.Ticks);
        return TimeSpan.FromTicks((long)(grown * random));
    }
}
