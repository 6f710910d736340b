using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.Tests.Webhooks.Signatures;

public sealed class WebhookSignaturesTests
{
    private const string Old = "the_secret_before";
    private const string New = "the_secret_after_it";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"evt_1"}""");
    private static readonly byte[] Prefix = Encoding.UTF8.GetBytes("1778720661.");

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1778720661);

    [Test]
    public void A_digest_of_any_secret_passes_in_hexadecimal_and_in_base64(
        [Values("SHA1", "SHA256", "SHA512")] string algorithm, [Values(Old, New)] string secret, [Values] bool hasPrefix)
    {
        var prefix = hasPrefix ? Prefix : [];
        var digest = Digest(algorithm, secret, [.. prefix, .. Body]);

        foreach (var text in new[] { Convert.ToHexString(digest), Convert.ToHexString(digest).ToLowerInvariant(), Convert.ToBase64String(digest) })
        {
            WebhookSignatures.VerifyHmac(new(algorithm), [Old, New], Body, text, prefix).Should().Be(WebhookVerdict.Verified);
            WebhookSignatures.VerifyHmac(new(algorithm), ["the_secret_of_another"], Body, text, prefix).Should().Be(WebhookVerdict.SignatureMismatch);
            WebhookSignatures.VerifyHmac(new(algorithm), [Old, New], [.. Body, (byte)' '], text, prefix).Should().Be(WebhookVerdict.SignatureMismatch);
            WebhookSignatures.VerifyHmac(new(algorithm), [Old, New], Body, text, [.. prefix, (byte)'1']).Should().Be(WebhookVerdict.SignatureMismatch);
            WebhookSignatures.VerifyHmac(new(algorithm), [], Body, text, prefix).Should().Be(WebhookVerdict.SignatureMismatch);
            WebhookSignatures.VerifyHmac(new(algorithm), [Old, New], Body, text[..^1], prefix).Should().Be(WebhookVerdict.MalformedSignature);
            WebhookSignatures.VerifyHmac(new(algorithm), [Old, New], Body, " " + text[1..], prefix).Should().Be(WebhookVerdict.MalformedSignature);
        }
    }

    [Test]
    public void A_digest_of_another_algorithm_is_malformed() => WebhookSignatures
        .VerifyHmac(HashAlgorithmName.SHA256, [New], Body, Convert.ToHexString(Digest("SHA512", New, Body))).Should().Be(WebhookVerdict.MalformedSignature);

    [Test]
    public void What_the_caller_got_wrong_is_an_exception()
    {
        FluentActions.Invoking(() => WebhookSignatures.VerifyHmac(HashAlgorithmName.MD5, [New], Body, "")).Should().Throw<ArgumentException>().WithMessage("*MD5*SHA256*");
        FluentActions.Invoking(() => WebhookSignatures.VerifyHmac(default, [New], Body, "")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => WebhookSignatures.VerifyHmac(HashAlgorithmName.SHA1, [""], Body, new('0', 40))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => WebhookSignatures.VerifyHmac(HashAlgorithmName.SHA256, null!, Body, "")).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => WebhookSignatures.VerifyHmac(HashAlgorithmName.SHA256, [New], Body, null!)).Should().Throw<ArgumentNullException>();
    }

    [TestCase("1778720661", WebhookVerdict.Verified)]
    [TestCase("1778720361", WebhookVerdict.Verified)]
    [TestCase("1778720961", WebhookVerdict.Verified)]
    [TestCase("1778720360", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("1778720962", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("", WebhookVerdict.MalformedSignature)]
    [TestCase("-1", WebhookVerdict.MalformedSignature)]
    [TestCase(" 1778720661", WebhookVerdict.MalformedSignature)]
    [TestCase("1778720661.0", WebhookVerdict.MalformedSignature)]
    [TestCase("999999999999", WebhookVerdict.MalformedSignature)]
    public void A_time_may_be_five_minutes_away(string unixSeconds, WebhookVerdict expected) =>
        WebhookSignatures.VerifyTime(unixSeconds, TimeSpan.FromMinutes(5), new FakeTimeProvider(Now)).Should().Be(expected);

    private static byte[] Digest(string algorithm, string secret, byte[] text)
    {
        using var hmac = IncrementalHash.CreateHMAC(new(algorithm), Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(text);
        return hmac.GetHashAndReset();
    }
}
