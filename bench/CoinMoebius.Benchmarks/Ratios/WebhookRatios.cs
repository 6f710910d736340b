using CoinMoebius.Benchmarks.Rails;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Benchmarks.Ratios;

/// <summary>Verify and map against the floor, for every rail.</summary>
internal static class WebhookRatios
{
    private const double AcceptBytes = 4096;
    private const double RejectBytes = 200;

    // No limit of the table: large bodies may cost an object or two more, but nothing that grows with them.
    private const double RejectLargeBytes = 1024;

    public static IEnumerable<(string Name, Func<RatioRow> Measure)> All()
    {
        foreach (var rail in Rail.All)
        {
            var (size, label) = (rail.Size, $"{rail.Size / 1024}k");
            yield return Row($"{rail.Name}-accept-{label}-time", name => AcceptTime(name, rail, size));
            yield return Row($"{rail.Name}-accept-{label}-alloc", name => new(name, Pairs.Allocated(Accept(rail, size)), AcceptBytes, RatioUnit.Bytes));
            yield return Row($"{rail.Name}-reject-{label}-time", name => RejectTime(name, rail, size));
            yield return Row($"{rail.Name}-reject-{label}-alloc", name => new(name, Pairs.Allocated(Reject(rail, size)), RejectBytes, RatioUnit.Bytes));

            // The largest that the verifier looks at, with room for a signature in the body.
            var limit = ((IWebhookBodyLimit)rail.Verifier).MaxBodySize;
            var (largest, large) = limit < 1024 * 1024 ? (limit - 1024, $"{limit / 1024}k") : (limit, "1m");
            yield return Row($"{rail.Name}-reject-{large}-time", name => RejectTime(name, rail, largest));
            yield return Row($"{rail.Name}-reject-{large}-alloc", name => new(name, Pairs.Allocated(Reject(rail, largest)), RejectLargeBytes, RatioUnit.Bytes));
        }
    }

    private static (string, Func<RatioRow>) Row(string name, Func<string, RatioRow> measure) => (name, () => measure(name));

    private static RatioRow AcceptTime(string name, Rail rail, int size)
    {
        var request = Delivery.Genuine(rail, size);
        return new(name, Pairs.TimeRatio(Accept(rail, request), () => rail.AcceptFloor(request.Body.Span)), rail.AcceptTimes, RatioUnit.Times);
    }

    private static RatioRow RejectTime(string name, Rail rail, int size)
    {
        var request = Delivery.Forged(rail, size);
        return new(name, Pairs.TimeRatio(Reject(rail, request), () => rail.Floor(request.Body.Span)), rail.RejectTimes, RatioUnit.Times);
    }

    private static Action Accept(Rail rail, int size) => Accept(rail, Delivery.Genuine(rail, size));

    private static Action Accept(Rail rail, WebhookRequest request) => () =>
    {
        if (!Verification.Run(rail, request).IsVerified)
        {
            throw new InvalidOperationException($"The genuine delivery of {rail.Name} was refused.");
        }
    };

    private static Action Reject(Rail rail, int size) => Reject(rail, Delivery.Forged(rail, size));

    private static Action Reject(Rail rail, WebhookRequest request) => () =>
    {
        if (Verification.Run(rail, request).Verdict != WebhookVerdict.SignatureMismatch)
        {
            throw new InvalidOperationException($"The forged delivery of {rail.Name} was not refused for its signature.");
        }
    };
}
