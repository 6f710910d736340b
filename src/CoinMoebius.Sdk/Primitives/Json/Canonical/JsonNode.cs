namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>The kind of a node, for the writer.</summary>
internal enum JsonNodeKind : byte
{
    /// <summary>A scalar whose text is already canonical.</summary>
    Verbatim,

    /// <summary>A string with at least one escape.</summary>
    EscapedString,

    /// <summary>A number that may need another form.</summary>
    Number,

    Object,

    Array,
}

/// <summary>One value of a parsed text, linked to its siblings and its parent by indexes.</summary>
internal struct JsonNode
{
    /// <summary>The parent of the outermost value.</summary>
    public const int NoParent = int.MaxValue;

    /// <summary>The <see cref="NameLength"/> of an element of an array.</summary>
    public const int ArrayElement = -1;

    /// <summary>The <see cref="NameLength"/> of the outermost value.</summary>
    public const int Root = -2;

    /// <summary>The <see cref="NameLength"/> of a member that <see cref="DropRemoved"/> removes.</summary>
    public const int Removed = -3;

    private const int None = -1;

    // The start and length of a scalar's text, or the first and last child of a container.
    private int _first;
    private int _second;

    // The next sibling; in the last one, the complement of the parent.
    private int _next;

    /// <summary>The start of the member's name after its quote; for an element of an array, its index.</summary>
    public int NameStart;

    /// <summary>The bytes of the name between its quotes, or one of the constants.</summary>
    public int NameLength;

    public JsonNodeKind Kind;

    public bool NameIsEscaped;

    public readonly bool IsContainer => Kind >= JsonNodeKind.Object;

    public readonly int Start => _first;

    public readonly int Length => _second;

    public readonly int FirstChild => _first;

    public readonly int LastChild => _second;

    public readonly int Next => _next;

    public readonly bool IsLastChild => _next < 0;

    /// <summary>The parent container. Only the last child knows it, and an open container always is one.</summary>
    public readonly int Parent => ~_next;

    public void SetText(JsonNodeKind kind, int start, int length)
    {
        Kind = kind;
        _first = start;
        _second = length;
    }

    public void SetEmptyContainer(JsonNodeKind kind) => SetText(kind, None, None);

    public void SetChildren(int first, int last)
    {
        _first = first;
        _second = last;
    }

    /// <summary>Copies the other node's value and keeps the name and position.</summary>
    public void TakeValue(in JsonNode other)
    {
        Kind = other.Kind;
        _first = other._first;
        _second = other._second;
    }

    public void SetNext(int sibling) => _next = sibling;

    public void SetLastChildOf(int parent) => _next = ~parent;

    /// <summary>Relinks the members of an object without the removed ones.</summary>
    public static void DropRemoved(JsonNode[] nodes, int parent)
    {
        int first = None, last = None;
        for (var at = nodes[parent].FirstChild; at >= 0; at = nodes[at].Next)
        {
            if (nodes[at].NameLength != Removed)
            {
                Append(nodes, at, ref first, ref last);
            }
        }

        SetMembers(nodes, parent, first, last);
    }

    /// <summary>Links a member after <paramref name="last"/>, as a step of relinking an object's members.</summary>
    public static void Append(JsonNode[] nodes, int member, ref int first, ref int last)
    {
        if (last < 0)
        {
            first = member;
        }
        else
        {
            nodes[last].SetNext(member);
        }

        last = member;
    }

    /// <summary>Ends the relinking with <see cref="Append"/>.</summary>
    public static void SetMembers(JsonNode[] nodes, int parent, int first, int last)
    {
        nodes[parent].SetChildren(first, last);
        if (last >= 0)
        {
            nodes[last].SetLastChildOf(parent);
        }
    }
}
