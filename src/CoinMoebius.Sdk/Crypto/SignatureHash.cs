namespace CoinMoebius.Sdk.Crypto;

/// <summary>The keyed digests that providers use.</summary>
internal enum SignatureHash
{
    HmacSha256,
    HmacSha512,

    /// <summary>Secure as a keyed digest, although SHA-1 itself is broken. Only for providers whose scheme prescribes it.</summary>
    HmacSha1,
}
