using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Primitives.Json.Php;

/// <summary>Keeps the members of an object like a PHP array: in text order, of equal names the first position and the last value.</summary>
internal static class PhpMembers
{
    public static void KeepLastValues(ReadOnlyMemory<byte> json, JsonNode[] nodes, int parent)
    {
        var text = json.Span;
        var names = JsonNames.Sort(json, nodes, parent, out var count);
        var hasRemoved = false;
        for (int i = 1, first = 0; i < count; i++)
        {
            if (!JsonName.Same(text, nodes, names[first], names[i]))
            {
                first = i;
                continue;
            }

            MoveValue(nodes, names[i].Node, names[first].Node);
            hasRemoved = true;
        }

        if (hasRemoved)
        {
            JsonNode.DropRemoved(nodes, parent);
        }

        JsonNames.Return(names);
    }

    private static void MoveValue(JsonNode[] nodes, int from, int to)
    {
        nodes[to].TakeValue(nodes[from]);
        nodes[from].NameLength = JsonNode.Removed;
        if (nodes[to].IsContainer && nodes[to].LastChild >= 0)
        {
            nodes[nodes[to].LastChild].SetLastChildOf(to);
        }
    }
}
