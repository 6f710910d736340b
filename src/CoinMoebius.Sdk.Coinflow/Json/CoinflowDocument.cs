using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>Removes keys from complete objects of the API: a merchant includes its API key and webhook key.</summary>
internal static class CoinflowDocument
{
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase) { "apiKey", "apiKeys", "webhookValidationKey" };

    public static JsonElement WithoutKeys(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return value;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Copy(value, writer);
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    private static void Copy(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    if (!Keys.Contains(property.Name))
                    {
                        writer.WritePropertyName(property.Name);
                        Copy(property.Value, writer);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Copy(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
