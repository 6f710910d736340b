using System.Text.Json;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>One request to verify, with everything that its verdict depends on.</summary>
internal sealed record VerifyCase
{
    public required string Provider { get; init; }

    /// <summary>The provider's options class as JSON text.</summary>
    public required string OptionsJson { get; init; }

    /// <summary>Names and values; a name may occur more than once.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public Uri? Url { get; init; }

    /// <summary>The time to verify at; null for the system clock.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Reads a line's JSON and ignores unknown members.</summary>
    /// <exception cref="CaseException">A member is missing or of the wrong type.</exception>
    public static VerifyCase Read(JsonElement root)
    {
        var provider = Required(root, "provider", JsonValueKind.String, "a text").GetString()!;
        var options = Required(root, "options", JsonValueKind.Object, "an object").GetRawText();
        var headers = ReadHeaders(Required(root, "headers", JsonValueKind.Object, "an object"));
        return new()
        {
            Provider = provider,
            OptionsJson = options,
            Headers = headers,
            Body = ReadBody(Optional(root, "body")),
            Url = Optional(root, "url") is { } url ? ParseUrl(url.GetString()!) : null,
            Now = Optional(root, "now") is { } now ? ParseTime(now.GetString()!) : null,
        };
    }

    /// <exception cref="CaseException">The text is not an absolute URL.</exception>
    public static Uri ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : throw new CaseException("\"url\" is not an absolute URL.");

    /// <exception cref="CaseException">The text is not a time.</exception>
    public static DateTimeOffset ParseTime(string text) =>
        IsoTime.TryParse(text, out var time) ? time : throw new CaseException("\"now\" is not a time such as 2026-05-14T01:04:21Z.");

    /// <summary>Returns the type's name only, so that secrets are never printed.</summary>
    public override string ToString() => nameof(VerifyCase);

    private static List<KeyValuePair<string, string>> ReadHeaders(JsonElement headers)
    {
        var list = new List<KeyValuePair<string, string>>();
        foreach (var header in headers.EnumerateObject())
        {
            if (header.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var value in header.Value.EnumerateArray())
                {
                    list.Add(new(header.Name, HeaderText(value)));
                }
            }
            else
            {
                list.Add(new(header.Name, HeaderText(header.Value)));
            }
        }

        return list;
    }

    private static string HeaderText(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new CaseException("\"headers\" must hold texts or arrays of texts.");

    private static ReadOnlyMemory<byte> ReadBody(JsonElement? body) =>
        body is not { } element ? default
        : element.TryGetBytesFromBase64(out var bytes) ? bytes
        : throw new CaseException("\"body\" is not base64.");

    private static JsonElement Required(JsonElement root, string name, JsonValueKind kind, string kindName) =>
        !root.TryGetProperty(name, out var value) ? throw new CaseException($"\"{name}\" is missing.")
        : value.ValueKind == kind ? value
        : throw new CaseException($"\"{name}\" must be {kindName}.");

    /// <summary>A text that may be missing or null.</summary>
    private static JsonElement? Optional(JsonElement root, string name) =>
        !root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value
        : throw new CaseException($"\"{name}\" must be a text.");
}
