using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Primitives.Json.Php;

/// <summary>Objects that PHP treats as lists: those without members, and those with the names 0, 1, 2 and so on.</summary>
internal static class PhpLists
{
    /// <summary>Converts them to arrays. Returns false when there are none.</summary>
    public static bool Convert(JsonTree tree)
    {
        var nodes = tree.Nodes;
        var found = false;
        for (var at = JsonTree.Root; at >= 0; at = tree.After(at))
        {
            if (nodes[at].Kind == JsonNodeKind.Object && IsList(tree.Json, nodes, at))
            {
                nodes[at].Kind = JsonNodeKind.Array;
                for (var element = nodes[at].FirstChild; element >= 0; element = nodes[element].Next)
                {
                    nodes[element].NameLength = JsonNode.ArrayElement;
                }

                found = true;
            }
        }

        return found;
    }

    private static bool IsList(ReadOnlySpan<byte> json, ReadOnlySpan<JsonNode> nodes, int container)
    {
        uint index = 0;
        for (var at = nodes[container].FirstChild; at >= 0; at = nodes[at].Next)
        {
            if (!JsonName.IsIndex(json, nodes[at], index++))
            {
                return false;
            }
        }

        return true;
    }
}
