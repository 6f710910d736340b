namespace CoinMoebius.Sdk.Crypto;

/// <summary>The keyed digests providers use.</summary>
internal enum SignatureHash
{
    HmacSha256,
    HmacSha512,

    /// <summary>Sound as a keyed digest, though SHA-1 alone is broken. Only where a provider's scheme prescribes it.</summary>
    HmacSha1,
}
