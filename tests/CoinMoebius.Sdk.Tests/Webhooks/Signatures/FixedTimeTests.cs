using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Tests.Webhooks.Signatures;

public sealed class FixedTimeTests
{
    [Test]
    public void Any_bit_that_differs_is_seen_at_any_length([Values(1, 7, 8, 9, 16, 20, 31, 32, 64)] int length)
    {
        var left = new byte[length];
        new Random(length).NextBytes(left);
        FixedTime.Equals(left, left.ToArray()).Should().BeTrue();
        for (var bit = 0; bit < length * 8; bit++)
        {
            var right = left.ToArray();
            right[bit / 8] ^= (byte)(1 << (bit % 8));

            FixedTime.Equals(left, right).Should().BeFalse("bit {0} differs", bit);
        }
    }

    [Test]
    public void Other_lengths_are_never_equal()
    {
        FixedTime.Equals(new byte[32], new byte[31]).Should().BeFalse();
        FixedTime.Equals([], new byte[1]).Should().BeFalse();
        FixedTime.Equals([], []).Should().BeTrue();
    }
}
