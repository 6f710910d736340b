using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Writes forms with bracketed names, as PHP and Node's qs do.</summary>
internal static class BracketForm
{
    /// <summary>Writes a JSON object as a form, without null members.</summary>
    public static string Write(JsonObject root)
    {
        var pairs = new List<string>();
        foreach (var member in root)
        {
            Append(pairs, member.Key, member.Value);
        }

        return string.Join('&', pairs);
    }

    /// <summary>The value of a bracketed name; null when the form does not have it.</summary>
    public static string? Find(ReadOnlySpan<byte> form, string name) => Encoding.UTF8.GetString(form).Split('&')
        .Select(static pair => pair.Split('=', 2))
        .FirstOrDefault(pair => pair.Length == 2 && WebUtility.UrlDecode(pair[0]) == name) is [_, var value] ? WebUtility.UrlDecode(value) : null;

    private static void Append(List<string> pairs, string name, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members)
                {
                    Append(pairs, $"{name}[{member.Key}]", member.Value);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Append(pairs, $"{name}[{i.ToString(CultureInfo.InvariantCulture)}]", items[i]);
                }

                break;
            case JsonValue value:
                var text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
                pairs.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(text)}");
                break;
            default:
                break;
        }
    }
}
