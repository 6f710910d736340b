using System.Globalization;

namespace CoinMoebius.Faults.Receivers;

/// <summary>How much memory each process of the receivers had, over its life.</summary>
public sealed class MemoryWatch(IReadOnlyList<Receiver> receivers, TimeProvider clock)
{
    // What is shorter says nothing about growth.
    private const int ShortestLife = 40;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<int, List<long>> _samples = [];

    /// <summary>The most that a process had, in bytes.</summary>
    public long Peak => _samples.Count == 0 ? 0 : _samples.Values.Max(life => life.Max());

    /// <summary>
    /// How much the longest-lived process grew in bytes: the mean of the last quarter of its life less that of the second quarter, since it
    /// warms up in the first. Null when it did not live for twenty seconds.
    /// </summary>
    public long? Growth => _samples.Values.MaxBy(life => life.Count) is { Count: >= ShortestLife } life
        ? (long)(life[(life.Count * 3 / 4)..].Average() - life[(life.Count / 4)..(life.Count / 2)].Average())
        : null;

    /// <summary>Looks until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var process in receivers.Select(receiver => receiver.Current).OfType<System.Diagnostics.Process>())
            {
                if (Resident(process.Id) is { } bytes)
                {
                    if (!_samples.TryGetValue(process.Id, out var life))
                    {
                        _samples.Add(process.Id, life = []);
                    }

                    life.Add(bytes);
                }
            }

            await Task.Delay(Interval, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The resident memory of a process; null when it has ended, or the system does not tell so.</summary>
    private static long? Resident(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var number, "kB"]
                ? 1024 * long.Parse(number, CultureInfo.InvariantCulture)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
