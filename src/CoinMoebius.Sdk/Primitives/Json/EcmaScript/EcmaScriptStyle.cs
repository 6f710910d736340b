using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Primitives.Json.EcmaScript;

/// <summary>Writes names and values as <c>JSON.stringify</c> does.</summary>
/// <param name="arraysAsObjects">True to write an array as an object of its indexes.</param>
internal readonly struct EcmaScriptStyle(bool arraysAsObjects) : IJsonStyle
{
    public bool IsObject(in JsonNode container) => container.Kind == JsonNodeKind.Object || arraysAsObjects;

    public void WriteName(TextBuffer output, ReadOnlySpan<byte> json, in JsonNode node)
    {
        if (node.NameLength >= 0)
        {
            if (node.NameIsEscaped)
            {
                JsonString.Write(output, json.Slice(node.NameStart, node.NameLength), JsonStringStyle.EcmaScript);
            }
            else
            {
                // Includes the quotes.
                output.Append(json.Slice(node.NameStart - 1, node.NameLength + 2));
            }

            output.Append((byte)':');
        }
        else if (arraysAsObjects && node.NameLength == JsonNode.ArrayElement)
        {
            output.Append((byte)'"');
            output.AppendDigits(node.NameStart);
            output.Append((byte)'"');
            output.Append((byte)':');
        }
    }

    public void WriteScalar(TextBuffer output, ReadOnlySpan<byte> json, in JsonNode node)
    {
        var text = json.Slice(node.Start, node.Length);
        switch (node.Kind)
        {
            case JsonNodeKind.EscapedString:
                JsonString.Write(output, text[1..^1], JsonStringStyle.EcmaScript);
                break;
            case JsonNodeKind.Number:
                JsonNumber.Write(output, text, DoubleLayout.EcmaScript);
                break;
            default:
                output.Append(text);
                break;
        }
    }
}
