using System.Diagnostics;
using CoinMoebius.Benchmarks.Rails;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Benchmarks.Inbox;

/// <summary>Sends deliveries over as many connections as a busy provider opens, each event once.</summary>
internal sealed class Load : IDisposable
{
    private const int Connections = 16;

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
    private long _number;

    /// <summary>Signs deliveries of events that were never sent before.</summary>
    public List<SignedWebhook> Sign(int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var number = ++_number;
        return Rail.All[0].Signer.Sign(new TestPayment { PaymentId = $"pi_{number}", EventId = $"evt_{number}", Reference = $"order-{number}" });
    })];

    /// <summary>Sends them all; returns how long it took and how long each was answered in, in milliseconds.</summary>
    public async Task<(double Seconds, List<double> Latencies)> SendAsync(List<SignedWebhook> deliveries, Uri url)
    {
        var next = -1;
        var first = _number - deliveries.Count + 1;
        var started = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var mine = new List<double>();
            for (var i = Interlocked.Increment(ref next); i < deliveries.Count; i = Interlocked.Increment(ref next))
            {
                var sent = Stopwatch.GetTimestamp();
                using var request = deliveries[i].ToHttpRequest(url);
                request.Headers.Add("X-Event", $"evt_{first + i}");
                using var response = await _http.SendAsync(request);
                response.EnsureSuccessStatusCode();
                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return mine;
        }));
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, [.. latencies.SelectMany(all => all)]);
    }

    public void Dispose() => _http.Dispose();
}
