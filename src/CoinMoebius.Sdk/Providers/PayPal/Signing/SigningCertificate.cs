using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>A certificate of PayPal's that leads to a trusted root: its key, its name and when it and its chain are valid.</summary>
internal sealed class SigningCertificate(X509Certificate2 leaf, PayPalEnvironment environment, DateTimeOffset notBefore, DateTimeOffset notAfter)
{
    // A key object is not promised to be safe for concurrent use: each thread takes one of its own for the moment.
    private readonly ConcurrentBag<RSA> _keys = [];
    private volatile bool _isProven;

    /// <summary>Whose name it bears.</summary>
    public PayPalEnvironment Environment { get; } = environment;

    /// <summary>When the first certificate of the chain ends.</summary>
    public DateTimeOffset NotAfter { get; } = notAfter;

    /// <summary>True once a delivery has verified under it, or did so before the restart.</summary>
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
