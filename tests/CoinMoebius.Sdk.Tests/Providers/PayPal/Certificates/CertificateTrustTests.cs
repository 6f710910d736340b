using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Providers.PayPal.Signing;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal.Certificates;

public sealed class CertificateTrustTests : IDisposable
{
    private readonly TestPki _pki = new(ownKey: false);

    public void Dispose() => _pki.Dispose();

    [TestCase("node-a5cafa77", PayPalEnvironment.Sandbox, "2017-03-22T12:00:00Z")]
    [TestCase("java-2017", PayPalEnvironment.Sandbox, "2019-04-26T12:00:00Z")]
    [TestCase("java-2019", PayPalEnvironment.Sandbox, "2021-05-24T12:00:00Z")]
    [TestCase("1a5f47cb", PayPalEnvironment.Live, "2025-03-07T23:59:59Z")]
    [TestCase("b0d12406", PayPalEnvironment.Live, "2026-03-03T23:59:59Z")]
    public void PayPals_own_certificates_lead_to_the_shipped_root(string id, PayPalEnvironment environment, DateTimeOffset end)
    {
        var certificate = CertificateTrust.Shipped.Check(Published(id))!;

        certificate.Environment.Should().Be(environment);
        certificate.NotAfter.Should().Be(end);
        certificate.IsValidAt(end).Should().BeTrue();
        certificate.IsValidAt(end.AddSeconds(1)).Should().BeFalse();
    }

    [TestCase(ShippedCertificates.DigiCertHighAssuranceEvRoot, "7431E5F4C3C1CE4690774F0B61E05440883BA9A01ED00BA6ABD7806ED3B118CF")]
    [TestCase(ShippedCertificates.DigiCertGlobalRootG2, "CB3CCBB76031E5E0138F8DD39A23F9DE47FFC35E43C1144CEA27D46A5AB1CB5F")]
    [TestCase(ShippedCertificates.DigiCertSha2ExtendedValidationServerCa, "403E062A2653059113285BAF80A0D4AE422C848C9F78FAD01FC94BC5B87FEF1A")]
    [TestCase(ShippedCertificates.DigiCertEvRsaCaG2, "9588EF74199E45ACEFCCCFC0C47010E9F2A37A1DD44C61A4E1C6B334DA5AF614")]
    public void The_shipped_certificates_are_the_ones_they_say(string pem, string fingerprint) =>
        PemCertificates.Read(pem).Should().ContainSingle().Which.GetCertHashString(HashAlgorithmName.SHA256).Should().Be(fingerprint);

    [TestCase(ShippedCertificates.DigiCertSha2ExtendedValidationServerCa, ShippedCertificates.DigiCertHighAssuranceEvRoot)]
    [TestCase(ShippedCertificates.DigiCertEvRsaCaG2, ShippedCertificates.DigiCertGlobalRootG2)]
    public void Each_shipped_intermediate_leads_to_a_shipped_root(string pem, string root)
    {
        using var intermediate = PemCertificates.Read(pem).Single();
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(PemCertificates.Read(root).Single());
        chain.ChainPolicy.VerificationTime = intermediate.NotBefore;

        chain.Build(intermediate).Should().BeTrue();
    }

    [TestCase(TestPki.LiveName, PayPalEnvironment.Live)]
    [TestCase(TestPki.SandboxName, PayPalEnvironment.Sandbox)]
    public void A_right_certificate_passes(string name, PayPalEnvironment environment) =>
        Trust().Check(_pki.Leaf(name, name))!.Environment.Should().Be(environment);

    [TestCase("messageverificationcerts.evil.example")]
    [TestCase("MESSAGEVERIFICATIONCERTS.SANDBOX.PAYPAL.COM")]
    [TestCase("*.sandbox.paypal.com")]
    [TestCase("x.messageverificationcerts.sandbox.paypal.com")]
    [TestCase("messageverificationcerts.sandbox.paypal.com.evil.example")]
    [TestCase("messageverificationcerts.sandbox.paypal.com.")]
    [TestCase(null)]
    public void Both_names_must_be_PayPals(string? other)
    {
        Trust().Check(_pki.Leaf(commonName: other)).Should().BeNull("the common name is wrong");
        Trust().Check(_pki.Leaf(alternativeName: other)).Should().BeNull("the alternative name is wrong");
        Trust().Check(_pki.Leaf(other, other)).Should().BeNull("both are wrong");
    }

