using System.Buffers;

namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>A JSON text, parsed to be written another way.</summary>
/// <remarks>
/// Made for texts nobody has vouched for yet: see <see cref="JsonBudget"/>. Parsing and writing are loops, not recursion; malformed text
/// is an answer, not an exception; time grows as n log n; memory is one node of 24 bytes per value from the shared pool.
/// </remarks>
internal sealed class JsonTree : IDisposable
{
    /// <summary>Where the outermost value is.</summary>
    public const int Root = 0;

    private readonly ReadOnlyMemory<byte> _json;
    private JsonNode[] _nodes;

    private JsonTree(ReadOnlyMemory<byte> json, in JsonTextParser parser)
    {
        _json = json;
        _nodes = parser.Nodes;
        HasArray = parser.HasArray;
        HasLoneSurrogate = parser.HasLoneSurrogate;
    }

    /// <summary>True when the text holds an array anywhere.</summary>
    public bool HasArray { get; }

    /// <summary>True when a string or a name holds half a surrogate pair.</summary>
    public bool HasLoneSurrogate { get; }

    public ReadOnlySpan<byte> Json => _json.Span;

    /// <summary>
    /// The values. Not all of them are part of the text still: of equal names one member stays. Begin at <see cref="Root"/> and go on with
    /// <see cref="After"/>.
    /// </summary>
    public JsonNode[] Nodes => _nodes;

    /// <summary>
    /// Parses strict RFC 8259 JSON in valid UTF-8 without a byte order mark; null for anything else, and for what goes beyond the
    /// <see cref="JsonBudget"/>.
    /// </summary>
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

    /// <summary>Where the value is that is written behind another one; negative behind the last.</summary>
    public int After(int at)
    {
        if (_nodes[at].IsContainer && _nodes[at].FirstChild >= 0)
        {
            return _nodes[at].FirstChild;
        }

        while (_nodes[at].IsLastChild)
        {
            at = _nodes[at].Parent;
            if (at == JsonNode.NoParent)
            {
                return -1;
            }
        }

        return _nodes[at].Next;
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
    public void Write<TStyle>(TextBuffer output, TStyle style)
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
