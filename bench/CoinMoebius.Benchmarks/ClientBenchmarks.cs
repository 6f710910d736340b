using BenchmarkDotNet.Attributes;
using CoinMoebius.Benchmarks.Ratios;
using CoinMoebius.Sdk;

namespace CoinMoebius.Benchmarks;

/// <summary>One status over loopback, through the client and by hand.</summary>
[MemoryDiagnoser]
public class ClientBenchmarks
{
    private StatusPair _pair = null!;

    [GlobalSetup]
    public async Task SetupAsync() => _pair = await StatusPair.StartAsync();

    [GlobalCleanup]
    public async Task CleanupAsync() => await _pair.DisposeAsync();

    [Benchmark(Baseline = true)]
    public Task HandWritten() => _pair.HandWritten();

    [Benchmark]
    public Task<Transaction> Client() => _pair.Sdk();
}
