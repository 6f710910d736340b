using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.Crypto;

namespace CoinMoebius.Sdk.Tests.Webhooks.Signatures;

public sealed class HmacSignatureTests
{
    // Around the block size, the pooled join and the incremental path.
    [Test]
    public void A_digest_is_the_platforms_own_whatever_the_sizes(
        [Values(0, 1, 63, 64, 65, 2000, 65_535, 65_536, 1_000_000)] int bodySize,
        [Values(0, 1, 11)] int prefixSize,
        [Values(1, 31, 64, 128, 300)] int keySize)
    {
        var random = new Random(bodySize + prefixSize + keySize);
        var body = new byte[bodySize];
        var prefix = new byte[prefixSize];
        random.NextBytes(body);
        random.NextBytes(prefix);
        var key = new string('k', keySize - 1) + 'é';
        byte[] joined = [.. prefix, .. body];
        var digest = new byte[64];

        HmacSignature.Compute(SignatureHash.HmacSha256, key, prefix, body, digest.AsSpan(0, 32));
        digest[..32].Should().Equal(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), joined));

        HmacSignature.Compute(SignatureHash.HmacSha512, key, prefix, body, digest);
        digest.Should().Equal(HMACSHA512.HashData(Encoding.UTF8.GetBytes(key), joined));

        HmacSignature.Compute(SignatureHash.HmacSha1, key, prefix, body, digest.AsSpan(0, 20));
#pragma warning disable CA5350 // One of the schemes that are verified prescribes it.
        digest[..20].Should().Equal(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), joined));
#pragma warning restore CA5350
    }

    [Test]
    public void An_empty_secret_is_refused_even_here() =>
        FluentActions.Invoking(() => HmacSignature.Compute(SignatureHash.HmacSha256, "", default, default, new byte[32]))
            .Should().Throw<ArgumentException>();

    [Test]
    public void Any_secret_and_any_candidate_may_match_and_none_without_them()
    {
        var digest = HMACSHA256.HashData("second"u8, "body"u8);
        byte[] candidates = [.. new byte[32], .. digest];

        HmacSignature.MatchesAny(SignatureHash.HmacSha256, ["first!", "second"], default, "body"u8, candidates).Should().BeTrue();
        HmacSignature.MatchesAny(SignatureHash.HmacSha256, ["first!"], default, "body"u8, candidates).Should().BeFalse();
        HmacSignature.MatchesAny(SignatureHash.HmacSha256, [], default, "body"u8, candidates).Should().BeFalse();
        HmacSignature.MatchesAny(SignatureHash.HmacSha256, ["second"], default, "body"u8, []).Should().BeFalse();
        HmacSignature.MatchesAny(SignatureHash.HmacSha256, ["second"], default, "body"u8, digest.AsSpan(0, 31)).Should().BeFalse();
    }

    [Test]
    public void One_secret_text_holds_two_keys_that_are_never_confused()
    {
        const string Secret = "whsec_c2VjcmV0";
        var text = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), "body"u8);
        var decoded = HMACSHA256.HashData("secret"u8, "body"u8);

        foreach (var (encoding, right, wrong) in new[] { (KeyEncoding.Text, text, decoded), (KeyEncoding.Base64, decoded, text) })
        {
            HmacSignature.MatchesAny(SignatureHash.HmacSha256, [Secret], default, "body"u8, right, encoding).Should().BeTrue();
            HmacSignature.MatchesAny(SignatureHash.HmacSha256, [Secret], default, "body"u8, wrong, encoding).Should().BeFalse();
        }
    }

    [Test]
    public void A_secret_that_is_not_base64_is_refused_where_it_must_be() =>
        FluentActions.Invoking(() => HmacSignature.Compute(SignatureHash.HmacSha256, "whsec_!", default, default, new byte[32], KeyEncoding.Base64))
            .Should().Throw<ArgumentException>();

    [Test]
    public void The_hash_that_is_kept_never_mixes_two_requests()
    {
        var bodies = Enumerable.Range(0, 64).Select(i => new byte[(i * 97) + 1]).ToArray();
        for (var i = 0; i < bodies.Length; i++)
        {
            new Random(i).NextBytes(bodies[i]);
        }

        Parallel.For(0, 5000, i =>
        {
            var body = bodies[i % bodies.Length];
            Span<byte> digest = stackalloc byte[32];
            HmacSignature.Compute(SignatureHash.HmacSha256, "one secret for all", "p"u8, body, digest);

            byte[] joined = [(byte)'p', .. body];
            digest.SequenceEqual(HMACSHA256.HashData("one secret for all"u8, joined)).Should().BeTrue();
        });
    }
}
