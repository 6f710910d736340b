namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>A product of a 64-bit and a 128-bit number.</summary>
/// <param name="High">The bits from 128 on.</param>
/// <param name="Middle">The bits from 64 to 127.</param>
/// <param name="Low">The bits below 64.</param>
internal readonly record struct WideProduct(ulong High, ulong Middle, ulong Low)
{
    public static WideProduct Of(ulong factor, ulong high, ulong low)
    {
        var upper = Multiply(factor, high, out var middle);
        var carry = Multiply(factor, low, out var lower);
        middle += carry;
        return new(middle < carry ? upper + 1 : upper, middle, lower);
    }

    /// <summary>Returns the product plus a 64-bit number.</summary>
    public WideProduct Plus(ulong number)
    {
        var low = Low + number;
        var middle = low < number ? Middle + 1 : Middle;
        return new(low < number && middle == 0 ? High + 1 : High, middle, low);
    }

#if NETSTANDARD2_0
    private static ulong Multiply(ulong left, ulong right, out ulong low)
    {
        ulong leftLow = (uint)left, leftHigh = left >> 32, rightLow = (uint)right, rightHigh = right >> 32;
        var lowest = leftLow * rightLow;
        var first = (leftHigh * rightLow) + (lowest >> 32);
        var second = (leftLow * rightHigh) + (uint)first;
        low = (second << 32) | (uint)lowest;
        return (leftHigh * rightHigh) + (first >> 32) + (second >> 32);
    }
#else
    private static ulong Multiply(ulong left, ulong right, out ulong low) => Math.BigMul(left, right, out low);
#endif
}
