using System.Text;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Tests.Providers.Inqud;

public sealed class InqudSignatureTests
{
    // Computed with OpenSSL.
    [TestCase("""{"type":"NO_PRICE"}""", "f5626b06bbaec010d2d59400acee94bea396c01497993bed2ab288f9b8c6f557")]
    [TestCase("", "283edd0c68b89970cc9e8eddf82373636640dce404b58d1c91bd99c6f4fa8db2")]
    public void A_body_and_its_salt_are_signed(string body, string expected) =>
        InqudSignature.Sign("test_token_secret", Encoding.UTF8.GetBytes(body), "0123456789abcdef").Should().Be(expected);

    [Test]
    public void Salts_are_64_digits_and_never_the_same()
    {
        var salts = Enumerable.Range(0, 100).Select(_ => InqudSignature.CreateSalt()).ToList();

        salts.Should().OnlyHaveUniqueItems().And.AllSatisfy(salt => salt.Should().MatchRegex("^[0-9a-f]{64}$"));
    }
}
