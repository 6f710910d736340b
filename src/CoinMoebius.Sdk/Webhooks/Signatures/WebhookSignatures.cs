using System.Security.Cryptography;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The checks of most signature schemes, for your own verifiers.</summary>
public static class WebhookSignatures
{
    /// <summary>
    /// Checks a keyed digest of <paramref name="prefix"/> followed by <paramref name="body"/>, in constant time and under all secrets. The key is
    /// the text of a secret in UTF-8.
    /// </summary>
    /// <param name="algorithm">SHA-256, SHA-512 or SHA-1. Use the last only if the scheme prescribes it.</param>
    /// <param name="secrets">The secrets, usually <see cref="WebhookOptions.Secrets"/>.</param>
    /// <param name="body">The exact bytes received.</param>
    /// <param name="signature">The digest as received, in hexadecimal or in base64 with padding; its length determines which.</param>
    /// <param name="prefix">The signed bytes before the body, often a time and a full stop; empty by default.</param>
    /// <returns>
    /// <see cref="WebhookVerdict.Verified"/> when any of the secrets produces the digest, otherwise <see cref="WebhookVerdict.SignatureMismatch"/>;
    /// <see cref="WebhookVerdict.MalformedSignature"/> when <paramref name="signature"/> is not a digest of that algorithm.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="secrets"/> or <paramref name="signature"/> is null.</exception>
    /// <exception cref="ArgumentException">A secret is empty, or <paramref name="algorithm"/> is not supported.</exception>
    public static WebhookVerdict VerifyHmac(
        HashAlgorithmName algorithm, IList<string> secrets, ReadOnlySpan<byte> body, string signature, ReadOnlySpan<byte> prefix = default)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(signature);
        var hash = HashOf(algorithm);
        Span<byte> digest = stackalloc byte[HmacSignature.MaxSize];
        digest = digest[..HmacSignature.SizeOf(hash)];
        if (!HexDigest.TryDecode(signature.AsSpan(), digest) && !Base64Digest.TryDecode(signature.AsSpan(), digest))
        {
            return WebhookVerdict.MalformedSignature;
        }

        return HmacSignature.MatchesAny(hash, secrets, prefix, body, digest) ? WebhookVerdict.Verified : WebhookVerdict.SignatureMismatch;
    }

    /// <summary>Checks that a signed time is not too far from now, in either direction. Check the signature first.</summary>
    /// <param name="unixSeconds">The time as received and signed: Unix seconds in decimal digits.</param>
    /// <param name="tolerance">The maximum difference; the limit itself passes.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <returns>
    /// <see cref="WebhookVerdict.Verified"/>, <see cref="WebhookVerdict.TimestampOutOfTolerance"/>, or
    /// <see cref="WebhookVerdict.MalformedSignature"/> for a text that is not such a time.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="unixSeconds"/> or <paramref name="timeProvider"/> is null.</exception>
    public static WebhookVerdict VerifyTime(string unixSeconds, TimeSpan tolerance, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(unixSeconds);
        ArgumentNullException.ThrowIfNull(timeProvider);
        if (!SignedTime.TryParseUnixSeconds(unixSeconds.AsSpan(), out var seconds))
        {
            return WebhookVerdict.MalformedSignature;
        }

        return SignedTime.IsWithin(seconds, timeProvider, tolerance) ? WebhookVerdict.Verified : WebhookVerdict.TimestampOutOfTolerance;
    }

    private static SignatureHash HashOf(HashAlgorithmName algorithm) =>
        algorithm == HashAlgorithmName.SHA256 ? SignatureHash.HmacSha256
        : algorithm == HashAlgorithmName.SHA512 ? SignatureHash.HmacSha512
        : algorithm == HashAlgorithmName.SHA1 ? SignatureHash.HmacSha1
        : throw new ArgumentException($"HMAC with {algorithm.Name} is not supported: use SHA256, SHA512 or SHA1.", nameof(algorithm));
}
