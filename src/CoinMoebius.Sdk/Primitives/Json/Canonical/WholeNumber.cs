namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>A non-negative whole number in a buffer of the caller.</summary>
/// <param name="limbs">The buffer, in units of 32 bits, the lowest first.</param>
internal ref struct WholeNumber(Span<uint> limbs)
{
    // 5^13 is the last power that fits.
    private const int FivesAtOnce = 13;
    private const uint PowerOfFive = 1_220_703_125;
    private const int DigitsAtOnce = 9;

    private readonly Span<uint> _limbs = limbs;
    private int _length;

    public static int Compare(WholeNumber left, WholeNumber right)
    {
        if (left._length != right._length)
        {
            return left._length - right._length;
        }

        for (var i = left._length - 1; i >= 0; i--)
        {
            if (left._limbs[i] != right._limbs[i])
            {
                return left._limbs[i] < right._limbs[i] ? -1 : 1;
            }
        }

        return 0;
    }

    /// <summary>Appends decimal digits.</summary>
    public void AddDigits(ReadOnlySpan<byte> digits)
    {
        while (!digits.IsEmpty)
        {
            var count = Math.Min(digits.Length, DigitsAtOnce);
            uint factor = 1, value = 0;
            foreach (var digit in digits[..count])
            {
                factor *= 10;
                value = (value * 10) + (uint)(digit - '0');
            }

            MultiplyAndAdd(factor, value);
            digits = digits[count..];
        }
    }

    /// <summary>Sets the number; it must be zero before.</summary>
    public void Add(ulong value)
    {
        _limbs[0] = (uint)value;
        _limbs[1] = (uint)(value >> 32);
        _length = _limbs[1] != 0 ? 2 : 1;
    }

    public void MultiplyByPowerOfFive(int power)
    {
        for (; power >= FivesAtOnce; power -= FivesAtOnce)
        {
            MultiplyAndAdd(PowerOfFive, 0);
        }

        for (; power > 0; power--)
        {
            MultiplyAndAdd(5, 0);
        }
    }

    public void ShiftLeft(int bits)
    {
        var (whole, rest) = (bits / 32, bits % 32);
        MultiplyAndAdd(1u << rest, 0);
        _limbs[.._length].CopyTo(_limbs[whole..]);
        _limbs[..whole].Clear();
        _length += whole;
    }

    private void MultiplyAndAdd(uint factor, uint summand)
    {
        ulong carry = summand;
        for (var i = 0; i < _length; i++)
        {
            carry += (ulong)_limbs[i] * factor;
            _limbs[i] = (uint)carry;
            carry >>= 32;
        }

        if (carry != 0)
        {
            _limbs[_length++] = (uint)carry;
        }
    }
}
