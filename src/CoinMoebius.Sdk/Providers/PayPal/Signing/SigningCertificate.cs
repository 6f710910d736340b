using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>A certificate of PayPal that leads to a trusted root: its key, its name and the validity of its chain.</summary>
internal sealed class SigningCertificate(X509Certificate2 leaf, PayPalEnvironment environment, DateTimeOffset notBefore, DateTimeOffset notAfter)
{
    // Key objects are not documented as thread-safe, so each thread takes its own for the call.
    private readonly ConcurrentBag<RSA> _keys = [];
    private volatile bool _isProven;

    /// <summary>The environment in its name.</summary>
    public PayPalEnvironment Environment { get; } = environment;

    /// <summary>When the first certificate of the chain expires.</summary>
    public DateTimeOffset NotAfter { get; } = notAfter;

    /// <summary>True once it has verified a delivery, even before a restart.</summary>
    public bool IsProven { get => _isProven; set => _isProven = value; }

    public bool IsValidAt(DateTimeOffset time) => time >= notBefore && time <= NotAfter;

    /// <summary>True when <paramref name="signature"/> is RSA PKCS#1 v1.5 with SHA-256 over <paramref name="text"/>.</summary>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        if (!_keys.TryTake(out var key))
        {
            key = leaf.GetRSAPublicKey()!;
        }

        try
        {
            return signature.Length * 8 == key.KeySize
#if NETSTANDARD2_0
                && key.VerifyData(text.ToArray(), signature.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
#else
                && key.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
#endif
        }
        finally
        {
            _keys.Add(key);
        }
    }
}
