using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.Mobbex;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

public sealed class MobbexWebhookUrlTests
{
    private const string Secret = "merchant-webhook-secret-0123456789abcdef";

    private static readonly string Token = System.Buffers.Text.Base64Url.EncodeToString(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), "order-42"u8));

    [TestCase("https://shop.example/webhooks/mobbex", "https://shop.example/webhooks/mobbex?cm_token=")]
    [TestCase("https://shop.example/webhooks/mobbex?", "https://shop.example/webhooks/mobbex?cm_token=")]
    [TestCase("https://shop.example:8443/m?a=1&b=%2F", "https://shop.example:8443/m?a=1&b=%2F&cm_token=")]
    [TestCase("http://127.0.0.1:5000/m", "http://127.0.0.1:5000/m?cm_token=")]
    public void The_token_is_added_to_the_query(string baseUrl, string expected) =>
        MobbexWebhookUrl.Create(new Uri(baseUrl), Secret, "order-42").AbsoluteUri.Should().Be(expected + Token);

    [Test]
    public void The_first_secret_of_the_options_makes_it()
    {
        var options = new MobbexWebhookOptions { Secrets = { Secret, "an-old-secret" }, TokenParameter = "t" };

        MobbexWebhookUrl.Create(new Uri("https://shop.example/m"), options, "order-42").AbsoluteUri.Should().Be("https://shop.example/m?t=" + Token);
    }

    [TestCase("http://shop.example/m", Secret, "r", "t", "baseUrl")]
    [TestCase("/m", Secret, "r", "t", "baseUrl")]
    [TestCase("https://shop.example/m#x", Secret, "r", "t", "baseUrl")]
    [TestCase("https://shop.example/m?t=1", Secret, "r", "t", "baseUrl")]
    [TestCase("https://shop.example/m?t=1&t=2", Secret, "r", "t", "baseUrl")]
    [TestCase("https://shop.example/m", "", "r", "t", "secret")]
    [TestCase("https://shop.example/m", "abcd", "r", "t", "secret")]
    [TestCase("https://shop.example/m", Secret, "", "t", "reference")]
    [TestCase("https://shop.example/m", Secret, " ", "t", "reference")]
    [TestCase("https://shop.example/m", Secret, "r", "", "tokenParameter")]
    [TestCase("https://shop.example/m", Secret, "r", "a=b", "tokenParameter")]
    public void What_cannot_work_is_refused(string baseUrl, string secret, string reference, string parameter, string culprit)
    {
        FluentActions.Invoking(() => MobbexWebhookUrl.Create(new Uri(baseUrl, UriKind.RelativeOrAbsolute), secret, reference, parameter))
            .Should().Throw<ArgumentException>().Which.ParamName.Should().Be(culprit);
    }

    [Test]
    public void A_reference_that_no_notification_could_bring_back_is_refused() =>
        FluentActions.Invoking(() => MobbexWebhookUrl.Create(new Uri("https://shop.example/m"), Secret, new string('x', 1025)))
            .Should().Throw<ArgumentException>().Which.ParamName.Should().Be("reference");
}
