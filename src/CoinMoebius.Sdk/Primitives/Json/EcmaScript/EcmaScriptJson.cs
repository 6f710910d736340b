using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Primitives.Json.EcmaScript;

/// <summary>
/// A JSON text that can be written like ECMAScript's <c>JSON.stringify(JSON.parse(text))</c> with the members of every object set in
/// sorted order: array-index names ascending, then the others by UTF-16 code unit; of equal names the last value; without
/// <c>__proto__</c>; numbers as doubles; no white space.
/// </summary>
internal sealed class EcmaScriptJson : IDisposable
{
    private readonly JsonTree _tree;

    private EcmaScriptJson(JsonTree tree) => _tree = tree;

    /// <inheritdoc cref="JsonTree.HasArray"/>
    public bool HasArray => _tree.HasArray;

    /// <inheritdoc cref="JsonTree.Parse"/>
    /// <param name="json">The text; it must not change while the result is in use.</param>
    public static EcmaScriptJson? Parse(ReadOnlyMemory<byte> json) =>
        JsonTree.Parse(json, EcmaScriptMembers.LinkInOrder) is { } tree ? new(tree) : null;

    /// <summary>Writes the canonical text.</summary>
    /// <param name="output">Receives the text; it is appended.</param>
    /// <param name="arraysAsObjects">True to write <c>["a"]</c> as <c>{"0":"a"}</c> and <c>[]</c> as <c>{}</c>.</param>
    public void Write(TextBuffer output, bool arraysAsObjects = false) => _tree.Write(output, new EcmaScriptStyle(arraysAsObjects));

    /// <summary>Returns the buffers to the pool.</summary>
    public void Dispose() => _tree.Dispose();
}
