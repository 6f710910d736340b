using System.Security.Cryptography;
#if !NETSTANDARD2_0
using System.Text;
#endif

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Client;

/// <summary>Signs calls with the private key. No message contains any part of it.</summary>
internal static class CdpKey
{
    private const int KeySize = 256;
    private const int Ed25519Size = 64;
    private const string PemBegin = "-----BEGIN";

    // The start of an Ed25519 key in PKCS #8: version 0 and the algorithm 1.3.101.112 (RFC 8410).
    private const string Ed25519Pkcs8 = "MC4CAQAwBQYDK2Vw";

    private const string WhatToCreate =
        "In the CDP portal create an API key with the signature algorithm ECDSA, and set its id and its private key.";

    /// <summary>Returns what is wrong with the key and how to correct it; null when it can sign.</summary>
    public static string? FindFault(CoinbaseBusinessOptions options)
    {
        if (options.GetSigningKey() is { } signingKey)
        {
            return !string.IsNullOrWhiteSpace(options.PrivateKey) ? "PrivateKey is set, and UseSigningKey was called. Remove one of them."
                : signingKey.KeySize != KeySize ? $"The key of UseSigningKey has {signingKey.KeySize} bits; it must be on the curve P-256. {WhatToCreate}"
                : null;
        }

        if (string.IsNullOrWhiteSpace(options.PrivateKey))
        {
            return $"PrivateKey is missing. {WhatToCreate}";
        }

        if (IsEd25519(options.PrivateKey))
        {
            return $"PrivateKey is an Ed25519 key, which .NET cannot sign with. {WhatToCreate}";
        }

#if NETSTANDARD2_0
        return NoPem;
#else
        return FindPemFault(options.PrivateKey);
#endif
    }

    /// <summary>Returns an ES256 signature: R and S, 32 bytes each (RFC 7518, section 3.4).</summary>
    public static byte[] Sign(CoinbaseBusinessOptions options, byte[] data)
    {
        if (options.GetSigningKey() is { } signingKey)
        {
            // Keys do not support concurrent callers.
            lock (signingKey)
            {
                return signingKey.SignData(data, HashAlgorithmName.SHA256);
            }
        }

#if NETSTANDARD2_0
        throw new InvalidOperationException(NoPem);
#else
        using var key = ECDsa.Create();
        key.ImportFromPem(Normalize(options.PrivateKey));
        return key.SignData(data, HashAlgorithmName.SHA256);
#endif
    }

    // The portal shows these as a seed of 32 bytes and a public key of 32 bytes, in base64.
    private static bool IsEd25519(string key)
    {
        if (key.AsSpan().IndexOf(PemBegin.AsSpan(), StringComparison.Ordinal) >= 0)
        {
            return key.AsSpan().IndexOf(Ed25519Pkcs8.AsSpan(), StringComparison.Ordinal) >= 0;
        }

        try
        {
            return Convert.FromBase64String(key.Trim()).Length == Ed25519Size;
        }
        catch (FormatException)
        {
            return false;
        }
    }

#if NETSTANDARD2_0
    private const string NoPem =
        "PrivateKey cannot be read by the .NET Standard 2.0 build, which has no PEM reader. Load the key yourself and pass it to UseSigningKey.";
#else
    private const string P256 = "1.2.840.10045.3.1.7";

    private static string? FindPemFault(string privateKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(Normalize(privateKey));
            return key.ExportParameters(includePrivateParameters: true).Curve.Oid?.Value == P256
                ? null
                : $"PrivateKey is not on the curve P-256. {WhatToCreate}";
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return "PrivateKey is not an EC private key in PEM form. Copy it whole, from -----BEGIN to the end of the line with -----END.";
        }
    }

    // Environment files and dashboards escape the line ends and add quotes around the key.
    private static string Normalize(string privateKey) =>
        new StringBuilder(privateKey.Trim().Trim('"')).Replace("\\r", "").Replace("\\n", "\n").ToString();
#endif
}