    [Test]
    public void The_two_names_must_be_the_same()
    {
        Trust().Check(_pki.Leaf(TestPki.LiveName, TestPki.SandboxName)).Should().BeNull();
        Trust().Check(_pki.Leaf(TestPki.SandboxName, TestPki.LiveName)).Should().BeNull();
    }

    [Test]
    public void A_second_common_name_is_refused()
    {
        Trust().Check(_pki.Leaf(subject: $"CN=evil.example, CN={TestPki.SandboxName}")).Should().BeNull();
        Trust().Check(_pki.Leaf(subject: $"CN={TestPki.SandboxName}, CN=evil.example")).Should().BeNull();
    }

    [Test]
    public void Alternative_names_that_are_no_DER_are_refused()
    {
        var name = Encoding.ASCII.GetBytes(TestPki.SandboxName);
        byte[] right = [0x30, (byte)(name.Length + 2), 0x82, (byte)name.Length, .. name];
        Trust().Check(_pki.Leaf(alternativeNames: right)).Should().NotBeNull();

        Trust().Check(_pki.Leaf(alternativeNames: [])).Should().BeNull("nothing is there");
        Trust().Check(_pki.Leaf(alternativeNames: right[..^1])).Should().BeNull("the name is cut off");
        Trust().Check(_pki.Leaf(alternativeNames: [0x30, 0x80, .. right[2..], 0, 0])).Should().BeNull("DER has no open end");
        Trust().Check(_pki.Leaf(alternativeNames: [0x31, .. right[1..]])).Should().BeNull("it is a set");
        Trust().Check(_pki.Leaf(alternativeNames: [0x30, (byte)(name.Length + 2), 0x82, 0x7F, .. name])).Should().BeNull("the name is longer than all");
        Trust().Check(_pki.Leaf(alternativeNames: [0x30, 0x88, 1, 1, 1, 1, 1, 1, 1, 1, .. right[2..]])).Should().BeNull("no certificate is that long");
    }

    [Test]
    public void A_certificate_made_for_another_purpose_is_refused()
    {
        Trust().Check(_pki.Leaf(usage: "1.3.6.1.5.5.7.3.3")).Should().BeNull("it is for code signing");
        Trust().Check(_pki.Leaf(usage: "1.3.6.1.5.5.7.3.2")).Should().BeNull("it is for clients");
        Trust().Check(_pki.Leaf(keyUsage: X509KeyUsageFlags.KeyEncipherment)).Should().BeNull("its key may not sign");
        Trust().Check(_pki.Leaf(isAuthority: true)).Should().BeNull("it is an authority");
    }

    [Test]
    public void Weak_keys_and_digests_are_refused()
    {
        Trust().Check(_pki.Leaf(keySize: 1024)).Should().BeNull();
        Trust().Check(_pki.Leaf(hash: HashAlgorithmName.SHA1)).Should().BeNull();
        Trust().Check(_pki.Leaf(hash: HashAlgorithmName.SHA384)).Should().NotBeNull();
    }

    [Test]
    public void A_self_signed_certificate_is_refused_even_as_its_own_root()
    {
        using var self = new TestPki($"CN={TestPki.SandboxName}");

        Trust().Check(self.RootPem).Should().BeNull();
        new CertificateTrust([self.RootPem]).Check(self.RootPem).Should().BeNull();
    }

    [Test]
    public void A_root_of_the_same_name_with_another_key_is_refused()
    {
        using var twin = new TestPki();

        Trust().Check(twin.Leaf()).Should().BeNull();
        Trust().Check(twin.Leaf() + twin.RootPem).Should().BeNull("what comes with the certificate is not trusted");
        CertificateTrust.Shipped.Check(_pki.Leaf() + _pki.RootPem).Should().BeNull();
    }

