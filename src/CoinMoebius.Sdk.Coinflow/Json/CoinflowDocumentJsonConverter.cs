using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>A value of any shape, without the keys of merchants in it.</summary>
internal sealed class CoinflowDocumentJsonConverter : JsonConverter<JsonElement?>
{
    public override JsonElement? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CoinflowDocument.WithoutKeys(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, JsonElement? value, JsonSerializerOptions options) => value!.Value.WriteTo(writer);
}
