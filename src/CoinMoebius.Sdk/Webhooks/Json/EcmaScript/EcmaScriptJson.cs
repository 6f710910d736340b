using System.Buffers;

namespace CoinMoebius.Sdk.Webhooks.Json.EcmaScript;

/// <summary>
/// A JSON text, ready to be written as ECMAScript's <c>JSON.stringify(JSON.parse(text))</c> writes it when the members of every
/// object were set in sorted order: array-index names ascending, then the others by UTF-16 code unit; of equal names the last
/// value; <c>__proto__</c> gone; numbers as doubles; no white space.
/// </summary>
/// <remarks>
/// Made for texts nobody has vouched for yet. Parsing and writing are loops, not recursion, so any depth is accepted as by
/// <c>JSON.parse</c>; malformed text is an answer, not an exception; time grows as n log n; memory is one node of 24 bytes per
/// value and the text that is written, both from the shared pools.
/// </remarks>
internal sealed class EcmaScriptJson : IDisposable
{
    private readonly ReadOnlyMemory<byte> _json;
    private EcmaScriptJsonNode[] _nodes;

    private EcmaScriptJson(ReadOnlyMemory<byte> json, EcmaScriptJsonNode[] nodes, int depth, bool hasArray)
    {
        _json = json;
        _nodes = nodes;
        Depth = depth;
        HasArray = hasArray;
    }

    /// <summary>The greatest number of objects and arrays around a value; 0 for a text that is a scalar.</summary>
    public int Depth { get; }

    /// <summary>True when the text holds an array anywhere.</summary>
    public bool HasArray { get; }

    /// <summary>Parses strict RFC 8259 JSON in valid UTF-8 without a byte order mark; null for anything else.</summary>
    /// <param name="json">The text; it must not change while the result is in use.</param>
    public static EcmaScriptJson? Parse(ReadOnlyMemory<byte> json)
    {
        if (!Utf8Validation.IsValid(json.Span))
        {
            return null;
        }

        var parser = new EcmaScriptJsonParser(json);
        if (parser.TryParse())
        {
            return new(json, parser.Nodes, parser.Depth, parser.HasArray);
        }

        ArrayPool<EcmaScriptJsonNode>.Shared.Return(parser.Nodes);
        return null;
    }

    /// <summary>Writes the canonical text.</summary>
    /// <param name="output">Receives the text, after what it holds.</param>
    /// <param name="arraysAsObjects">True to write <c>["a"]</c> as <c>{"0":"a"}</c> and <c>[]</c> as <c>{}</c>.</param>
    public void Write(PooledBytes output, bool arraysAsObjects = false)
    {
        var json = _json.Span;
        var nodes = _nodes;
        var at = 0;
        while (true)
        {
            ref readonly var node = ref nodes[at];
            WriteName(output, json, node, arraysAsObjects);
            if (node.IsContainer)
            {
                var isObject = node.Kind == EcmaScriptJsonKind.Object || arraysAsObjects;
                output.Append(isObject ? (byte)'{' : (byte)'[');
                if (node.FirstChild >= 0)
                {
                    at = node.FirstChild;
                    continue;
                }

                output.Append(isObject ? (byte)'}' : (byte)']');
            }
            else
            {
                WriteScalar(output, json, node);
            }

            while (nodes[at].IsLastChild)
            {
                at = nodes[at].Parent;
                if (at == EcmaScriptJsonNode.NoParent)
                {
                    return;
                }

                output.Append(nodes[at].Kind == EcmaScriptJsonKind.Object || arraysAsObjects ? (byte)'}' : (byte)']');
            }

            output.Append((byte)',');
            at = nodes[at].Next;
        }
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose()
    {
        if (_nodes.Length > 0)
        {
            ArrayPool<EcmaScriptJsonNode>.Shared.Return(_nodes);
            _nodes = [];
        }
    }

    private static void WriteName(PooledBytes output, ReadOnlySpan<byte> json, in EcmaScriptJsonNode node, bool arraysAsObjects)
    {
        if (node.NameLength >= 0)
        {
            if (node.NameIsEscaped)
            {
                EcmaScriptString.Write(output, json.Slice(node.NameStart, node.NameLength));
            }
            else
            {
                // With the quotes around it.
                output.Append(json.Slice(node.NameStart - 1, node.NameLength + 2));
            }

            output.Append((byte)':');
        }
        else if (arraysAsObjects && node.NameLength == EcmaScriptJsonNode.ArrayElement)
        {
            output.Append((byte)'"');
            output.AppendDigits(node.NameStart);
            output.Append((byte)'"');
            output.Append((byte)':');
        }
    }

    private static void WriteScalar(PooledBytes output, ReadOnlySpan<byte> json, in EcmaScriptJsonNode node)
    {
        var text = json.Slice(node.Start, node.Length);
        switch (node.Kind)
        {
            case EcmaScriptJsonKind.EscapedString:
                EcmaScriptString.Write(output, text[1..^1]);
                break;
            case EcmaScriptJsonKind.Number:
                EcmaScriptNumber.Write(output, text);
                break;
            default:
                output.Append(text);
                break;
        }
    }
}
