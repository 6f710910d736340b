using System.Security.Cryptography;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness;
using Microsoft.Extensions.Options;
#if !CORE_NETSTANDARD
using CoinMoebius.Sdk.Tests.Support;
using RichardSzalay.MockHttp;
#endif

namespace CoinMoebius.Sdk.Tests.Providers.CoinbaseBusiness;

/// <summary>What can sign the calls, and what is said about what cannot.</summary>
public sealed class CoinbaseBusinessKeyTests
{
    private const string KeyId = "organizations/1/apiKeys/2";

    // Made for this test; nobody signs with it.
    private const string Ed25519 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";
    private const string Ed25519Pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n-----END PRIVATE KEY-----\n";

#if CORE_NETSTANDARD
    [Test]
    public void Where_PEM_cannot_be_read_the_options_say_what_to_call()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Failure(key.ExportPkcs8PrivateKeyPem()).Should().Contain("PrivateKey").And.Contain("UseSigningKey");
    }
#else
    [TestCase("EC PRIVATE KEY")]
    [TestCase("PRIVATE KEY")]
    [TestCase("EC PRIVATE KEY", "\\n")]
    [TestCase("PRIVATE KEY", "\\r\\n")]
    [TestCase("PRIVATE KEY", "\r\n")]
    [TestCase("EC PRIVATE KEY", "\\n", "\"")]
    [TestCase("EC PRIVATE KEY", "\n", " \n")]
    public async Task A_key_signs_in_every_form_it_is_handed_out_in(string label, string lineEnd = "\n", string around = "")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var http = new MockHttpMessageHandler();
        var pem = label == "PRIVATE KEY" ? key.ExportPkcs8PrivateKeyPem() : key.ExportECPrivateKeyPem();
        pem.Should().StartWith($"-----BEGIN {label}-----");
        http.Expect("*").With(request => CoinbaseBusinessToken.Of(request, key).Header.GetProperty("kid").GetString() == KeyId)
            .Respond("application/json", """{"subscriptionId":"sub-1"}""");
        var options = new CoinbaseBusinessOptions { KeyId = KeyId, PrivateKey = around + pem.Replace("\n", lineEnd, StringComparison.Ordinal) + around };

        await new CoinbaseBusinessClient(http.ToHttpClient(), options, new FixedClock()).GetWebhookSubscriptionAsync("sub-1");

        http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public void A_key_that_cannot_sign_is_named_and_not_shown()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var pem = key.ExportPkcs8PrivateKeyPem();
        var whole = pem.Split('\n')[1];
        foreach (var bad in new[]
        {
            key.ExportSubjectPublicKeyInfoPem(), rsa.ExportPkcs8PrivateKeyPem(), rsa.ExportRSAPrivateKeyPem(), pem.Replace(whole, whole[..20], StringComparison.Ordinal),
            pem[..60], whole, "5ecret 5ecret", key.ExportEncryptedPkcs8PrivateKeyPem("p", new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1)),
        })
        {
            Failure(bad).Should().Contain("CoinbaseBusiness: PrivateKey is not an EC private key in PEM form").And.NotContain("5ecret").And.NotContain(whole);
        }

        Failure(larger.ExportECPrivateKeyPem()).Should().Contain("P-256").And.Contain("ECDSA");
    }
#endif

    [TestCase(Ed25519)]
    [TestCase(" " + Ed25519 + "\n")]
    [TestCase(Ed25519Pem)]
    public void A_key_of_the_other_kind_is_refused_with_what_to_create_instead(string key) =>
        Failure(key).Should().Contain("Ed25519").And.Contain("signature algorithm ECDSA").And.NotContain(key.Trim()[..20]);

    [TestCase("")]
    [TestCase("  ")]
    public void Without_a_key_the_options_say_where_to_get_one(string key) => Failure(key).Should().Contain("PrivateKey is missing").And.Contain("ECDSA");

    [Test]
    public void A_key_of_the_callers_own_must_fit_and_be_the_only_one()
    {
        using var small = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var large = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        var options = new CoinbaseBusinessOptions { KeyId = KeyId };
        options.Invoking(it => it.UseSigningKey(null!)).Should().Throw<ArgumentNullException>();

        options.UseSigningKey(large);
        FluentActions.Invoking(() => new CoinbaseBusinessClient(options)).Should().Throw<OptionsValidationException>().WithMessage("*UseSigningKey*P-256*");

        options.UseSigningKey(small);
        new CoinbaseBusinessClient(options).Dispose();

        options.PrivateKey = "5ecret";
        FluentActions.Invoking(() => new CoinbaseBusinessClient(options)).Should().Throw<OptionsValidationException>().WithMessage("*Remove one of them*")
            .Which.Message.Should().NotContain("5ecret");
    }

    [TestCase("", "00:00:30", "*KeyId*")]
    [TestCase("a b", "00:00:30", "*KeyId*")]
    [TestCase("id", "00:02:01", "*TotalTimeout*00:02:00*")]
    public void Unusable_options_are_named(string keyId, string totalTimeout, string message)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new CoinbaseBusinessOptions { KeyId = keyId, TotalTimeout = TimeSpan.Parse(totalTimeout, System.Globalization.CultureInfo.InvariantCulture) };
        options.UseSigningKey(key);

        FluentActions.Invoking(() => new CoinbaseBusinessClient(options)).Should().Throw<OptionsValidationException>().WithMessage(message);
    }

    [Test]
    public void Options_do_not_print_their_key() =>
        new CoinbaseBusinessOptions { KeyId = KeyId, PrivateKey = "5ecret" }.ToString().Should().Contain(KeyId).And.NotContain("5ecret");

    private static string Failure(string privateKey) =>
        FluentActions.Invoking(() => new CoinbaseBusinessClient(new CoinbaseBusinessOptions { KeyId = KeyId, PrivateKey = privateKey }))
            .Should().Throw<OptionsValidationException>().Which.Failures.Should().ContainSingle().Subject;
}
