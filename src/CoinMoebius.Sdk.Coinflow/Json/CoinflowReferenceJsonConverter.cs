using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>Reads an id, or a complete object.</summary>
internal sealed class CoinflowReferenceJsonConverter : JsonConverter<CoinflowReference>
{
    private static readonly string[] Ids = ["_id", "id", "customerId", "merchantId", "subscriptionId", "planId", "code"];

    public override CoinflowReference? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = JsonElement.ParseValue(ref reader);
        return value.ValueKind switch
        {
            JsonValueKind.String or JsonValueKind.Number => new() { Id = value.TextOrNumber() },
            JsonValueKind.Object => new()
            {
                Id = Ids.Select(name => value.At(name).TextOrNumber()).FirstOrDefault(id => id is not null),
                Document = CoinflowDocument.WithoutKeys(value),
            },
            _ => null,
        };
    }

    public override void Write(Utf8JsonWriter writer, CoinflowReference value, JsonSerializerOptions options)
    {
        if (value.Document is { } document)
        {
            document.WriteTo(writer);
        }
        else
        {
            writer.WriteStringValue(value.Id);
        }
    }
}
