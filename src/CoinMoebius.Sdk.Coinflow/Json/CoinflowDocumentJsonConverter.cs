using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>Reads a value of any type, without the keys of merchants.</summary>
internal sealed class CoinflowDocumentJsonConverter : JsonConverter<JsonElement?>
{
    public override JsonElement? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CoinflowDocument.WithoutKeys(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, JsonElement? value, JsonSerializerOptions options) => value!.Value.WriteTo(writer);
}
