using CoinMoebius.Faults.Plan;
using CoinMoebius.Faults.Receivers;
using CoinMoebius.Faults.Sending;
using CoinMoebius.Faults.Stores;

namespace CoinMoebius.Faults;

/// <summary>Kills and stops at the turns that the plan says, side by side.</summary>
public sealed class FaultInjector(FaultPlan plan, IReadOnlyList<Receiver> receivers, Store store, Turns turns, TimeProvider clock)
{
    private int _kills;
    private int _stops;

    public int Kills => Volatile.Read(ref _kills);

    public int Stops => Volatile.Read(ref _stops);

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll([.. plan.Kills.Select(kill => KillAsync(kill, cancellationToken)), StopAsync(cancellationToken)]);

    // Each waits for itself: a receiver that is starting does not hold up the end of another.
    private async Task KillAsync(Kill kill, CancellationToken cancellationToken)
    {
        await turns.ReachAsync(kill.Turn, cancellationToken);
        await receivers[kill.Receiver].KillAsync(cancellationToken);
        Interlocked.Increment(ref _kills);
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var stop in plan.Stops)
        {
            await turns.ReachAsync(stop.Turn, cancellationToken);
            await store.StopAsync();
            await Task.Delay(stop.Length, clock, cancellationToken);
            await store.StartAsync();
            Interlocked.Increment(ref _stops);
        }
    }
}
