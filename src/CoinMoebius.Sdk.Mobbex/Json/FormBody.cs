using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Mobbex.Json;

/// <summary>
/// Converts a form as PHP and Node's qs write it (<c>data[payment][status][code]=200</c>) into JSON of the same shape. All values are
/// strings. Names and values must be valid UTF-8, and no name may occur twice: libraries differ on which one counts.
/// </summary>
internal static class FormBody
{
    /// <summary>The maximum number of pairs, which is PHP's own limit.</summary>
    public const int MaxPairs = 1000;

    private const int MaxNameLength = 1024;
    private const int MaxDepth = 16;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name of the field from which Mobbex's Moodle plugin reads the JSON.</summary>
    public static ReadOnlySpan<byte> JsonField => "body"u8;

    /// <summary>Converts the form to JSON; returns null when it is malformed or exceeds the limits.</summary>
    public static byte[]? ToJson(ReadOnlySpan<byte> form)
    {
        var root = new JsonObject();
        var rest = form;
        for (var pairs = 0; !rest.IsEmpty; pairs++)
        {
            var end = rest.IndexOf((byte)'&');
            var pair = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (pairs == MaxPairs || !TryAdd(root, pair))
            {
                return null;
            }
        }

        return root.Count == 0 ? null
            : root.Count == 1 && root["body"] is JsonValue json ? Encoding.UTF8.GetBytes(json.GetValue<string>())
            : Print(root);
    }

    private static bool TryAdd(JsonObject root, ReadOnlySpan<byte> pair)
    {
        var equals = pair.IndexOf((byte)'=');
        if (equals is <= 0 or > MaxNameLength || Decode(pair[..equals]) is not { } name || Decode(pair[(equals + 1)..]) is not { } value)
        {
            return false;
        }

        var bracket = name.AsSpan().IndexOf('[');
        if (bracket == 0)
        {
            return false;
        }

        var node = root;
        var key = bracket < 0 ? name : name[..bracket];
        var path = bracket < 0 ? default : name.AsSpan(bracket);
        for (var depth = 1; !path.IsEmpty; depth++)
        {
            var close = path.IndexOf(']');
            if (depth == MaxDepth || path[0] != '[' || close < 0 || Child(node, key) is not { } child)
            {
                return false;
            }

            node = child;
            key = close == 1 ? child.Count.ToString(CultureInfo.InvariantCulture) : path[1..close].ToString();
            path = path[(close + 1)..];
        }

        if (node.ContainsKey(key))
        {
            return false;
        }

        node.Add(key, JsonValue.Create(value));
        return true;
    }

    /// <summary>Returns the object under a name, and creates it if needed; null when the name has a value.</summary>
    private static JsonObject? Child(JsonObject node, string key)
    {
        if (node.TryGetPropertyValue(key, out var present))
        {
            return present as JsonObject;
        }

        var child = new JsonObject();
        node.Add(key, child);
        return child;
    }

    private static string? Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        return FormText.TryDecode(text, bytes, out var length) && Utf8Validation.IsValid(bytes.AsSpan(0, length))
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    private static byte[] Print(JsonObject root)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Compact))
        {
            WriteObject(writer, root);
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        if (node is not JsonObject members)
        {
            node!.WriteTo(writer);
        }
        else if (IsList(members))
        {
            writer.WriteStartArray();
            foreach (var member in members)
            {
                Write(writer, member.Value);
            }

            writer.WriteEndArray();
        }
        else
        {
            WriteObject(writer, members);
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonObject members)
    {
        writer.WriteStartObject();
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Key);
            Write(writer, member.Value);
        }

        writer.WriteEndObject();
    }

    // A list has the names 0, 1, 2 and so on, in this order.
    private static bool IsList(JsonObject members)
    {
        var next = 0;
        foreach (var member in members)
        {
            if (member.Key != next.ToString(CultureInfo.InvariantCulture))
            {
                return false;
            }

            next++;
        }

        return next > 0;
    }
}
