using System.Numerics;
using System.Security.Cryptography;

namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>
/// Verifies Ed25519 signatures (RFC 8032, section 5.1.7), which .NET does not do itself. Strict: one signature has one encoding, and a
/// key that fits any signature is none. Everything here is public, so the time may tell what it likes.
/// </summary>
internal sealed class Ed25519PublicKey
{
    public const int Size = EdwardsPoint.Size;
    public const int SignatureSize = 2 * EdwardsPoint.Size;

    // The order of the group that the base point makes.
    private static readonly BigInteger Order = (BigInteger.One << 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);

    private readonly byte[] _encoded;
    private readonly EdwardsPoint _negated;

    private Ed25519PublicKey(byte[] encoded, in EdwardsPoint point)
    {
        _encoded = encoded;
        _negated = point.Negate();
    }

    /// <summary>The key that 32 bytes are; null when they are no point, not its only encoding, or a point of small order.</summary>
    public static Ed25519PublicKey? Decode(ReadOnlySpan<byte> encoded) =>
        EdwardsPoint.TryDecode(encoded, out var point) && !point.IsOfSmallOrder ? new(encoded.ToArray(), point) : null;

    /// <summary>True when the 64 bytes are this key's signature of <paramref name="prefix"/> followed by <paramref name="body"/>.</summary>
    public bool Verify(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body)
    {
        if (signature.Length != SignatureSize)
        {
            return false;
        }

        var commitment = signature[..EdwardsPoint.Size];
        var response = signature[EdwardsPoint.Size..];
        if (EdwardsField.Read(response) >= Order)
        {
            return false;
        }

        // s × base − k × key has to be the commitment, in its only encoding.
        Span<byte> challenge = stackalloc byte[EdwardsField.Size];
        EdwardsField.Write(Challenge(commitment, prefix, body), challenge);
        Span<byte> expected = stackalloc byte[EdwardsPoint.Size];
        EdwardsPoint.MultiplyAndAdd(response, EdwardsPoint.Base, challenge, _negated).Encode(expected);
        return commitment.SequenceEqual(expected);
    }

    private BigInteger Challenge(ReadOnlySpan<byte> commitment, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(commitment);
        hash.AppendData(_encoded);
        hash.AppendData(prefix);
        hash.AppendData(body);
        return BigInteger.Remainder(EdwardsField.Read(hash.GetHashAndReset()), Order);
    }
}
