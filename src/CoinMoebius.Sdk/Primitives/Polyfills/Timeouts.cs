#if !NETSTANDARD2_0
namespace CoinMoebius.Sdk;

/// <summary>The names .NET Standard's package uses, so that both frameworks read alike.</summary>
internal static class Timeouts
{
    public static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider timeProvider, TimeSpan delay) => new(delay, timeProvider);

    public static Task Delay(this TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, timeProvider, cancellationToken);
}
#endif
