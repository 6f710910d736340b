using System.Diagnostics;

namespace CoinMoebius.Benchmarks.Ratios;

/// <summary>
/// Measures one operation against another in many short batches, in turn: what slows the machine for a while slows both, and the
/// median forgets the rest.
/// </summary>
internal static class Pairs
{
    private const int PairCount = 1501;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMicroseconds(250);
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromMilliseconds(2000);

    /// <summary>How many times as long <paramref name="measured"/> takes as <paramref name="floor"/>; the median over all pairs.</summary>
    public static double TimeRatio(Action measured, Action floor)
    {
        var measuredCount = WarmUp(measured);
        var floorCount = WarmUp(floor);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var ratios = new double[PairCount];
        for (var i = 0; i < PairCount; i++)
        {
            // Whoever goes second finds other caches, so they take turns.
            if (i % 2 == 0)
            {
                var ours = Time(measured, measuredCount);
                ratios[i] = ours / Time(floor, floorCount);
            }
            else
            {
                var theirs = Time(floor, floorCount);
                ratios[i] = Time(measured, measuredCount) / theirs;
            }
        }

        Array.Sort(ratios);
        return ratios[PairCount / 2];
    }

    /// <summary>The bytes that one run allocates on this thread.</summary>
    public static double Allocated(Action measured)
    {
        const int Count = 1000;
        WarmUp(measured);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
        {
            measured();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
    }

    /// <summary>Runs until the optimised code is in place; tells how many runs make a batch.</summary>
    private static int WarmUp(Action action)
    {
        var count = 0;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < WarmUpTime)
        {
            action();
            count++;
        }

        // The second half ran optimised; the first call only tells the order of magnitude.
        var perRun = Time(action, Math.Max(1, count / 20));
        return Math.Max(1, (int)(BatchTime.TotalNanoseconds / perRun));
    }

    /// <summary>Nanoseconds for one run.</summary>
    private static double Time(Action action, int count)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / count;
    }
}
