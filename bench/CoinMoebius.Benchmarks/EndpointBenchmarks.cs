using BenchmarkDotNet.Attributes;
using CoinMoebius.Benchmarks.Rails;
using CoinMoebius.Benchmarks.Ratios;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Benchmarks;

/// <summary>One delivery over loopback, to the webhook endpoint and to one that only reads the body.</summary>
[MemoryDiagnoser]
public class EndpointBenchmarks
{
    private static readonly HttpClient Http = new();
    private LoopbackServer _server = null!;
    private SignedWebhook _delivery = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _server = await LoopbackServer.StartAsync();
        _delivery = Rail.All[0].Signer.Sign(new TestPayment { PaymentId = "pi_1" });
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _server.DisposeAsync();

    [Benchmark(Baseline = true)]
    public Task Empty() => SendAsync("empty");

    [Benchmark]
    public Task Webhook() => SendAsync("webhooks/stripe");

    private async Task SendAsync(string path)
    {
        using var request = _delivery.ToHttpRequest(new Uri(_server.Address, path));
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
