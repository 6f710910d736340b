using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Tests.Webhooks.Signatures;

public sealed class Base64UrlDigestTests
{
    [Test]
    public void It_is_the_platforms_base64url_there_and_back()
    {
        var random = new Random(7);
        for (var length = 0; length <= 64; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            var read = new byte[length];

            var text = Base64UrlDigest.Encode(bytes);

            text.Should().Be(System.Buffers.Text.Base64Url.EncodeToString(bytes));
            Base64UrlDigest.TryDecode(text, read).Should().BeTrue();
            read.Should().Equal(bytes);
        }
    }

    [TestCase("AAA", true)]
    [TestCase("-_8", true)]
    [TestCase("AAB", false)]
    [TestCase("AAC", false)]
    [TestCase("AA", false)]
    [TestCase("AAAA", false)]
    [TestCase("AA=", false)]
    [TestCase("AA+", false)]
    [TestCase("AA/", false)]
    [TestCase("A A", false)]
    [TestCase(" AA", false)]
    [TestCase("AA\u0041\u0300", false)]
    [TestCase("\uFF21AA", false)]
    public void A_digest_has_one_text(string text, bool decodes) => Base64UrlDigest.TryDecode(text, new byte[2]).Should().Be(decodes);
}
