using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Primitives.Json.Php;

/// <summary>Writes names and values as <c>json_encode</c> does with <c>JSON_UNESCAPED_UNICODE</c>.</summary>
/// <param name="printsNumbers">True to print numbers like PHP, false to keep them as received.</param>
internal readonly struct PhpStyle(bool printsNumbers) : IJsonStyle
{
    /// <summary>True when a value is a number.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> json, in JsonNode node) =>
        !node.IsContainer && json[node.Start] is (byte)'-' or (>= (byte)'0' and <= (byte)'9');

    public bool IsObject(in JsonNode container) => container.Kind == JsonNodeKind.Object;

    public void WriteName(TextBuffer output, ReadOnlySpan<byte> json, in JsonNode node)
    {
        if (node.NameLength >= 0)
        {
            JsonString.Write(output, json.Slice(node.NameStart, node.NameLength), JsonStringStyle.Php);
            output.Append((byte)':');
        }
    }

    public void WriteScalar(TextBuffer output, ReadOnlySpan<byte> json, in JsonNode node)
    {
        var text = json.Slice(node.Start, node.Length);
        if (text[0] == (byte)'"')
        {
            JsonString.Write(output, text[1..^1], JsonStringStyle.Php);
        }
        else if (printsNumbers && IsNumber(json, node))
        {
            PhpNumber.Write(output, text);
        }
        else
        {
            output.Append(text);
        }
    }
}
