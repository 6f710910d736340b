using System.Text;
using System.Text.Json;

namespace CoinMoebius.Fuzz;

/// <summary>Changes a body at random: its bytes, or the members and values of its JSON.</summary>
internal sealed class BodyMutator(Random random)
{
    private static readonly byte[][] Values =
    [
        .. new[]
        {
            "null", "true", "\"\"", "\" \"", "{}", "[]", "[[]]", "{\"0\":1}", "{\"0\":{\"0\":2}}", "{\"a\":{},\"a\":1.0}", "{\"a\":1,\"a\":{\"0\":1}}", "[{\"b\":1,\"a\":2}]",
            "0", "-0", "-0.0", "1.0", "19.990", "1e2", "1e400", "-1e400", "5e-324", "2e-324", "1e-320", "9007199254740993", "9223372036854775808", "1.7976931348623159e308",
            "123456789012345678901234567890", "-1", "99999999999999999999.99", "79228162514264337593543950336", "0.1234567890123456789012345678901",
            "\"\\ud800\"", "\"\\udc00x\"", "\"\\ud83d\\ude00\"", "\"\\u0000\"", "\"\\/\"", "\"\\u2028\"", "\"2026-05-14T01:04:21Z\"", "\"9999-12-31T23:59:59-14:00\"",
            "253402300799", "253402300799999", "\"1e400\"", "\"-5\"", "\"NaN\"", "\"" + new string('x', 300) + "\"", new string('7', 400), "0." + new string('0', 400) + "1",
            "{\"\\ud800\":1}", "{\"amount\":\"\\ud800\",\"\\udfff\":{}}", "[1,\"\\ud800\",{\"a\":null}]", new string('[', 600) + new string(']', 600),
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] Names =
    [
        .. new[] { "__proto__", "constructor", "sign", "s\\u0069gn", "secret", "secre\\u0074", "0", "1", "", "\\ud800", "a\\udc00", "type", "id", "status", "data", "reference", "metadata" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    public byte[] Change(byte[] body)
    {
        var members = random.Next(3) == 0 ? [] : Members(body);
        return members.Count > 0 ? ChangeMember(body, members) : ChangeBytes(body);
    }

    private byte[] ChangeBytes(byte[] body)
    {
        if (body.Length == 0)
        {
            return [(byte)random.Next(256)];
        }

        var at = random.Next(body.Length);
        var end = Math.Min(body.Length, at + random.Next(1, 20));
        return random.Next(8) switch
        {
            0 => [.. body[..at], (byte)(body[at] ^ (1 << random.Next(8))), .. body[(at + 1)..]],
            1 => [.. body[..at], (byte)random.Next(256), .. body[(at + 1)..]],
            2 => [.. body[..at], .. body[end..]],
            3 => [.. body[..end], .. body[at..]],
            4 => [.. body[..at], .. Values[random.Next(Values.Length)], .. body[at..]],
            5 => body[..at],
            6 => [.. body[..at], (byte)" \n\t\r,:{}[]\"\\/"[random.Next(13)], .. body[at..]],
            _ => [.. body, .. body[at..end]],
        };
    }

    private byte[] ChangeMember(byte[] body, List<Member> members)
    {
        var member = members[random.Next(members.Count)];
        var other = members[random.Next(members.Count)];
        ReadOnlySpan<byte> value = random.Next(3) == 0 ? other.ValueOf(body) : Values[random.Next(Values.Length)];
        ReadOnlySpan<byte> name = random.Next(3) == 0 ? other.NameOf(body) : Names[random.Next(Names.Length)];
        return random.Next(7) switch
        {
            // The same name once more, before it or behind it.
            0 => [.. body[..member.End], (byte)',', (byte)'"', .. member.NameOf(body), (byte)'"', (byte)':', .. value, .. body[member.End..]],
            1 => [.. body[..member.Start], (byte)'"', .. member.NameOf(body), (byte)'"', (byte)':', .. value, (byte)',', .. body[member.Start..]],
            2 => [.. body[..member.Start], (byte)'"', .. name, (byte)'"', (byte)':', .. value, (byte)',', .. body[member.Start..]],
            3 => [.. body[..member.Start], (byte)'"', .. name, (byte)'"', .. body[member.NameEnd..]],
            4 => [.. body[..member.ValueStart], (byte)'[', .. member.ValueOf(body), (byte)',', .. value, (byte)']', .. body[member.End..]],
            _ => [.. body[..member.ValueStart], .. value, .. body[member.End..]],
        };
    }

    private static List<Member> Members(byte[] body)
    {
        var members = new List<Member>();
        var open = new Stack<int>();
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 700 });
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        members.Add(new((int)reader.TokenStartIndex, (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2, 0, 0));
                        open.Push(members.Count - 1);
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        Begin(members, open, (int)reader.TokenStartIndex);
                        open.Push(-1);
                        continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        break;
                    default:
                        Begin(members, open, (int)reader.TokenStartIndex);
                        break;
                }

                if (open.TryPeek(out var index) && index >= 0)
                {
                    members[index] = members[index] with { End = (int)reader.BytesConsumed };
                    open.Pop();
                }
            }

            return members;
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static void Begin(List<Member> members, Stack<int> open, int at)
    {
        if (open.TryPeek(out var index) && index >= 0)
        {
            members[index] = members[index] with { ValueStart = at };
        }
    }

    /// <summary>Where a member's name and value are.</summary>
    private readonly record struct Member(int Start, int NameEnd, int ValueStart, int End)
    {
        public ReadOnlySpan<byte> NameOf(byte[] body) => body.AsSpan((Start + 1)..(NameEnd - 1));

        public ReadOnlySpan<byte> ValueOf(byte[] body) => body.AsSpan(ValueStart..End);
    }
}
