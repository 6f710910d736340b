using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Providers.PayPal.Signing;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal.Certificates;

public sealed class CertificateUrlTests
{
    private const string Name = "/v1/notifications/certs/CERT-360caa42-fca2a594-1a5f47cb";

    [TestCase("api.paypal.com", true)]
    [TestCase("api-m.paypal.com", true)]
    [TestCase("api.sandbox.paypal.com", false)]
    [TestCase("api-m.sandbox.paypal.com", false)]
    public void The_hosts_of_PayPal_are_allowed_and_those_of_the_sandbox_only_there(string host, bool live)
    {
        CertificateUrl.IsAllowed($"https://{host}{Name}", PayPalEnvironment.Sandbox).Should().BeTrue();
        CertificateUrl.IsAllowed($"https://{host}{Name}", PayPalEnvironment.Live).Should().Be(live);
    }

    [TestCase("http://api.paypal.com" + Name)]
    [TestCase("HTTPS://api.paypal.com" + Name)]
    [TestCase("https://API.paypal.com" + Name)]
    [TestCase("https://api.paypal.com:443" + Name)]
    [TestCase("https://api.paypal.com:8443" + Name)]
    [TestCase("https://api.paypal.com:" + Name)]
    [TestCase("https://api.paypal.com." + Name)]
    [TestCase("https://user@api.paypal.com" + Name)]
    [TestCase("https://user:pass@api.paypal.com" + Name)]
    [TestCase("https://@api.paypal.com" + Name)]
    [TestCase("https://api.paypal.com@evil.example" + Name)]
    [TestCase("https://api.paypal.com%40evil.example" + Name)]
    [TestCase("https://api.paypal.com\\@evil.example" + Name)]
    [TestCase("https://api.paypal.com\\.evil.example" + Name)]
    [TestCase("https:\\\\api.paypal.com" + Name)]
    [TestCase("https:/api.paypal.com" + Name)]
    [TestCase("https:///api.paypal.com" + Name)]
    [TestCase("//api.paypal.com" + Name)]
    [TestCase("https://evil.example/api.paypal.com" + Name)]
    [TestCase("https://evil.example/https://api.paypal.com" + Name)]
    [TestCase("https://evilpaypal.com" + Name)]
    [TestCase("https://api.paypal.com.evil.example" + Name)]
    [TestCase("https://api-m.paypal.com.evil.example" + Name)]
    [TestCase("https://xapi.paypal.com" + Name)]
    [TestCase("https://paypal.com" + Name)]
    [TestCase("https://www.paypal.com" + Name)]
    [TestCase("https://\u0430pi.paypal.com" + Name)]
    [TestCase("https://api.p\u0430ypal.com" + Name)]
    [TestCase("https://api.xn--pypal-4ve.com" + Name)]
    [TestCase("https://api\u3002paypal.com" + Name)]
    [TestCase("https://api.paypal.com\u2044" + Name)]
    [TestCase("https://127.0.0.1" + Name)]
    [TestCase("https://[::1]" + Name)]
    [TestCase("https://api.paypal.com#" + Name)]
    [TestCase("https://api.paypal.com?" + Name)]
    [TestCase("https://api.paypal.com/v1/notifications/certs/")]
    [TestCase("https://api.paypal.com/v1/notifications/certs")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/.")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/..")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a.pem")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a/b")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a/")]
    [TestCase("https://api.paypal.com/v1/notifications/certs//a")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/../../oauth2/a")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/%2e%2e%2fa")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a%00")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a\0")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a\n")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a\r\nHost: evil.example")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a ")]
    [TestCase(" https://api.paypal.com/v1/notifications/certs/a")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a\t")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a?x=1")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a#x")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a;x")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/a@evil.example")]
    [TestCase("https://api.paypal.com/v1/notifications/certs/\uff21")]
    [TestCase("https://api.paypal.com/V1/notifications/certs/a")]
    [TestCase("https://api.paypal.com/v1//notifications/certs/a")]
    [TestCase("https://api.paypal.com/v1/notifications\\certs\\a")]
    [TestCase("https://api.paypal.com/x/v1/notifications/certs/a")]
    [TestCase("https://api.paypal.com")]
    [TestCase("https://")]
    [TestCase("file:///etc/passwd")]
    [TestCase("data:text/plain,x")]
    [TestCase("")]
    public void Any_other_spelling_is_refused(string url) =>
        CertificateUrl.IsAllowed(url, PayPalEnvironment.Sandbox).Should().BeFalse();

    [Test]
    public void An_overlong_name_is_refused()
    {
        const string Base = "https://api.paypal.com/v1/notifications/certs/";

        CertificateUrl.IsAllowed(Base + new string('a', 200 - Base.Length), PayPalEnvironment.Live).Should().BeTrue();
        CertificateUrl.IsAllowed(Base + new string('a', 201 - Base.Length), PayPalEnvironment.Live).Should().BeFalse();
    }

    [Test]
    public void What_is_allowed_is_what_a_URL_parser_reads([Values] PayPalEnvironment environment)
    {
        foreach (var host in new[] { "api.paypal.com", "api-m.paypal.com", "api.sandbox.paypal.com", "api-m.sandbox.paypal.com" })
        {
            var url = $"https://{host}/v1/notifications/certs/CERT_a-Z09";
            if (CertificateUrl.IsAllowed(url, environment))
            {
                var parsed = new Uri(url);
                parsed.AbsoluteUri.Should().Be(url);
                parsed.Host.Should().Be(host);
                parsed.IsDefaultPort.Should().BeTrue();
            }
        }
    }
}
