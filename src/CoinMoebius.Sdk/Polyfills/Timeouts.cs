#if !NETSTANDARD2_0
namespace CoinMoebius.Sdk;

/// <summary>The one name under which both frameworks make a token that is cancelled after a while.</summary>
internal static class Timeouts
{
    public static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider timeProvider, TimeSpan delay) => new(delay, timeProvider);
}
#endif
