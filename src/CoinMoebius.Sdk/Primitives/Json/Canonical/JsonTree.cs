using System.Buffers;

namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>A parsed JSON text that can be written in another form.</summary>
/// <remarks>
/// For texts that are not yet authenticated: see <see cref="JsonBudget"/>. Parsing and writing use loops, not recursion; malformed text
/// gives a result, not an exception; time grows as n log n; memory is one node of 24 bytes per value from the shared pool.
/// </remarks>
internal sealed class JsonTree : IDisposable
{
    /// <summary>The index of the outermost value.</summary>
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

    /// <summary>True when a string or a name holds a lone surrogate.</summary>
    public bool HasLoneSurrogate { get; }

    public ReadOnlySpan<byte> Json => _json.Span;

    /// <summary>
    /// The values. Some of them may no longer be part of the text: of equal names only one member remains. Start at <see cref="Root"/> and
    /// continue with <see cref="After"/>.
    /// </summary>
    public JsonNode[] Nodes => _nodes;

    /// <summary>
    /// Parses strict RFC 8259 JSON in valid UTF-8 without a byte order mark; null for anything else, and for what goes beyond the
    /// <see cref="JsonBudget"/>.
    /// </summary>
    /// <param name="json">The text; it must not change while the result is in use.</param>
    /// <param name="linkMembers">Decides which members an object keeps, and in which order.</param>
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

    /// <summary>Returns the first member of the outermost value with the given ASCII name; -1 when there is none.</summary>
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

    /// <summary>Returns the index of the value that is written after another one; negative after the last.</summary>
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

    /// <summary>Removes a member from its object.</summary>
    public void Remove(int parent, int member)
    {
        _nodes[member].NameLength = JsonNode.Removed;
        JsonNode.DropRemoved(_nodes, parent);
    }

    /// <summary>Writes the text.</summary>
    /// <param name="output">Receives the text; it is appended.</param>
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

    /// <summary>Returns the buffers to the pool.</summary>
    public void Dispose()
    {
        if (_nodes.Length > 0)
        {
            ArrayPool<JsonNode>.Shared.Return(_nodes);
            _nodes = [];
        }
    }
}
