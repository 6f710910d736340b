namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Checks an Ed25519 signature (RFC 8032), which .NET cannot do itself: connect a library here. The SDK calls it concurrently and with
/// untrusted input, so it must be thread-safe and fast.
/// </summary>
/// <param name="publicKey">The 32 bytes of the service's public key.</param>
/// <param name="message">The signed bytes.</param>
/// <param name="signature">64 bytes.</param>
/// <returns>True when the key produced the signature; otherwise false, even for a key that is not a point on the curve.</returns>
public delegate bool Ed25519Check(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
