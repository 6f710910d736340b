namespace CoinMoebius.Benchmarks.Ratios;

/// <summary>Measures every figure that has a limit and prints one line each: NAME MEASURED LIMIT ok|over.</summary>
internal static class RatioRun
{
    /// <param name="names">Beginnings of the names to measure; all when empty.</param>
    public static async Task<int> RunAsync(string[] names)
    {
        var met = 0;
        var count = 0;
        foreach (var (name, measure) in WebhookRatios.All().Select(row => (row.Name, Measure: (Func<Task<RatioRow>>)(() => Task.FromResult(row.Measure())))).Concat(LoopbackRatios.All()).Concat(WaiterRatios.All()))
        {
            if (names.Length > 0 && !names.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
            {
                continue;
            }

            var row = await measure();
            await Console.Out.WriteLineAsync(row.ToString());
            count++;
            met += row.IsMet ? 1 : 0;
        }

        await Console.Out.WriteLineAsync($"{met} of {count} within their limits");
        return 0;
    }
}
