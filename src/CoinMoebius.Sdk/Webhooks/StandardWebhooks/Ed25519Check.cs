namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Checks an Ed25519 signature (RFC 8032), which .NET does not do itself: the place for a library that does. Called with what strangers
/// send, several times at once, so it must be safe for that and quick.
/// </summary>
/// <param name="publicKey">The 32 bytes of the service's public key.</param>
/// <param name="message">What was signed.</param>
/// <param name="signature">64 bytes.</param>
/// <returns>True when the key made the signature; false for everything else, a key that is no point of the curve included.</returns>
public delegate bool Ed25519Check(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
