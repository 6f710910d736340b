using System.Buffers.Binary;

namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>A member's name, with its prefix, which decides most comparisons.</summary>
internal readonly struct JsonName
{
    private const int PrefixLength = 8;
    private const int MaxIndexLength = 10;
    private const uint MaxIndex = uint.MaxValue - 1;

    // An array index as a number. For another name, the first eight code units while they are ASCII, padded with 0 at the name's end and
    // with 0xFF from the first unit beyond ASCII: different prefixes decide; for equal ones, the whole names are compared.
    private readonly ulong _prefix;
    private readonly bool _isIndex;

    public JsonName(ReadOnlySpan<byte> json, JsonNode[] nodes, int node)
    {
        Node = node;
        var name = NameOf(json, nodes[node]);
        if (nodes[node].NameIsEscaped)
        {
            _prefix = EscapedPrefix(name);
            _isIndex = TryReadEscapedIndex(name, ref _prefix);
        }
        else
        {
            _isIndex = TryReadIndex(name, out _prefix);
            if (!_isIndex)
            {
                _prefix = Prefix(name);
            }
        }
    }

    public int Node { get; }

    /// <summary>Compares names; equal ones keep their order in the text.</summary>
    public static int Compare(ReadOnlySpan<byte> json, JsonNode[] nodes, in JsonName left, in JsonName right)
    {
        if (left._isIndex != right._isIndex)
        {
            return left._isIndex ? -1 : 1;
        }

        if (left._prefix != right._prefix)
        {
            return left._prefix < right._prefix ? -1 : 1;
        }

        var order = left._isIndex ? 0 : CompareWhole(json, nodes[left.Node], nodes[right.Node]);
        return order != 0 ? order : left.Node.CompareTo(right.Node);
    }

    /// <summary>True when two names are equal.</summary>
    public static bool Same(ReadOnlySpan<byte> json, JsonNode[] nodes, in JsonName left, in JsonName right) =>
        left._isIndex == right._isIndex && left._prefix == right._prefix
        && (left._isIndex || CompareWhole(json, nodes[left.Node], nodes[right.Node]) == 0);

    /// <summary>True when the name equals an ASCII text.</summary>
    public bool Is(ReadOnlySpan<byte> json, JsonNode[] nodes, string ascii)
    {
        if (_isIndex || (byte)(_prefix >> 56) != (byte)ascii[0])
        {
            return false;
        }

        var units = new Utf16Units(NameOf(json, nodes[Node]));
        foreach (var c in ascii)
        {
            if (units.Next() != c)
            {
                return false;
            }
        }

        return units.Next() == Utf16Units.End;
    }

    /// <summary>True when a member's name is the given array index.</summary>
    public static bool IsIndex(ReadOnlySpan<byte> json, in JsonNode node, uint index)
    {
        var name = NameOf(json, node);
        ulong value = 0;
        return (node.NameIsEscaped ? TryReadEscapedIndex(name, ref value) : TryReadIndex(name, out value)) && value == index;
    }

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> json, in JsonNode node) =>
        json.Slice(node.NameStart, node.NameLength);

    private static int CompareWhole(ReadOnlySpan<byte> json, in JsonNode left, in JsonNode right)
    {
        var a = NameOf(json, left);
        var b = NameOf(json, right);
        return left.NameIsEscaped || right.NameIsEscaped ? Utf16Units.Compare(a, b) : CompareUtf8(a, b);
    }

    private static int CompareUtf8(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var length = Math.Min(a.Length, b.Length);
        var at = 0;
        while (at + sizeof(ulong) <= length && BinaryPrimitives.ReadUInt64LittleEndian(a[at..]) == BinaryPrimitives.ReadUInt64LittleEndian(b[at..]))
        {
            at += sizeof(ulong);
        }

        for (; at < length; at++)
        {
            if (a[at] != b[at])
            {
                return Rank(a[at]) - Rank(b[at]);
            }
        }

        return a.Length - b.Length;
    }

    // UTF-8 bytes sort like code points. UTF-16 differs in one respect: U+E000 to U+FFFF (first byte EE or EF) come after the surrogates
    // of code points beyond (F0 to F4).
    private static int Rank(byte b) => b is 0xEE or 0xEF ? b + 0x10 : b;

    private static bool TryReadIndex(ReadOnlySpan<byte> name, out ulong value)
    {
        value = 0;
        if (name.Length is 0 or > MaxIndexLength || (name[0] == (byte)'0' && name.Length > 1))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (ulong)(c - '0');
        }

        return value <= MaxIndex;
    }

    private static bool TryReadEscapedIndex(ReadOnlySpan<byte> name, ref ulong prefix)
    {
        Span<byte> digits = stackalloc byte[MaxIndexLength];
        var units = new Utf16Units(name);
        var length = 0;
        for (var unit = units.Next(); unit != Utf16Units.End; unit = units.Next())
        {
            if (length == MaxIndexLength || unit is < '0' or > '9')
            {
                return false;
            }

            digits[length++] = (byte)unit;
        }

        if (!TryReadIndex(digits[..length], out var value))
        {
            return false;
        }

        prefix = value;
        return true;
    }

    private static ulong Prefix(ReadOnlySpan<byte> name)
    {
        if (name.Length >= PrefixLength)
        {
            var whole = BinaryPrimitives.ReadUInt64BigEndian(name);
            if ((whole & 0x8080_8080_8080_8080) == 0)
            {
                return whole;
            }
        }

        ulong prefix = 0;
        for (var i = 0; i < PrefixLength; i++)
        {
            var unit = i < name.Length ? name[i] : 0;
            if (unit >= 0x80)
            {
                return FillFrom(prefix, i);
            }

            prefix = (prefix << 8) | (byte)unit;
        }

        return prefix;
    }

    private static ulong EscapedPrefix(ReadOnlySpan<byte> name)
    {
        var units = new Utf16Units(name);
        ulong prefix = 0;
        for (var i = 0; i < PrefixLength; i++)
        {
            var unit = units.Next();
            if (unit >= 0x80)
            {
                return FillFrom(prefix, i);
            }

            prefix = (prefix << 8) | (unit == Utf16Units.End ? (byte)0 : (byte)unit);
        }

        return prefix;
    }

    private static ulong FillFrom(ulong prefix, int count) => count == 0 ? ulong.MaxValue : ~(~prefix << (8 * (PrefixLength - count)));
}
