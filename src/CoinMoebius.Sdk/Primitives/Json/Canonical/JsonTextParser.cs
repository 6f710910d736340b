using System.Buffers;

namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>Relinks the members of a completely read object as a language keeps them.</summary>
internal delegate void MemberLinker(ReadOnlyMemory<byte> json, JsonNode[] nodes, int parent);

/// <summary>
/// One pass over a text of valid UTF-8: checks grammar and budget, and links each object's members as a language keeps them as it closes.
/// </summary>
internal ref struct JsonTextParser(ReadOnlyMemory<byte> source, MemberLinker linkMembers)
{
    private readonly ReadOnlySpan<byte> _json = source.Span;
    private JsonBudget _budget = new(source.Length);
    private int _at;
    private int _count;
    private int _open = JsonNode.NoParent;
    private int _openDepth;
    private int _nameStart;
    private int _nameLength;
    private bool _nameIsEscaped;

    /// <summary>The nodes, with the outermost value first; from the shared pool, even after a failure.</summary>
    public JsonNode[] Nodes { get; private set; } =
        ArrayPool<JsonNode>.Shared.Rent(Math.Min(Math.Max(source.Length / 16, 16), JsonBudget.MaxValues));

    public bool HasArray { get; private set; }

    /// <summary>True when the text holds a lone surrogate.</summary>
    public bool HasLoneSurrogate { get; private set; }

    /// <summary>Returns false when the text is not strict JSON or exceeds the budget.</summary>
    public bool TryParse()
    {
        while (true)
        {
            SkipWhiteSpace();
            if (_at == _json.Length || !_budget.TryTakeValue())
            {
                return false;
            }

            var first = _json[_at];
            if (first is (byte)'{' or (byte)'[')
            {
                if (!TryOpen(first == (byte)'{', out var closed))
                {
                    return false;
                }

                if (!closed)
                {
                    continue;
                }
            }
            else if (!TryReadScalar(first))
            {
                return false;
            }

            if (!TryReadEndOfValue(out var done))
            {
                return false;
            }

            if (done)
            {
                return true;
            }
        }
    }

    private bool TryOpen(bool isObject, out bool closed)
    {
        closed = false;
        if (++_openDepth > JsonBudget.MaxDepth)
        {
            return false;
        }

        _at++;
        var index = Add();
        Nodes[index].SetEmptyContainer(isObject ? JsonNodeKind.Object : JsonNodeKind.Array);
        HasArray |= !isObject;
        _open = index;
        SkipWhiteSpace();
        closed = _at < _json.Length && _json[_at] == (isObject ? (byte)'}' : (byte)']');
        if (closed)
        {
            _at++;
            Close();
            return true;
        }

        return !isObject || TryReadName();
    }

    /// <summary>After a value: closes the containers that end here and moves to the next value or the end of the text.</summary>
    private bool TryReadEndOfValue(out bool done)
    {
        while (true)
        {
            SkipWhiteSpace();
            done = _open == JsonNode.NoParent;
            if (done)
            {
                return _at == _json.Length;
            }

            if (_at == _json.Length)
            {
                return false;
            }

            var isObject = Nodes[_open].Kind == JsonNodeKind.Object;
            var c = _json[_at++];
            if (c == (byte)',')
            {
                return !isObject || TryReadName();
            }

            if (c != (isObject ? (byte)'}' : (byte)']'))
            {
                return false;
            }

            Close();
        }
    }

    private void Close()
    {
        ref readonly var container = ref Nodes[_open];
        var parent = container.Parent;
        if (container.Kind == JsonNodeKind.Object && container.FirstChild >= 0)
        {
            linkMembers(source, Nodes, _open);
        }

        _open = parent;
        _openDepth--;
    }

    private int Add()
    {
        if (_count == Nodes.Length)
        {
            var larger = ArrayPool<JsonNode>.Shared.Rent(_count * 2);
            Nodes.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<JsonNode>.Shared.Return(Nodes);
            Nodes = larger;
        }

        var index = _count++;
        ref var node = ref Nodes[index];
        node.SetLastChildOf(_open);
        node.NameIsEscaped = false;
        if (_open == JsonNode.NoParent)
        {
            node.NameLength = JsonNode.Root;
            return index;
        }

        ref var parent = ref Nodes[_open];
        var previous = parent.LastChild;
        if (parent.Kind == JsonNodeKind.Object)
        {
            node.NameStart = _nameStart;
            node.NameLength = _nameLength;
            node.NameIsEscaped = _nameIsEscaped;
        }
        else
        {
            node.NameStart = previous < 0 ? 0 : Nodes[previous].NameStart + 1;
            node.NameLength = JsonNode.ArrayElement;
        }

        if (previous < 0)
        {
            parent.SetChildren(index, index);
        }
        else
        {
            Nodes[previous].SetNext(index);
            parent.SetChildren(parent.FirstChild, index);
        }

        return index;
    }

    private bool TryReadName()
    {
        SkipWhiteSpace();
        if (_at == _json.Length || _json[_at] != (byte)'"' || !TryReadString(out _nameIsEscaped, out _nameStart, out _nameLength))
        {
            return false;
        }

        if (_nameIsEscaped && !_budget.TryTakeEscapedName(_nameLength))
        {
            return false;
        }

        SkipWhiteSpace();
        return _at < _json.Length && _json[_at++] == (byte)':';
    }

    private bool TryReadScalar(byte first)
    {
        var start = _at;
        JsonNodeKind kind;
        switch (first)
        {
            case (byte)'"':
                if (!TryReadString(out var isEscaped, out _, out _))
                {
                    return false;
                }

                kind = isEscaped ? JsonNodeKind.EscapedString : JsonNodeKind.Verbatim;
                break;
            case (byte)'t' when TryReadLiteral("true"u8):
            case (byte)'f' when TryReadLiteral("false"u8):
            case (byte)'n' when TryReadLiteral("null"u8):
                kind = JsonNodeKind.Verbatim;
                break;
            default:
                var length = JsonNumber.Scan(_json[_at..], out var isCanonical, out var isExact);
                if (length == 0 || (!isExact && !_budget.TryRound(length)))
                {
                    return false;
                }

                _at += length;
                kind = isCanonical ? JsonNodeKind.Verbatim : JsonNodeKind.Number;
                break;
        }

        var index = Add();
        Nodes[index].SetText(kind, start, _at - start);
        return true;
    }

    private bool TryReadLiteral(ReadOnlySpan<byte> literal)
    {
        if (!_json[_at..].StartsWith(literal))
        {
            return false;
        }

        _at += literal.Length;
        return true;
    }

    private bool TryReadString(out bool isEscaped, out int start, out int length)
    {
        start = ++_at;
        isEscaped = false;
        length = 0;
        var pairedAt = -1;
        while (true)
        {
            // Adjacent escapes need no search.
            if (_at < _json.Length && _json[_at] != (byte)'\\')
            {
                var special = JsonString.IndexOfSpecial(_json[_at..]);
                _at = special < 0 ? _json.Length : _at + special;
            }

            if (_at == _json.Length)
            {
                return false;
            }

            var c = _json[_at];
            if (c == (byte)'"')
            {
                length = _at++ - start;
                return true;
            }

            var escape = c == (byte)'\\' ? JsonString.EscapeLength(_json[_at..]) : 0;
            if (escape == 0)
            {
                return false;
            }

            isEscaped = true;
            if (escape == JsonString.UnicodeEscapeLength)
            {
                HasLoneSurrogate |= IsLoneSurrogate(ref pairedAt);
            }

            _at += escape;
        }
    }

    /// <summary>Checks the <c>\uXXXX</c> here. A high surrogate stores the position of its low surrogate.</summary>
    private readonly bool IsLoneSurrogate(ref int pairedAt)
    {
        var unit = JsonString.CodeUnit(_json[_at..]);
        if (unit is < 0xD800 or > 0xDFFF || pairedAt == _at)
        {
            return false;
        }

        var next = _at + JsonString.UnicodeEscapeLength;
        if (unit >= 0xDC00 || !JsonString.IsLowSurrogate(_json[next..], out _))
        {
            return true;
        }

        pairedAt = next;
        return false;
    }

    private void SkipWhiteSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _at++;
        }
    }
}
