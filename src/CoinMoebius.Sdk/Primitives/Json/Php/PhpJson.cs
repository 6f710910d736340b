using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Primitives.Json.Php;

/// <summary>
/// A JSON text that can be written like PHP's <c>json_encode(json_decode($text, true), JSON_UNESCAPED_UNICODE)</c>: members in the order
/// of the text, of equal names the last value; slashes, U+2028 and U+2029 escaped, other characters beyond ASCII not; no white space.
/// </summary>
/// <remarks>
/// The sender may have signed one of two forms, since PHP prints some numbers and empty objects differently after reading them: the
/// text with these as received, and the text with these as PHP prints them.
/// </remarks>
internal sealed class PhpJson : IDisposable
{
    private readonly JsonTree _tree;
    private bool? _isPrintedOtherwise;

    private PhpJson(JsonTree tree) => _tree = tree;

    /// <summary>True when the outermost value is an object.</summary>
    public bool IsObject => _tree.Nodes[JsonTree.Root].Kind == JsonNodeKind.Object;

    /// <summary>Parses what <c>json_decode</c> accepts; null for anything else and beyond the <see cref="JsonBudget"/>.</summary>
    /// <param name="json">The text; it must not change while the result is in use.</param>
    public static PhpJson? Parse(ReadOnlyMemory<byte> json)
    {
        var tree = JsonTree.Parse(json, PhpMembers.KeepLastValues);
        if (tree is not { HasLoneSurrogate: true })
        {
            return tree is null ? null : new(tree);
        }

        tree.Dispose();
        return null;
    }

    /// <summary>Removes a member from the outermost object, like <c>unset</c>.</summary>
    /// <param name="name">The member's name, in ASCII.</param>
    /// <returns>The member's value as received, <c>[]</c> for any container; empty when there is no such member.</returns>
    public ReadOnlySpan<byte> Take(string name)
    {
        var member = _tree.FindMember(name);
        if (member < 0)
        {
            return default;
        }

        var node = _tree.Nodes[member];
        _tree.Remove(JsonTree.Root, member);
        return node.IsContainer ? "[]"u8 : _tree.Json.Slice(node.Start, node.Length);
    }

    /// <summary>Writes the text with numbers, <c>{}</c> and <c>[]</c> as received.</summary>
    /// <param name="output">Receives the text; it is appended.</param>
    public void WriteAsReceived(TextBuffer output) => _tree.Write(output, new PhpStyle(printsNumbers: false));

    /// <summary>Writes the text with numbers, objects and lists as PHP prints them. Do not call <see cref="WriteAsReceived"/> afterwards.</summary>
    /// <param name="output">Receives the text; it is appended.</param>
    /// <returns>False when the text equals that of <see cref="WriteAsReceived"/>; the method then writes nothing.</returns>
    public bool TryWriteAsPrinted(TextBuffer output)
    {
        if (!(_isPrintedOtherwise ??= PhpLists.Convert(_tree) || HasOtherNumber()))
        {
            return false;
        }

        _tree.Write(output, new PhpStyle(printsNumbers: true));
        return true;
    }

    /// <summary>Returns the buffers to the pool.</summary>
    public void Dispose() => _tree.Dispose();

    private bool HasOtherNumber()
    {
        var json = _tree.Json;
        for (var at = JsonTree.Root; at >= 0; at = _tree.After(at))
        {
            ref readonly var node = ref _tree.Nodes[at];
            if (PhpStyle.IsNumber(json, node) && !PhpNumber.IsCanonical(json.Slice(node.Start, node.Length)))
            {
                return true;
            }
        }

        return false;
    }
}
