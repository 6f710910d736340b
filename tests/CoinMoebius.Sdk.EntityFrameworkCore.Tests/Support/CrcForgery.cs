using System.IO.Hashing;
using System.Text;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>Makes a body of one's own choice to a CRC-32: what anybody can do who has the headers of one delivery of PayPal's.</summary>
internal static class CrcForgery
{
    private const int Choices = 64;
    private const string Hole = "FILLER";

    /// <summary>Fills the hole of a template with letters, so that it has the CRC-32 of a genuine body.</summary>
    /// <param name="template">Holds the word FILLER once.</param>
    /// <param name="genuine">The body that was signed.</param>
    public static byte[] Forge(string template, ReadOnlySpan<byte> genuine)
    {
        var at = Encoding.UTF8.GetByteCount(template[..template.IndexOf(Hole, StringComparison.Ordinal)]);
        var body = Encoding.UTF8.GetBytes(template.Replace(Hole, new string('a', Choices), StringComparison.Ordinal));
        var plain = Crc32.HashToUInt32(body);

        // Each letter is an a or a c, which are one bit apart, and each such bit changes the checksum in its own way, whatever the others do.
        var changes = new (uint Change, ulong Letters)[Choices];
        for (var i = 0; i < Choices; i++)
        {
            body[at + i] = (byte)'c';
            changes[i] = (Crc32.HashToUInt32(body) ^ plain, 1UL << i);
            body[at + i] = (byte)'a';
        }

        var letters = Solve(changes, plain ^ Crc32.HashToUInt32(genuine));
        for (var i = 0; i < Choices; i++)
        {
            body[at + i] = (letters >> i & 1) == 0 ? (byte)'a' : (byte)'c';
        }

        return body;
    }

    private static ulong Solve((uint Change, ulong Letters)[] changes, uint wanted)
    {
        ulong letters = 0;
        for (var bit = 0; bit < 32; bit++)
        {
            var pivot = Array.FindIndex(changes, bit, entry => (entry.Change >> bit & 1) == 1);
            (changes[bit], changes[pivot]) = (changes[pivot], changes[bit]);
            for (var i = bit + 1; i < changes.Length; i++)
            {
                if ((changes[i].Change >> bit & 1) == 1)
                {
                    changes[i] = (changes[i].Change ^ changes[bit].Change, changes[i].Letters ^ changes[bit].Letters);
                }
            }

            if ((wanted >> bit & 1) == 1)
            {
                (wanted, letters) = (wanted ^ changes[bit].Change, letters ^ changes[bit].Letters);
            }
        }

        return letters;
    }
}
