using System.Numerics;

namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>A point of edwards25519, −x² + y² = 1 + dx²y², in extended coordinates (RFC 8032, section 5.1.4).</summary>
internal readonly struct EdwardsPoint
{
    public const int Size = EdwardsField.Size;

    public static readonly EdwardsPoint Identity = new(BigInteger.Zero, BigInteger.One, BigInteger.One, BigInteger.Zero);

    private const int SignBit = 0x80;

    private static readonly BigInteger D = EdwardsField.Reduce(-121665 * EdwardsField.Inverse(121666));

    // y = 4/5, and the even one of the two x.
    private static readonly byte[] EncodedBase = [0x58, .. Enumerable.Repeat((byte)0x66, Size - 1)];

    public static readonly EdwardsPoint Base = TryDecode(EncodedBase, out var point) ? point : default;

    private readonly BigInteger _x;
    private readonly BigInteger _y;
    private readonly BigInteger _z;
    private readonly BigInteger _t;

    private EdwardsPoint(BigInteger x, BigInteger y, BigInteger z, BigInteger t)
    {
        _x = x;
        _y = y;
        _z = z;
        _t = t;
    }

    /// <summary>True for the eight points whose eightfold is the neutral one: as a key they sign anything.</summary>
    public bool IsOfSmallOrder
    {
        get
        {
            var eightfold = Double().Double().Double();
            return EdwardsField.AreEqual(eightfold._x, BigInteger.Zero) && EdwardsField.AreEqual(eightfold._y, eightfold._z);
        }
    }

    /// <summary>Decodes 32 bytes strictly: each point has one encoding. False for what is none, or another's.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> encoded, out EdwardsPoint point)
    {
        point = default;
        if (encoded.Length != Size)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Size];
        encoded.CopyTo(bytes);
        var isOdd = (bytes[Size - 1] & SignBit) != 0;
        bytes[Size - 1] &= unchecked((byte)~SignBit);
        var y = EdwardsField.Read(bytes);
        if (y >= EdwardsField.Prime)
        {
            return false;
        }

        var square = EdwardsField.Square(y);
        if (!EdwardsField.TrySquareRoot(square - 1, EdwardsField.Multiply(D, square) + 1, out var x))
        {
            return false;
        }

        x = EdwardsField.Reduce(x);
        if (x.IsZero && isOdd)
        {
            return false;
        }

        if (x.IsEven == isOdd)
        {
            x = EdwardsField.Prime - x;
        }

        point = new(x, y, BigInteger.One, EdwardsField.Multiply(x, y));
        return true;
    }

    /// <summary>Writes the 32 bytes that are the point.</summary>
    public void Encode(Span<byte> destination)
    {
        var inverse = EdwardsField.Inverse(_z);
        var x = EdwardsField.Reduce(_x * inverse);
        EdwardsField.Write(EdwardsField.Reduce(_y * inverse), destination);
        if (!x.IsEven)
        {
            destination[Size - 1] |= SignBit;
        }
    }

    public EdwardsPoint Negate() => new(-_x, _y, _z, -_t);

    /// <summary>The sum; the formula holds for every two points, equal and neutral ones too.</summary>
    public EdwardsPoint Add(in EdwardsPoint other)
    {
        var a = EdwardsField.Multiply(_y - _x, other._y - other._x);
        var b = EdwardsField.Multiply(_y + _x, other._y + other._x);
        var c = EdwardsField.Multiply(EdwardsField.Multiply(_t, 2 * D), other._t);
        var d = 2 * EdwardsField.Multiply(_z, other._z);
        return FromParts(b - a, d - c, d + c, b + a);
    }

    /// <summary>The sum of <paramref name="left"/> × <paramref name="leftPoint"/> and <paramref name="right"/> × <paramref name="rightPoint"/>.</summary>
    /// <param name="left">A number of 32 bytes, least significant first.</param>
    /// <param name="leftPoint">What it multiplies.</param>
    /// <param name="right">A number of 32 bytes, least significant first.</param>
    /// <param name="rightPoint">What it multiplies.</param>
    public static EdwardsPoint MultiplyAndAdd(
        ReadOnlySpan<byte> left, in EdwardsPoint leftPoint, ReadOnlySpan<byte> right, in EdwardsPoint rightPoint)
    {
        // Both at once, bit by bit from the top: the doublings are shared.
        EdwardsPoint[] steps = [Identity, leftPoint, rightPoint, leftPoint.Add(rightPoint)];
        var sum = Identity;
        for (var bit = (Size * 8) - 1; bit >= 0; bit--)
        {
            sum = sum.Double();
            var step = BitOf(left, bit) | (BitOf(right, bit) << 1);
            if (step != 0)
            {
                sum = sum.Add(steps[step]);
            }
        }

        return sum;
    }

    private static int BitOf(ReadOnlySpan<byte> number, int bit) => (number[bit / 8] >> (bit % 8)) & 1;

    private EdwardsPoint Double()
    {
        var a = EdwardsField.Square(_x);
        var b = EdwardsField.Square(_y);
        var c = 2 * EdwardsField.Square(_z);
        var h = a + b;
        var g = a - b;
        return FromParts(h - EdwardsField.Square(_x + _y), c + g, g, h);
    }

    private static EdwardsPoint FromParts(BigInteger e, BigInteger f, BigInteger g, BigInteger h) =>
        new(EdwardsField.Multiply(e, f), EdwardsField.Multiply(g, h), EdwardsField.Multiply(f, g), EdwardsField.Multiply(e, h));
}