    [Test]
    public void Own_roots_replace_the_shipped_ones()
    {
        Trust().Check(Published("b0d12406")).Should().BeNull();
        new CertificateTrust([_pki.RootPem, ShippedCertificates.DigiCertHighAssuranceEvRoot]).Check(Published("b0d12406")).Should().NotBeNull();
    }

    [Test]
    public void An_intermediate_helps_wherever_it_comes_from_but_is_not_trusted_by_itself()
    {
        using var intermediate = _pki.Intermediate();
        var pem = intermediate.ExportCertificatePem();
        var leaf = _pki.Leaf(issuer: intermediate);

        Trust().Check(leaf).Should().BeNull("a link is missing");
        Trust().Check(leaf + "\n" + pem).Should().NotBeNull();
        new CertificateTrust([_pki.RootPem, pem]).Check(leaf).Should().NotBeNull();
        new CertificateTrust([pem]).Check(leaf).Should().BeNull();
        new CertificateTrust([pem]).Check(Published("b0d12406")).Should().NotBeNull("no root was listed, so the shipped ones count");
    }

    [Test]
    public void A_certificate_under_one_that_is_no_authority_is_refused()
    {
        using var impostor = _pki.Intermediate(isAuthority: false);

        Trust().Check(_pki.Leaf(issuer: impostor) + impostor.ExportCertificatePem()).Should().BeNull();
    }

    [Test]
    public void An_intermediate_for_another_purpose_is_refused()
    {
        using var mail = _pki.Intermediate(usage: "1.3.6.1.5.5.7.3.4");

        Trust().Check(_pki.Leaf(issuer: mail) + mail.ExportCertificatePem()).Should().BeNull();
    }

    [Test]
    public void The_chain_is_valid_only_while_all_of_it_is()
    {
        using var intermediate = _pki.Intermediate(from: TestPki.From.AddDays(10), to: TestPki.From.AddDays(100));
        var certificate = Trust().Check(_pki.Leaf(issuer: intermediate) + intermediate.ExportCertificatePem())!;

        certificate.IsValidAt(TestPki.From.AddDays(9)).Should().BeFalse("the intermediate has not begun");
        certificate.IsValidAt(TestPki.From.AddDays(10)).Should().BeTrue();
        certificate.IsValidAt(TestPki.From.AddDays(100)).Should().BeTrue();
        certificate.IsValidAt(TestPki.From.AddDays(101)).Should().BeFalse("the intermediate has ended");
    }

    [Test]
    public void What_is_no_certificate_is_refused()
    {
        var right = _pki.Leaf();
        string[] wrong =
        [
            "", "<html>Sign in</html>", "-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----", "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----",
            _pki.Key.ExportSubjectPublicKeyInfoPem(), right.Replace("CERTIFICATE", "TRUSTED CERTIFICATE", StringComparison.Ordinal),
            right[..(right.Length / 2)], string.Concat(Enumerable.Repeat(right, 9)), right + "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----",
        ];
        foreach (var text in wrong)
        {
            Trust().Check(text).Should().BeNull();
            PemCertificates.IsReadable(text).Should().BeFalse();
        }

        PemCertificates.IsReadable(right).Should().BeTrue();
    }

    [Test]
    public void A_signature_counts_for_its_text_and_in_its_length_only()
    {
        var certificate = Trust().Check(_pki.Leaf())!;
        var text = Encoding.ASCII.GetBytes("a|b|c|1");
        var signature = _pki.Key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        certificate.Verify(text, signature).Should().BeTrue();
        certificate.Verify("a|b|c|2"u8, signature).Should().BeFalse();
        certificate.Verify(text, signature.AsSpan(1)).Should().BeFalse();
        certificate.Verify(text, [0, .. signature]).Should().BeFalse();
        certificate.Verify(text, []).Should().BeFalse();
        certificate.Verify(text, _pki.Key.SignData(text, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)).Should().BeFalse();
        certificate.Verify(text, _pki.Key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)).Should().BeFalse();
    }

    internal static string Published(string id)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Providers", "PayPal", "Vectors", "paypal-certs.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.GetProperty("certificates").GetProperty(id).GetProperty("pem").GetString()!;
    }

    private CertificateTrust Trust() => new([_pki.RootPem]);
}
