using System.Diagnostics;
using CoinMoebius.Benchmarks.Rails;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Benchmarks.Ratios;

/// <summary>The client and the endpoint over loopback, with Kestrel in the same process: both sides of a pair bear its cost.</summary>
internal static class LoopbackRatios
{
    private const int Connections = 16;
    private static readonly TimeSpan BurstTime = TimeSpan.FromMilliseconds(150);

    public static IEnumerable<(string Name, Func<Task<RatioRow>> Measure)> All()
    {
        yield return ("client-status-time", ClientTimeAsync);
        yield return ("client-status-alloc", ClientBytesAsync);
        yield return ("endpoint-rps", EndpointAsync);
    }

    private static async Task<RatioRow> ClientTimeAsync()
    {
        await using var pair = await StatusPair.StartAsync();
        var ratios = await AlternateAsync(151, () => TimeAsync(pair.Sdk), () => TimeAsync(pair.HandWritten));
        return new("client-status-time", ratios, 1.15, RatioUnit.Times);
    }

    private static async Task<RatioRow> ClientBytesAsync()
    {
        await using var pair = await StatusPair.StartAsync();
        await TimeAsync(pair.Sdk);
        await TimeAsync(pair.HandWritten);
        var more = new double[21];
        for (var i = 0; i < more.Length; i++)
        {
            more[i] = await AllocatedAsync(pair.Sdk) - await AllocatedAsync(pair.HandWritten);
        }

        Array.Sort(more);
        return new("client-status-alloc", more[more.Length / 2], 2048, RatioUnit.Bytes);
    }

    private static async Task<RatioRow> EndpointAsync()
    {
        await using var server = await LoopbackServer.StartAsync();
        var delivery = Rail.All[0].Signer.Sign(new TestPayment { PaymentId = "pi_1" });
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        var webhook = new Uri(server.Address, "webhooks/stripe");
        var empty = new Uri(server.Address, "empty");
        var ratio = await AlternateAsync(41, () => RequestsAsync(http, delivery, webhook), () => RequestsAsync(http, delivery, empty));
        return new("endpoint-rps", ratio, 0.80, RatioUnit.Times, IsFloor: true);
    }

    /// <summary>The median of first over second, after a warm-up, taking turns.</summary>
    private static async Task<double> AlternateAsync(int pairs, Func<Task<double>> first, Func<Task<double>> second)
    {
        for (var i = 0; i < 10; i++)
        {
            await first();
            await second();
        }

        var ratios = new double[pairs];
        for (var i = 0; i < pairs; i++)
        {
            if (i % 2 == 0)
            {
                var a = await first();
                ratios[i] = a / await second();
            }
            else
            {
                var b = await second();
                ratios[i] = await first() / b;
            }
        }

        Array.Sort(ratios);
        return ratios[pairs / 2];
    }

    private static async Task<double> TimeAsync(Func<Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < 50; i++)
        {
            await call();
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<double> AllocatedAsync(Func<Task> call)
    {
        const int Count = 200;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Count; i++)
        {
            await call();
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Count;
    }

    /// <summary>Requests a second over all connections.</summary>
    private static async Task<double> RequestsAsync(HttpClient http, SignedWebhook delivery, Uri url)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var count = 0;
            while (Stopwatch.GetElapsedTime(started) < BurstTime)
            {
                using var request = delivery.ToHttpRequest(url);
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
                count++;
            }

            return count;
        }));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
