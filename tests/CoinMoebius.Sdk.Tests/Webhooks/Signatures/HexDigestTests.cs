using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Tests.Webhooks.Signatures;

public sealed class HexDigestTests
{
    [TestCase("00ff", true)]
    [TestCase("00FF", true)]
    [TestCase("00fF", true)]
    [TestCase("00f", false)]
    [TestCase("00ff0", false)]
    [TestCase("", false)]
    [TestCase("00fg", false)]
    [TestCase("0 ff", false)]
    [TestCase(" 00f", false)]
    [TestCase("0x00", false)]
    [TestCase("00f\u0661", false)]
    [TestCase("\uFF10\uFF10ff", false)]
    public void Only_whole_ASCII_digits_decode(string text, bool decodes)
    {
        var bytes = new byte[2];

        HexDigest.TryDecode(text, bytes).Should().Be(decodes);
        if (decodes)
        {
            bytes.Should().Equal(0x00, 0xFF);
        }
    }

    [TestCase("00ff", true)]
    [TestCase("00FF", false)]
    public void Where_only_lower_case_is_sent_only_that_decodes(string text, bool decodes) =>
        HexDigest.TryDecode(text, new byte[2], lowerCaseOnly: true).Should().Be(decodes);
}
