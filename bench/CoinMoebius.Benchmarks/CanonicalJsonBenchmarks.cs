using BenchmarkDotNet.Attributes;
using CoinMoebius.Benchmarks.Rails;
using CoinMoebius.Sdk.Primitives.Json.Canonical;
using CoinMoebius.Sdk.Primitives.Json.EcmaScript;

namespace CoinMoebius.Benchmarks;

/// <summary>The text that NOWPayments signs, made from a body, beside one pass of a <c>Utf8JsonReader</c>.</summary>
[MemoryDiagnoser]
public class CanonicalJsonBenchmarks
{
    private ReadOnlyMemory<byte> _body;

    [Params(512, 1024, 8192, 65536)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup() => _body = Delivery.Genuine(Rail.All.Single(rail => rail.Name == "nowpayments"), Size).Body;

    [Benchmark(Baseline = true)]
    public void ReaderPass() => JsonPass.Run(_body.Span);

    [Benchmark]
    public int Canonicalise()
    {
        using var json = EcmaScriptJson.Parse(_body)!;
        using var text = new TextBuffer();
        json.Write(text);
        return text.Written.Length;
    }
}
