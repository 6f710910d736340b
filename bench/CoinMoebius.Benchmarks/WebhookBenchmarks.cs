using BenchmarkDotNet.Attributes;
using CoinMoebius.Benchmarks.Rails;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Benchmarks;

/// <summary>
/// Verify and map one delivery, genuine and forged, beside the floor: one keyed digest (or signature check) over the same bytes and,
/// for a genuine one, one pass of a <c>Utf8JsonReader</c>. The request object is made outside; the endpoint's benchmark has it inside.
/// </summary>
[MemoryDiagnoser]
public class WebhookBenchmarks
{
    private WebhookRequest _genuine = null!;
    private WebhookRequest _forged = null!;

    public static IEnumerable<Rail> Rails => Rail.All;

    [ParamsSource(nameof(Rails))]
    public Rail Rail { get; set; } = null!;

    [Params(512, 2048, 8192, 65536)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _genuine = Delivery.Genuine(Rail, Size);
        _forged = Delivery.Forged(Rail, Size);
    }

    [Benchmark(Baseline = true)]
    public void AcceptFloor() => Rail.AcceptFloor(_genuine.Body.Span);

    [Benchmark]
    public WebhookVerification Accept() => Verification.Run(Rail, _genuine);

    [Benchmark]
    public void RejectFloor() => Rail.Floor(_forged.Body.Span);

    [Benchmark]
    public WebhookVerification Reject() => Verification.Run(Rail, _forged);
}
