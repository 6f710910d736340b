using System.Numerics;

namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>
/// Numbers modulo 2^255 − 19, the field of edwards25519 (RFC 8032, section 5.1). For public values only: the time depends on them.
/// Between operations a number may be negative or not fully reduced.
/// </summary>
internal static class EdwardsField
{
    public const int Size = 32;

    public static readonly BigInteger Prime = (BigInteger.One << 255) - 19;

    private static readonly BigInteger SquareRootOfMinusOne = BigInteger.ModPow(2, (Prime - 1) / 4, Prime);

    public static BigInteger Multiply(BigInteger left, BigInteger right) => BigInteger.Remainder(left * right, Prime);

    public static BigInteger Square(BigInteger value) => Multiply(value, value);

    public static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Reduce(value), Prime - 2, Prime);

    public static bool AreEqual(BigInteger left, BigInteger right) => BigInteger.Remainder(left - right, Prime).IsZero;

    /// <summary>The one representative from 0 to 2^255 − 20.</summary>
    public static BigInteger Reduce(BigInteger value)
    {
        var rest = BigInteger.Remainder(value, Prime);
        return rest.Sign < 0 ? rest + Prime : rest;
    }

    /// <summary>A square root of <paramref name="numerator"/> / <paramref name="denominator"/>; false when there is none.</summary>
    public static bool TrySquareRoot(BigInteger numerator, BigInteger denominator, out BigInteger root)
    {
        // RFC 8032, section 5.1.3: u v³ (u v⁷)^((p − 5) / 8).
        var cube = Multiply(Square(denominator), denominator);
        var seventh = Multiply(Square(cube), denominator);
        var power = BigInteger.ModPow(Reduce(Multiply(numerator, seventh)), (Prime - 5) / 8, Prime);
        root = Multiply(Multiply(numerator, cube), power);
        var square = Multiply(denominator, Square(root));
        if (AreEqual(square, numerator))
        {
            return true;
        }

        root = Multiply(root, SquareRootOfMinusOne);
        return AreEqual(square, -numerator);
    }

    /// <summary>The unsigned number that the bytes are, least significant first.</summary>
    public static BigInteger Read(ReadOnlySpan<byte> bytes)
    {
        // The zero behind them keeps the number from being negative.
        var unsigned = new byte[bytes.Length + 1];
        bytes.CopyTo(unsigned);
        return new BigInteger(unsigned);
    }

    /// <summary>Writes a number below 2^256 as <see cref="Size"/> bytes, least significant first.</summary>
    public static void Write(BigInteger number, Span<byte> destination)
    {
        var bytes = number.ToByteArray();
        destination.Clear();
        bytes.AsSpan(0, Math.Min(bytes.Length, Size)).CopyTo(destination);
    }
}
