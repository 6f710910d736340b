namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>The senders' variants of the header that <see cref="TimedSignature"/> reads.</summary>
internal enum TimedSignatureForm
{
    /// <summary>A <c>v1</c> in lower case for each secret in use. A malformed one is skipped.</summary>
    Several,

    /// <summary>Exactly one <c>v1</c>, a digest in either case, and a time above zero.</summary>
    Single,
}
