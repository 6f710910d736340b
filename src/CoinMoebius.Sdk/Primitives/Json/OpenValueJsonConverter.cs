using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Primitives.Json;

/// <summary>Reads and writes an open value type as its text, so that unknown values survive a round trip.</summary>
internal abstract class OpenValueJsonConverter<T>(Func<string, T> create, Func<T, string> text) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        create(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(text(value));
}
