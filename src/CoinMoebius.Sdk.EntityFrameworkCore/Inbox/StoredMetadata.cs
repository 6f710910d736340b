using System.Text;
using System.Text.Json;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>An event's metadata as a JSON object of texts.</summary>
internal static class StoredMetadata
{
    public static string Write(IReadOnlyDictionary<string, string> metadata)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var pair in metadata)
            {
                writer.WriteString(pair.Key, pair.Value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static IReadOnlyDictionary<string, string> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString() ?? "", StringComparer.Ordinal);
    }
}
