using System.Globalization;
using System.Text;
using CoinMoebius.Sdk.Primitives.Json.Canonical;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Tests.Webhooks.Json.Canonical;

/// <summary>The arithmetic of both builds against the runtime's, which is right but for a few powers of two.</summary>
public sealed class ShortestDoubleTests
{
    [Test]
    public void Every_power_of_two_and_its_neighbours_agree()
    {
        for (var exponent = -1074; exponent <= 1023; exponent++)
        {
            var power = Math.ScaleB(1, exponent);
            foreach (var value in new[] { power, Math.BitIncrement(power), Math.BitDecrement(power) })
            {
                if (value > 0)
                {
                    Check(value.ToString("E30", CultureInfo.InvariantCulture));
                    Check(value.ToString("R", CultureInfo.InvariantCulture));
                }
            }
        }
    }

    [Test]
    public void Random_doubles_agree([Seeds(1, 4)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(0x7FF0_0000_0000_0000));
            if (value != 0)
            {
                Check(value.ToString("R", CultureInfo.InvariantCulture));
                Check(value.ToString($"E{random.Next(15, 40)}", CultureInfo.InvariantCulture));
            }
        }
    }

    [Test]
    public void Decimals_half_way_between_two_doubles_agree([Seeds(1, 4)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++)
        {
            // All digits of a double with one more bit is the middle between two doubles.
            var value = Math.ScaleB((1L << 53) | random.NextInt64(1L << 53), random.Next(-60, 60));
            var middle = value.ToString("E60", CultureInfo.InvariantCulture);
            var exact = new System.Numerics.BigInteger((1L << 53) | random.NextInt64(1L << 53) | 1);
            Check(middle);
            Check(exact.ToString(CultureInfo.InvariantCulture));
            Check(exact + new string('0', 800) + "1e-801");
            Check((exact - 1) + "." + new string('9', 800));
        }
    }

    [TestCase("1.7976931348623157e308")]
    [TestCase("1.7976931348623158079372897140530e308")]
    [TestCase("1.7976931348623158079372897140531e308")]
    [TestCase("1.8e308")]
    [TestCase("9e309")]
    [TestCase("2.4703282292062327208299493e-324")]
    [TestCase("2.4703282292062328e-324")]
    [TestCase("1e-325")]
    [TestCase("2.2250738585072011e-308")]
    public void The_ends_of_the_range_agree(string text) => Check(text);

    private static void Check(string text)
    {
        Span<byte> buffer = stackalloc byte[781];
        var number = DecimalDigits.Read(Encoding.ASCII.GetBytes(text), buffer);
        Span<byte> expected = stackalloc byte[ShortestDouble.MaxDigits];
        Span<byte> actual = stackalloc byte[ShortestDouble.MaxDigits];

        var expectedCount = OfTheRuntime(text, expected, out var expectedPoint);
        var actualCount = ShortestDouble.Round(number.Digits, (int)number.Point, actual, out var actualPoint);

        (actualCount, actualPoint).Should().Be((expectedCount, expectedPoint), text);
        if (actualCount > 0)
        {
            Encoding.ASCII.GetString(actual[..actualCount]).Should().Be(Encoding.ASCII.GetString(expected[..expectedCount]), text);
        }
    }

    private static int OfTheRuntime(string text, Span<byte> shortest, out int point)
    {
        point = 0;
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (value == 0 || double.IsInfinity(value))
        {
            return value == 0 ? 0 : ShortestDouble.Overflow;
        }

        // Of a few powers of two it gives 16 digits where 17 are needed, 2^-958 for one.
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        digits = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture) == value ? digits : value.ToString("E16", CultureInfo.InvariantCulture);
        var number = DecimalDigits.Read(Encoding.ASCII.GetBytes(digits), shortest);
        point = (int)number.Point;
        return number.Digits.Length;
    }
}
