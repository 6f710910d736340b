using System.Buffers;

namespace CoinMoebius.Sdk.Webhooks.Json.EcmaScript;

/// <summary>One pass over a text of valid UTF-8: checks the grammar, and links each object's members in canonical order as it closes.</summary>
internal ref struct EcmaScriptJsonParser(ReadOnlyMemory<byte> source)
{
    private readonly ReadOnlySpan<byte> _json = source.Span;
    private int _at;
    private int _count;
    private int _open = EcmaScriptJsonNode.NoParent;
    private int _openDepth;
    private int _nameStart;
    private int _nameLength;
    private bool _nameIsEscaped;

    /// <summary>The nodes, the outermost value first; from the shared pool, also after a failure.</summary>
    public EcmaScriptJsonNode[] Nodes { get; private set; } =
        ArrayPool<EcmaScriptJsonNode>.Shared.Rent(Math.Min(Math.Max(source.Length / 16, 16), 4096));

    public int Depth { get; private set; }

    public bool HasArray { get; private set; }

    /// <summary>False when the text is not strict JSON.</summary>
    public bool TryParse()
    {
        while (true)
        {
            SkipWhiteSpace();
            if (_at == _json.Length)
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
        _at++;
        var index = Add();
        Nodes[index].SetEmptyContainer(isObject ? EcmaScriptJsonKind.Object : EcmaScriptJsonKind.Array);
        HasArray |= !isObject;
        _open = index;
        Depth = Math.Max(Depth, ++_openDepth);
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

    /// <summary>Behind a value: closes what ends here and stands before the next value, or at the end of the text.</summary>
    private bool TryReadEndOfValue(out bool done)
    {
        while (true)
        {
            SkipWhiteSpace();
            done = _open == EcmaScriptJsonNode.NoParent;
            if (done)
            {
                return _at == _json.Length;
            }

            if (_at == _json.Length)
            {
                return false;
            }

            var isObject = Nodes[_open].Kind == EcmaScriptJsonKind.Object;
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
        if (container.Kind == EcmaScriptJsonKind.Object && container.FirstChild >= 0)
        {
            EcmaScriptMembers.LinkInOrder(source, Nodes, _open);
        }

        _open = parent;
        _openDepth--;
    }

    private int Add()
    {
        if (_count == Nodes.Length)
        {
            var larger = ArrayPool<EcmaScriptJsonNode>.Shared.Rent(_count * 2);
            Nodes.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<EcmaScriptJsonNode>.Shared.Return(Nodes);
            Nodes = larger;
        }

        var index = _count++;
        ref var node = ref Nodes[index];
        node.SetLastChildOf(_open);
        node.NameIsEscaped = false;
        if (_open == EcmaScriptJsonNode.NoParent)
        {
            node.NameLength = EcmaScriptJsonNode.Root;
            return index;
        }

        ref var parent = ref Nodes[_open];
        var previous = parent.LastChild;
        if (parent.Kind == EcmaScriptJsonKind.Object)
        {
            node.NameStart = _nameStart;
            node.NameLength = _nameLength;
            node.NameIsEscaped = _nameIsEscaped;
        }
        else
        {
            node.NameStart = previous < 0 ? 0 : Nodes[previous].NameStart + 1;
            node.NameLength = EcmaScriptJsonNode.ArrayElement;
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

        SkipWhiteSpace();
        return _at < _json.Length && _json[_at++] == (byte)':';
    }

    private bool TryReadScalar(byte first)
    {
        var start = _at;
        EcmaScriptJsonKind kind;
        switch (first)
        {
            case (byte)'"':
                if (!TryReadString(out var isEscaped, out _, out _))
                {
                    return false;
                }

                kind = isEscaped ? EcmaScriptJsonKind.EscapedString : EcmaScriptJsonKind.Verbatim;
                break;
            case (byte)'t' when TryReadLiteral("true"u8):
            case (byte)'f' when TryReadLiteral("false"u8):
            case (byte)'n' when TryReadLiteral("null"u8):
                kind = EcmaScriptJsonKind.Verbatim;
                break;
            default:
                var length = EcmaScriptNumber.Scan(_json[_at..], out var isCanonical);
                if (length == 0)
                {
                    return false;
                }

                _at += length;
                kind = isCanonical ? EcmaScriptJsonKind.Verbatim : EcmaScriptJsonKind.Number;
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
        while (true)
        {
            var special = EcmaScriptString.IndexOfSpecial(_json[_at..]);
            if (special < 0)
            {
                return false;
            }

            _at += special;
            var c = _json[_at];
            if (c == (byte)'"')
            {
                length = _at++ - start;
                return true;
            }

            var escape = c == (byte)'\\' ? EcmaScriptString.EscapeLength(_json[_at..]) : 0;
            if (escape == 0)
            {
                return false;
            }

            isEscaped = true;
            _at += escape;
        }
    }

    private void SkipWhiteSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _at++;
        }
    }
}
