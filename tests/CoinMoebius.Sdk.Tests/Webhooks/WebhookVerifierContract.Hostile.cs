using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Webhooks;

public abstract partial class WebhookVerifierContract
{
    // A refused delivery costs at most so many keyed digests of its bytes.
    private const double MostDigests = 20;

    // The least time of many is what the work takes; what else the machine does, and code not yet optimised, can only add to it.
    private const int LeastRounds = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Setting up a digest is most of one over a few bytes, so less than this is compared with the digest of this.
    private const int LeastDigested = 4 * 1024;

    private const int FreeBytes = 16 * 1024;
    private const int SmallBody = 4 * 1024;
    private const int MiddleBody = 64 * 1024;

    // Code that is built for a debugger is several times slower, and the digest it is compared with is not. Other test projects that run
    // beside this one slow it down more than the digest too: COINMOEBIUS_QUIET=1 says that none does, and asks for the 20 themselves.
    private static readonly double Slowness =
        typeof(WebhookRequest).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true } ? 8
        : Environment.GetEnvironmentVariable("COINMOEBIUS_QUIET") == "1" ? 1
        : 3;

    [Test]
    [NonParallelizable]
    public void A_hostile_body_costs_at_most_20_digests_of_its_bytes_and_twice_its_size()
    {
        var verifier = CreateVerifier(Secret);
        var forged = Delivery(HasSecrets ? OtherSecret : Secret);
        var proof = Proof(forged);
        var limit = ((IWebhookBodyLimit)verifier).MaxBodySize;
        foreach (var size in new[] { SmallBody, MiddleBody, limit }.Distinct())
        {
            foreach (var (kind, body) in HostileBodies.OfSize(size))
            {
                body.Length.Should().BeLessThanOrEqualTo(limit);
                ShouldBeCheapToRefuse(verifier, WithProof(forged with { Body = body }, proof), $"{kind}, {size} bytes");
            }
        }
    }

    [Test]
    [NonParallelizable]
    public void A_hostile_header_costs_at_most_20_digests_of_its_bytes_and_twice_its_size()
    {
        var verifier = CreateVerifier(Secret);
        var delivery = Delivery(HasSecrets ? OtherSecret : Secret) with { Body = new byte[SmallBody] };
        var digest = Convert.ToHexStringLower(new byte[32]);
        foreach (var (name, value) in Proof(delivery))
        {
            string[] lists =
            [
                string.Join(',', Enumerable.Repeat($"v1={digest}", 110)),
                value + string.Concat(Enumerable.Repeat($",v1={digest}", 100)),
                value + string.Concat(Enumerable.Repeat(",h=a", 1_000)),
                "t=1778720661,h=" + string.Join(' ', Enumerable.Range(0, 64).Select(i => new string('x', 60) + i)) + ",v1=" + digest,
                value + string.Concat(Enumerable.Range(0, 80).Select(i => $" v1,{Convert.ToBase64String(BitConverter.GetBytes(i).Concat(new byte[28]).ToArray())}")),
                value + string.Concat(Enumerable.Range(0, 80).Select(i => $" v1a,{Convert.ToBase64String(BitConverter.GetBytes(i).Concat(new byte[60]).ToArray())}")),
                new string(',', 8_000), new string('=', 8_000), new string(' ', 8_000), new string('a', 8_000), new string('%', 8_000), value + value,
            ];
            foreach (var list in lists)
            {
                var proofs = Proof(delivery).ToDictionary();
                proofs[name] = list;
                ShouldBeCheapToRefuse(verifier, WithProof(delivery, proofs), $"{name}: {list[..Math.Min(60, list.Length)]}", list.Length);
            }

            ShouldBeCheapToRefuse(
                verifier,
                WithProof(delivery, [.. Proof(delivery), .. Enumerable.Repeat(KeyValuePair.Create(name, value), 100)]),
                $"{name}, 101 times",
                100 * value.Length);
        }
    }

    [Test]
    public async Task A_body_over_the_limit_is_malformed_whatever_its_headers_say([Values] bool authentic)
    {
        var verifier = CreateVerifier(Secret);
        var body = new byte[((IWebhookBodyLimit)verifier).MaxBodySize + 1];
        body.AsSpan().Fill((byte)' ');
        "{}"u8.CopyTo(body);
        var request = authentic ? Signer().Sign(body).ToRequest() : new WebhookRequest(body, []);

        (await verifier.VerifyAsync(request)).Verdict.Should().Be(WebhookVerdict.MalformedBody);
    }

    [Test]
    public void A_limit_too_low_for_real_bodies_stops_the_start()
    {
        var host = Host(new(Settings(Secret)) { ["MaxBodySize"] = "4095" });

        FluentActions.Invoking(() => ((IWebhookBodyLimit)host.Verifier).MaxBodySize)
            .Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*MaxBodySize*");
    }

    /// <summary>Refuses until it was quick enough once, and fails when that never comes.</summary>
    protected static void ShouldBeCheapToRefuse(IWebhookVerifier verifier, WebhookRequest request, string what, int headerBytes = 0)
    {
        var bytes = request.Body.Length + headerBytes;
        var digested = new byte[Math.Max(bytes, LeastDigested)];
        var key = new byte[32];
        var (least, floor, memory) = (long.MaxValue, long.MaxValue, long.MaxValue);
        var begun = Stopwatch.GetTimestamp();
        for (var round = 0; Stopwatch.GetElapsedTime(begun) < Patience; round++)
        {
            var started = Stopwatch.GetTimestamp();
            HMACSHA256.HashData(key, digested);
            floor = Math.Min(floor, Stopwatch.GetTimestamp() - started);

            var allocated = GC.GetAllocatedBytesForCurrentThread();
            started = Stopwatch.GetTimestamp();
            var verdict = Refuse(verifier, request);
            least = Math.Min(least, Stopwatch.GetTimestamp() - started);
            memory = Math.Min(memory, GC.GetAllocatedBytesForCurrentThread() - allocated);
            verdict.Should().NotBe(WebhookVerdict.Verified, what);
            if (round >= LeastRounds && least <= MostDigests * Slowness * floor && memory <= (2 * bytes) + FreeBytes)
            {
                return;
            }
        }

        memory.Should().BeLessThanOrEqualTo((2 * bytes) + FreeBytes, "{0}: {1} bytes were sent", what, bytes);
        ((double)least / floor).Should().BeLessThanOrEqualTo(MostDigests * Slowness, what);
    }

    private static WebhookVerdict Refuse(IWebhookVerifier verifier, WebhookRequest request)
    {
        var verification = verifier.VerifyAsync(request).AsTask();
        if (!verification.IsCompleted)
        {
            Assert.Fail("A refusal asks nobody.");
        }

        return verification.GetAwaiter().GetResult().Verdict;
    }
}
