namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>The keyed digests providers use.</summary>
internal enum SignatureHash
{
    HmacSha256,
    HmacSha512,
}
