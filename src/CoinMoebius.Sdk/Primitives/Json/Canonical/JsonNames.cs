using System.Buffers;

namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>The names of an object's members, sorted: array indexes by number, then the others by UTF-16 code unit.</summary>
internal static class JsonNames
{
    // Up to this size, insertion sort is as fast as merging.
    private const int InsertionSortLimit = 24;

    // One object is sorted at a time, most objects are small, and renting an array costs more than sorting a few names.
    [ThreadStatic]
    private static JsonName[]? _small;

    /// <summary>Sorts the names of an object; equal ones keep their order in the text.</summary>
    /// <returns>An array, which the caller must pass to <see cref="Return"/> after use.</returns>
    public static JsonName[] Sort(ReadOnlyMemory<byte> json, JsonNode[] nodes, int parent, out int count)
    {
        var text = json.Span;
        var names = Gather(text, nodes, nodes[parent].FirstChild, out count);
        if (count <= InsertionSortLimit)
        {
            InsertionSort(text, nodes, names.AsSpan(0, count));
        }
        else
        {
            MergeSort(text, nodes, names.AsSpan(0, count));
        }

        return names;
    }

    /// <summary>Returns the array to the pool.</summary>
    public static void Return(JsonName[] names)
    {
        if (names != _small)
        {
            ArrayPool<JsonName>.Shared.Return(names);
        }
    }

    private static JsonName[] Gather(ReadOnlySpan<byte> json, JsonNode[] nodes, int first, out int count)
    {
        var names = _small ??= new JsonName[InsertionSortLimit];
        count = 0;
        for (var at = first; at >= 0; at = nodes[at].Next)
        {
            if (count == names.Length)
            {
                var larger = ArrayPool<JsonName>.Shared.Rent(count * 2);
                names.AsSpan().CopyTo(larger);
                Return(names);
                names = larger;
            }

            names[count++] = new(json, nodes, at);
        }

        return names;
    }

    private static void InsertionSort(ReadOnlySpan<byte> json, JsonNode[] nodes, Span<JsonName> names)
    {
        for (var i = 1; i < names.Length; i++)
        {
            var member = names[i];
            var at = i;
            while (at > 0 && JsonName.Compare(json, nodes, names[at - 1], member) > 0)
            {
                names[at] = names[at - 1];
                at--;
            }

            names[at] = member;
        }
    }

    private static void MergeSort(ReadOnlySpan<byte> json, JsonNode[] nodes, Span<JsonName> names)
    {
        for (var from = 0; from < names.Length; from += InsertionSortLimit)
        {
            InsertionSort(json, nodes, names.Slice(from, Math.Min(InsertionSortLimit, names.Length - from)));
        }

        var spare = ArrayPool<JsonName>.Shared.Rent(names.Length);
        for (var length = InsertionSortLimit; length < names.Length; length *= 2)
        {
            for (var from = 0; from + length < names.Length; from += 2 * length)
            {
                Merge(json, nodes, names.Slice(from, Math.Min(2 * length, names.Length - from)), length, spare);
            }
        }

        ArrayPool<JsonName>.Shared.Return(spare);
    }

    /// <summary>Merges two adjacent sorted runs.</summary>
    private static void Merge(ReadOnlySpan<byte> json, JsonNode[] nodes, Span<JsonName> names, int length, JsonName[] spare)
    {
        names[..length].CopyTo(spare);
        var (left, right, to) = (0, length, 0);
        while (left < length && right < names.Length)
        {
            names[to++] = JsonName.Compare(json, nodes, spare[left], names[right]) <= 0 ? spare[left++] : names[right++];
        }

        spare.AsSpan(left, length - left).CopyTo(names[to..]);
    }
}
