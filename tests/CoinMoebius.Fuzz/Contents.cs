using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Fuzz;

/// <summary>What each scheme protects, read slowly and plainly. Two deliveries of one content are one to the scheme.</summary>
internal static class Contents
{
    private static readonly string[][] References =
        [["payment", "reference"], ["checkout", "reference"], ["subscription", "reference"], ["subscription", "uid"], ["subscriber", "reference"]];

    public static string Body(FuzzDelivery delivery) => Convert.ToBase64String(delivery.Body);

    /// <summary>The time in a header and the body.</summary>
    public static Func<FuzzDelivery, string?> Timed(string header) =>
        delivery => Regex.Match(delivery.Header(header) ?? "", @"(?:^|,)\s*t\s*=\s*([^,\s]*)").Groups[1].Value + "|" + Body(delivery);

    /// <summary>Three headers and the body; the complete family counts.</summary>
    public static string Standard(FuzzDelivery delivery)
    {
        var prefix = new[] { "id", "timestamp", "signature" }.All(name => !string.IsNullOrWhiteSpace(delivery.Header("webhook-" + name))) ? "webhook-" : "svix-";
        return $"{delivery.Header(prefix + "id")}|{delivery.Header(prefix + "timestamp")}|{Body(delivery)}";
    }

    public static string? Sorted(FuzzDelivery delivery) => Text(SortedJson.TryPrint(delivery.Body, arraysAsObjects: true));

    public static string? Php(FuzzDelivery delivery) => Text(PhpText.TryPrint(delivery.Body, without: "sign"));

    /// <summary>Headers, and the checksum that stands for the body.</summary>
    public static string PayPal(FuzzDelivery delivery) =>
        $"{delivery.Header("PAYPAL-TRANSMISSION-ID")}|{delivery.Header("PAYPAL-TRANSMISSION-TIME")}|{Checksum(delivery.Body)}";

    /// <summary>The secret alone: it protects nothing beside itself.</summary>
    public static string? Secret(FuzzDelivery delivery) => Read(delivery.Body, root =>
    {
        var secrets = root.EnumerateObject().Where(member => NameOf(member) == "secret").Select(member => member.Value.GetString()).ToList();
        return secrets.Count == 1 ? secrets[0] : null;
    });

    /// <summary>The token in the query and the reference that counts, of JSON.</summary>
    public static string? Token(FuzzDelivery delivery) => Read(delivery.Body, root =>
    {
        var data = At(root, "data");
        var texts = References.Select(path => TextOf(At(At(data, path[0]), path[1]))).ToList();
        var type = TextOf(At(root, "type"));
        var counted = type.StartsWith("subscription:", StringComparison.Ordinal) ? texts.FirstOrDefault(text => text == Subjects.Reference, "")
            : type == "checkout:expired" ? texts[1]
            : texts[0].Length > 0 ? texts[0] : texts[1];
        return TokenOf(delivery) + "|" + counted;
    });

    /// <summary>The token in the query and the payment's reference, of a form.</summary>
    public static string FormToken(FuzzDelivery delivery)
    {
        var pairs = Encoding.UTF8.GetString(delivery.Body).Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2);
        string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
        string Value(string name) => pairs.Where(pair => Decode(pair[0]) == name).Select(pair => Decode(pair[1])).FirstOrDefault("");
        return TokenOf(delivery) + "|" + (Value("data[payment][reference]") is { Length: > 0 } own ? own : Value("data[checkout][reference]"));
    }

    private static string TokenOf(FuzzDelivery delivery) => Regex.Match(delivery.Query, "(?:^|&)cm_token=([^&#\\s]*)").Groups[1].Value;

    private static string? Text(byte[]? utf8) => utf8 is null ? null : Encoding.UTF8.GetString(utf8);

    private static string TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Unbroken(element.GetString) ?? "",
        JsonValueKind.Number => element.GetRawText(),
        _ => "",
    };

    private static JsonElement At(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().Where(member => NameOf(member) == name).Select(member => member.Value).LastOrDefault()
        : default;

    private static string? NameOf(JsonProperty member) => Unbroken(() => member.Name);

    // Text with half a surrogate pair, or that is no UTF-8, is none of those that count.
    private static string? Unbroken(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Read(byte[] body, Func<JsonElement, string?> read)
    {
        try
        {
            var text = body is [0xEF, 0xBB, 0xBF, ..] ? body[3..] : body;
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 512 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static uint Checksum(byte[] body)
    {
        var sum = uint.MaxValue;
        foreach (var value in body)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (0 - (sum & 1)));
            }
        }

        return ~sum;
    }
}
