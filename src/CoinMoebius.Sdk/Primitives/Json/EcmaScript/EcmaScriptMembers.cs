using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Primitives.Json.EcmaScript;

/// <summary>Orders the members of an object as ECMAScript enumerates members that were set in sorted order.</summary>
internal static class EcmaScriptMembers
{
    private const string Prototype = "__proto__";

    /// <summary>Relinks the children of an object: sorted, of equal names the last one, without <c>__proto__</c>.</summary>
    public static void LinkInOrder(ReadOnlyMemory<byte> json, JsonNode[] nodes, int parent)
    {
        var text = json.Span;
        var names = JsonNames.Sort(json, nodes, parent, out var count);
        int first = -1, last = -1;
        for (var i = 0; i < count; i++)
        {
            var isReplaced = i + 1 < count && JsonName.Same(text, nodes, names[i], names[i + 1]);
            if (!isReplaced && !names[i].Is(text, nodes, Prototype))
            {
                JsonNode.Append(nodes, names[i].Node, ref first, ref last);
            }
        }

        JsonNode.SetMembers(nodes, parent, first, last);
        JsonNames.Return(names);
    }
}
