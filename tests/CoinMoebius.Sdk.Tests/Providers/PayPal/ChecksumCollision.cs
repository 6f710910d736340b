using System.IO.Hashing;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal;

/// <summary>
/// Shows why a CRC-32 protects nothing: blanks and tabs behind a JSON body are chosen so that it has any checksum one likes. Each
/// choice flips a fixed set of the checksum's bits, so the right ones follow from linear equations.
/// </summary>
internal static class ChecksumCollision
{
    private const int Fillers = 48;

    public static byte[] Extend(byte[] body, uint checksum)
    {
        byte[] extended = [.. body, .. Enumerable.Repeat((byte)' ', Fillers)];
        var start = Crc32.HashToUInt32(extended);
        var basis = new (uint Effect, ulong Choice)[32];
        for (var i = 0; i < Fillers; i++)
        {
            extended[body.Length + i] = (byte)'\t';
            var (effect, choice) = Reduce(basis, Crc32.HashToUInt32(extended) ^ start, 1UL << i);
            extended[body.Length + i] = (byte)' ';
            if (effect != 0)
            {
                basis[31 - System.Numerics.BitOperations.LeadingZeroCount(effect)] = (effect, choice);
            }
        }

        var (rest, tabs) = Reduce(basis, start ^ checksum, 0);
        rest.Should().Be(0, "48 fillers span all 32 bits");
        for (var i = 0; i < Fillers; i++)
        {
            extended[body.Length + i] = ((tabs >> i) & 1) == 1 ? (byte)'\t' : (byte)' ';
        }

        return extended;
    }

    private static (uint Effect, ulong Choice) Reduce((uint Effect, ulong Choice)[] basis, uint effect, ulong choice)
    {
        for (var bit = 31; bit >= 0; bit--)
        {
            if (((effect >> bit) & 1) == 1 && basis[bit].Effect != 0)
            {
                effect ^= basis[bit].Effect;
                choice ^= basis[bit].Choice;
            }
        }

        return (effect, choice);
    }
}
