#if !NETSTANDARD2_0
namespace CoinMoebius.Sdk;

/// <summary>The method names of .NET Standard's package, so that both frameworks share the code.</summary>
internal static class Timeouts
{
    public static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider timeProvider, TimeSpan delay) => new(delay, timeProvider);

    public static Task Delay(this TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, timeProvider, cancellationToken);
}
#endif
