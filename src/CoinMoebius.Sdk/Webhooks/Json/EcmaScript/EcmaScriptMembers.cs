using System.Buffers;

namespace CoinMoebius.Sdk.Webhooks.Json.EcmaScript;

/// <summary>Orders the members of an object as ECMAScript enumerates them after they were set in sorted order.</summary>
internal static class EcmaScriptMembers
{
    // Up to here insertion sort needs no more comparisons than the general sort.
    private const int InsertionSortLimit = 24;

    private const string Prototype = "__proto__";

    /// <summary>Links the children of an object anew: sorted, of equal names the last one, without <c>__proto__</c>.</summary>
    public static void LinkInOrder(ReadOnlyMemory<byte> json, EcmaScriptJsonNode[] nodes, int parent)
    {
        var text = json.Span;
        var members = Gather(text, nodes, nodes[parent].FirstChild, out var count);
        if (count <= InsertionSortLimit)
        {
            InsertionSort(text, nodes, members.AsSpan(0, count));
        }
        else
        {
            Array.Sort(members, 0, count, new Comparer(json, nodes));
        }

        Link(text, nodes, parent, members.AsSpan(0, count));
        ArrayPool<EcmaScriptName>.Shared.Return(members);
    }

    private static EcmaScriptName[] Gather(ReadOnlySpan<byte> json, EcmaScriptJsonNode[] nodes, int first, out int count)
    {
        var members = ArrayPool<EcmaScriptName>.Shared.Rent(InsertionSortLimit);
        count = 0;
        for (var at = first; at >= 0; at = nodes[at].Next)
        {
            if (count == members.Length)
            {
                var larger = ArrayPool<EcmaScriptName>.Shared.Rent(count * 2);
                members.AsSpan().CopyTo(larger);
                ArrayPool<EcmaScriptName>.Shared.Return(members);
                members = larger;
            }

            members[count++] = new(json, nodes, at);
        }

        return members;
    }

    private static void InsertionSort(ReadOnlySpan<byte> json, EcmaScriptJsonNode[] nodes, Span<EcmaScriptName> members)
    {
        for (var i = 1; i < members.Length; i++)
        {
            var member = members[i];
            var at = i;
            while (at > 0 && EcmaScriptName.Compare(json, nodes, members[at - 1], member) > 0)
            {
                members[at] = members[at - 1];
                at--;
            }

            members[at] = member;
        }
    }

    private static void Link(ReadOnlySpan<byte> json, EcmaScriptJsonNode[] nodes, int parent, ReadOnlySpan<EcmaScriptName> members)
    {
        int first = -1, last = -1;
        for (var i = 0; i < members.Length; i++)
        {
            var isReplaced = i + 1 < members.Length && EcmaScriptName.Same(json, nodes, members[i], members[i + 1]);
            if (isReplaced || members[i].Is(json, nodes, Prototype))
            {
                continue;
            }

            var node = members[i].Node;
            if (last < 0)
            {
                first = node;
            }
            else
            {
                nodes[last].SetNext(node);
            }

            last = node;
        }

        nodes[parent].SetChildren(first, last);
        if (last >= 0)
        {
            nodes[last].SetLastChildOf(parent);
        }
    }

    private sealed class Comparer(ReadOnlyMemory<byte> json, EcmaScriptJsonNode[] nodes) : IComparer<EcmaScriptName>
    {
        public int Compare(EcmaScriptName x, EcmaScriptName y) => EcmaScriptName.Compare(json.Span, nodes, x, y);
    }
}
