using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Tests.Webhooks.Signatures;

public sealed class Base64DigestTests
{
    [Test]
    public void It_is_the_platforms_base64_there_and_back()
    {
        var random = new Random(11);
        for (var length = 0; length <= 64; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            var read = new byte[length];

            var text = Base64Digest.Encode(bytes);

            text.Should().Be(Convert.ToBase64String(bytes)).And.HaveLength(Base64Digest.LengthOf(length));
            Base64Digest.TryDecode(text, read).Should().BeTrue();
            read.Should().Equal(bytes);
        }
    }

    [TestCase("AAA=", true)]
    [TestCase("+/8=", true)]
    [TestCase("AAB=", false)]
    [TestCase("AAC=", false)]
    [TestCase("AAA", false)]
    [TestCase("AA==", false)]
    [TestCase("AAAA", false)]
    [TestCase("AAA==", false)]
    [TestCase("AA-=", false)]
    [TestCase("AA_=", false)]
    [TestCase("A A=", false)]
    [TestCase(" AA=", false)]
    [TestCase("AA=A", false)]
    [TestCase("\uFF21AA=", false)]
    public void A_digest_has_one_text(string text, bool decodes) => Base64Digest.TryDecode(text, new byte[2]).Should().Be(decodes);

    [TestCase("whsec_c2VjcmV0", "secret")]
    [TestCase("c2VjcmV0", "secret")]
    [TestCase("whsec_c2VjcmV0cw==", "secrets")]
    [TestCase("whsec_c2VjcmV0cw", "secrets")]
    [TestCase("whsec_", null)]
    [TestCase("", null)]
    [TestCase("whsec_c2Vj*mV0", null)]
    [TestCase("whsec_c", null)]
    [TestCase("whsec_whsec_c2VjcmV0", null)]
    public void A_secret_is_what_its_base64_says(string secret, string? key) =>
        (Base64Secret.Decode(secret) is { } bytes ? System.Text.Encoding.ASCII.GetString(bytes) : null).Should().Be(key);
}
