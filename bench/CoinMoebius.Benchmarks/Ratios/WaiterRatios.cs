using System.Net;
using System.Text;
using CoinMoebius.Sdk;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Benchmarks.Ratios;

/// <summary>1,000 waits on one client for an hour that a clock set by hand makes pass in a moment.</summary>
internal static class WaiterRatios
{
    private const int Waiters = 1000;
    private const double CallsPerMinute = 60;
    private static readonly TimeSpan FairShare = TimeSpan.FromMinutes(Waiters / CallsPerMinute);

    public static IEnumerable<(string Name, Func<Task<RatioRow>> Measure)> All()
    {
        yield return ("waiters-most-calls-in-60s", () => Measure(
            calls => new("waiters-most-calls-in-60s", MostInAMinute(calls), CallsPerMinute, RatioUnit.Count)));
        yield return ("waiters-longest-gap", () => Measure(
            calls => new("waiters-longest-gap", LongestGap(calls) / FairShare, 1.5, RatioUnit.Times)));
    }

    private static Task<RatioRow> Measure(Func<List<(DateTimeOffset At, string Path)>, RatioRow> row)
    {
        var clock = new ManualTimeProvider();
        var api = new PendingApi(clock);
        using var http = new HttpClient(api);
        using var client = new CoinMoebiusClient(
            http, new CoinMoebiusOptions { ProjectId = "shop", BaseAddress = new Uri("http://127.0.0.1:1") }, clock);
        for (var i = 0; i < Waiters; i++)
        {
            _ = client.WaitForCompletionAsync($"tx_{i}").ContinueWith(static wait => wait.Exception, TaskScheduler.Default);
        }

        clock.Advance(TimeSpan.FromHours(1));
        api.Calls.AddRange(api.Calls.GroupBy(call => call.Path).Select(group => (clock.GetUtcNow(), group.Key)).ToArray());
        return Task.FromResult(row(api.Calls));
    }

    private static int MostInAMinute(List<(DateTimeOffset At, string Path)> calls)
    {
        // Without the marks at the end of the hour.
        var times = calls.Take(calls.Count - Waiters).Select(call => call.At).ToArray();
        return times.Select((time, first) => times.Skip(first).TakeWhile(later => later - time <= TimeSpan.FromMinutes(1)).Count()).Max();
    }

    private static TimeSpan LongestGap(List<(DateTimeOffset At, string Path)> calls) => calls
        .GroupBy(call => call.Path)
        .SelectMany(group => group.Zip(group.Skip(1), (earlier, later) => later.At - earlier.At))
        .Max();

    private sealed class PendingApi(TimeProvider clock) : HttpMessageHandler
    {
        public List<(DateTimeOffset At, string Path)> Calls { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add((clock.GetUtcNow(), request.RequestUri!.AbsolutePath));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"status":"pending"}""", Encoding.UTF8, "application/json"),
            });
        }
    }
}
