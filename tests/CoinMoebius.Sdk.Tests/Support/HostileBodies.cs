using System.Globalization;
using System.Text;

namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>Bodies that somebody without a secret would send to make work: each kind aims at one step of reading or printing JSON.</summary>
internal static class HostileBodies
{
    // Where a scheme has its proof in the body, one of the right shape must be there, or the work would end at its absence.
    private const string Proofs = "\"sign\":\"0123456789abcdef0123456789abcdef\",\"secret\":\"whsec_of-somebody-else\",";

    /// <summary>One body of each kind, of about the size given and not above it.</summary>
    public static IEnumerable<(string Kind, byte[] Body)> OfSize(int size)
    {
        foreach (var (kind, text) in Texts(size - Proofs.Length))
        {
            yield return (kind, Encoding.UTF8.GetBytes("{" + Proofs + text[1..]));
        }

        var broken = Encoding.UTF8.GetBytes("{" + Proofs + Repeat("\"a\":[", "{\"b\":0,\"a\":0}", "]", size - Proofs.Length)[0..^1]);
        yield return ("cut off at the end", broken);
        yield return ("broken UTF-8 at the end", [.. broken, 0xFF]);
        yield return ("blanks", [.. Enumerable.Repeat((byte)' ', size - 2), (byte)'{', (byte)'}']);
        yield return ("zero bytes", new byte[size]);
    }

    private static IEnumerable<(string Kind, string Text)> Texts(int size)
    {
        var prefix = new string('a', 64);
        yield return ("one text", "{\"a\":\"" + new string('x', size - 8) + "\"}");
        yield return ("slashes", "{\"a\":\"" + new string('/', size - 8) + "\"}");
        yield return ("line separators", Repeat("{\"a\":\"", "\u2028", "\"}", size, ""));
        yield return ("emoji", Repeat("{\"a\":\"", "\U0001F600", "\"}", size, ""));
        yield return ("escapes of letters", Repeat("{\"a\":\"", "\\u0041", "\"}", size, ""));
        yield return ("escapes of pairs", Repeat("{\"a\":\"", "\\ud83d\\ude00", "\"}", size, ""));
        yield return ("escapes of halves", Repeat("{\"a\":\"", "\\ud83d", "\"}", size, ""));
        yield return ("short escapes", Repeat("{\"a\":\"", "\\n", "\"}", size, ""));
        yield return ("zeros", Array("0", size));
        yield return ("empty objects", Array("{}", size));
        yield return ("empty arrays", Array("[]", size));
        yield return ("objects out of order", Array("{\"b\":0,\"a\":0}", size));
        yield return ("lists as objects", Array("{\"0\":{\"0\":0}}", size));
        yield return ("the smallest double", Array("5e-324", size));
        yield return ("beyond the largest double", Array("1e999999", size));
        yield return ("17 digits, large", Array("1.2345678901234567e290", size));
        yield return ("17 digits, tiny", Array("1.2345678901234567e-310", size));
        yield return ("half way between two doubles", Array("4503599627370497.5", size));
        yield return ("40 digits", Array("0." + new string('3', 40), size));
        yield return ("780 digits, tiny", Array("2." + new string('7', 778) + "e-310", size));
        yield return ("one long number", "{\"a\":" + new string('7', size - 6) + "}");
        yield return ("one long fraction", "{\"a\":0." + new string('0', size - 8) + "}");
        yield return ("numbers with a point", Array("1.0", size));
        yield return ("names", Members(i => i.ToString("x", CultureInfo.InvariantCulture), "0", size));
        yield return ("falling names with one beginning", Members(i => prefix + (0xFFFFF - i).ToString("x5", CultureInfo.InvariantCulture), "0", size));
        yield return ("escaped names with one beginning", Members(i => string.Concat(Enumerable.Repeat("\\u0061", 9)) + (0xFFFFF - i).ToString("x5", CultureInfo.InvariantCulture), "0", size));
        yield return ("falling indexes", Members(i => (4_000_000_000L - i).ToString(CultureInfo.InvariantCulture), "0", size));
        yield return ("rising indexes", Members(i => i.ToString(CultureInfo.InvariantCulture), "{}", size));
        yield return ("one name", Members(_ => "a", "0", size));
        yield return ("one name of objects", Members(_ => "a", "{\"0\":{\"b\":1.0,\"b\":{}}}", size));
        yield return ("__proto__", Members(_ => "__proto__", "{}", size));
        yield return ("sign and secret", Members(i => i % 2 == 0 ? "sign" : "secret", "\"0123456789abcdef0123456789abcdef\"", size));
        yield return ("references", "{\"data\":{\"payment\":" + Members(_ => "reference", "\"order-7\"", size - 22) + "}}");
        yield return ("nested arrays", "{\"a\":" + new string('[', (size - 6) / 2) + new string(']', (size - 6) / 2) + "}");
        yield return ("nested objects", string.Concat(Enumerable.Repeat("{\"\":", (size - 8) / 5)) + "0" + new string('}', (size - 8) / 5));
    }

    private static string Array(string item, int size) => Repeat("{\"a\":[", item, "]}", size);

    private static string Members(Func<int, string> name, string value, int size)
    {
        var text = new StringBuilder("{");
        for (var i = 0; ; i++)
        {
            var member = $"{(i > 0 ? "," : "")}\"{name(i)}\":{value}";
            if (text.Length + member.Length + 1 > size)
            {
                return text.Append('}').ToString();
            }

            text.Append(member);
        }
    }

    private static string Repeat(string open, string unit, string close, int size, string separator = ",")
    {
        var bytes = Encoding.UTF8.GetByteCount(unit) + separator.Length;
        var count = (size - open.Length - close.Length) / bytes;
        return open + string.Join(separator, Enumerable.Repeat(unit, count)) + close;
    }
}
