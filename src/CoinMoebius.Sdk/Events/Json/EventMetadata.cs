using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Primitives;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Events.Json;

/// <summary>Collects an event's metadata: the merchant's object first, then the provider's details, which replace equal names.</summary>
internal struct EventMetadata
{
    private Dictionary<string, string>? _values;

    /// <summary>Starts with the merchant's metadata object; any other JSON value counts as empty.</summary>
    /// <param name="merchantMetadata">The object.</param>
    /// <param name="details">The number of provider details that follow.</param>
    public static EventMetadata From(JsonElement merchantMetadata, int details = 0)
    {
        var metadata = default(EventMetadata);
        if (merchantMetadata.ValueKind == JsonValueKind.Object && merchantMetadata.GetPropertyCount() is > 0 and var count)
        {
            metadata._values = new(count + details, StringComparer.Ordinal);
            foreach (var property in merchantMetadata.EnumerateObject())
            {
                metadata.Set(property.Name, AsText(property.Value));
            }
        }

        return metadata;
    }

    /// <summary>Returns the merchant's order from the metadata, for payloads without a field for it; or null.</summary>
    /// <param name="merchantMetadata">The object.</param>
    public static string? ReferenceIn(JsonElement merchantMetadata) =>
        merchantMetadata.At("orderId").Text() ?? merchantMetadata.At("order_id").Text() ?? merchantMetadata.At("reference").Text();

    /// <summary>The merchant's own id of the buyer, or null.</summary>
    public readonly string? CustomerRef =>
        _values is not null && _values.TryGetValue("customerRef", out var value) && value.Length > 0 ? value : null;

    /// <summary>Adds a provider detail; null adds nothing.</summary>
    public void Set(string name, string? value)
    {
        if (value is not null)
        {
            (_values ??= new(StringComparer.Ordinal))[name] = value;
        }
    }

    /// <summary>Returns the collected metadata.</summary>
    public readonly IReadOnlyDictionary<string, string> ToDictionary() => _values ?? EmptyMetadata.Instance;

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => Compact(value),
    };

    private static string Compact(JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WebhookEventJson.WriterOptions))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
