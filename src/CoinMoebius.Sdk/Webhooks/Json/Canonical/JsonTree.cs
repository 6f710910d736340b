using System.Buffers;

namespace CoinMoebius.Sdk.Webhooks.Json.Canonical;

/// <summary>A JSON text, parsed to be written another way.</summary>
/// <remarks>
/// Made for texts nobody has vouched for yet. Parsing and writing are loops, not recursion, so any depth is accepted; malformed text is
/// an answer, not an exception; time grows as n log n; memory is one node of 24 bytes per value and the text that is written, both from
/// the shared pools.
/// </remarks>
internal sealed class JsonTree : IDisposable
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly int _count;
    private JsonNode[] _nodes;

    private JsonTree(ReadOnlyMemory<byte> json, in JsonTextParser parser)
    {
        _json = json;
        _nodes = parser.Nodes;
        _count = parser.Count;
        Depth = parser.Depth;
        HasArray = parser.HasArray;
        HasLoneSurrogate = parser.HasLoneSurrogate;
    }

    /// <summary>The greatest number of objects and arrays around a value; 0 for a text that is a scalar.</summary>
    public int Depth { get; }

    /// <summary>True when the text holds an array anywhere.</summary>
    public bool HasArray { get; }

    /// <summary>True when a string or a name holds half a surrogate pair.</summary>
    public bool HasLoneSurrogate { get; }

    public ReadOnlySpan<byte> Json => _json.Span;

    /// <summary>The values; the first is the outermost.</summary>
    public Span<JsonNode> Nodes => _nodes.AsSpan(0, _count);

    /// <summary>Parses strict RFC 8259 JSON in valid UTF-8 without a byte order mark; null for anything else.</summary>
    /// <param name="json">The text; it must not change while the result is in use.</param>
    /// <param name="linkMembers">Says which members an object keeps, and in which order.</param>
    public static JsonTree? Parse(ReadOnlyMemory<byte> json, MemberLinker linkMembers)
    {
        if (!Utf8Validation.IsValid(json.Span))
        {
            return null;
        }

        var parser = new JsonTextParser(json, linkMembers);
        if (parser.TryParse())
        {
            return new(json, parser);
        }

        ArrayPool<JsonNode>.Shared.Return(parser.Nodes);
        return null;
    }

    /// <summary>The first member of the outermost value that has an ASCII name; -1 when there is none.</summary>
    public int FindMember(string name)
    {
        for (var at = _nodes[0].Kind == JsonNodeKind.Object ? _nodes[0].FirstChild : -1; at >= 0; at = _nodes[at].Next)
        {
            if (new JsonName(Json, _nodes, at).Is(Json, _nodes, name))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Takes a member out of its object.</summary>
    public void Remove(int parent, int member)
    {
        _nodes[member].NameLength = JsonNode.Removed;
        JsonNode.DropRemoved(_nodes, parent);
    }

    /// <summary>Writes the text.</summary>
    /// <param name="output">Receives the text, after what it holds.</param>
    /// <param name="style">Writes names and values.</param>
    public void Write<TStyle>(PooledBytes output, TStyle style)
        where TStyle : struct, IJsonStyle
    {
        var json = Json;
        var nodes = _nodes;
        var at = 0;
        while (true)
        {
            ref readonly var node = ref nodes[at];
            style.WriteName(output, json, node);
            if (node.IsContainer)
            {
                var isObject = style.IsObject(node);
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
                style.WriteScalar(output, json, node);
            }

            while (nodes[at].IsLastChild)
            {
                at = nodes[at].Parent;
                if (at == JsonNode.NoParent)
                {
                    return;
                }

                output.Append(style.IsObject(nodes[at]) ? (byte)'}' : (byte)']');
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
            ArrayPool<JsonNode>.Shared.Return(_nodes);
            _nodes = [];
        }
    }
}
