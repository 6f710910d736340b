using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Http;

/// <summary>A model inside another; null for anything but an object.</summary>
/// <remarks>Only for properties: the context of the property reads the model itself.</remarks>
internal sealed class LenientObjectJsonConverter<T> : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return JsonSerializer.Deserialize(ref reader, Info(options));
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, Info(options));

    internal static JsonTypeInfo<T> Info(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}

/// <summary>An array of models, without elements that are not objects; null for anything else.</summary>
internal sealed class LenientListJsonConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var info = LenientObjectJsonConverter<T>.Info(options);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                items.Add(JsonSerializer.Deserialize(ref reader, info)!);
            }
            else
            {
                reader.Skip();
            }
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        var info = LenientObjectJsonConverter<T>.Info(options);
        writer.WriteStartArray();
        foreach (var item in value)
        {
            JsonSerializer.Serialize(writer, item, info);
        }

        writer.WriteEndArray();
    }
}

/// <summary>An array of texts, without elements that are not texts; null for anything else.</summary>
internal sealed class LenientTextListJsonConverter : LenientJsonConverter<IReadOnlyList<string>>
{
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string>? value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value!)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }

    protected override bool TryRead(ref Utf8JsonReader reader, out IReadOnlyList<string>? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var items = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                items.Add(reader.GetString()!);
            }
            else
            {
                reader.Skip();
            }
        }

        value = items;
        return true;
    }
}

/// <summary>A text, or a number as written: ids and codes can be either.</summary>
internal sealed class TextOrNumberJsonConverter : LenientJsonConverter<string>
{
    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    protected override bool TryRead(ref Utf8JsonReader reader, out string? value)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => JsonElement.ParseValue(ref reader).GetRawText(),
            _ => null,
        };
        return value is not null;
    }
}

/// <summary>A whole number, or its text.</summary>
internal sealed class LenientIntegerJsonConverter : LenientJsonConverter<int?>
{
    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) => writer.WriteNumberValue(value!.Value);

    protected override bool TryRead(ref Utf8JsonReader reader, out int? value)
    {
        var number = 0;
        var read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetInt32(out number),
            JsonTokenType.String => int.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        value = read ? number : null;
        return read;
    }
}

/// <summary>The address of a page to which a browser may be redirected; any other address reads as null.</summary>
internal sealed class LenientPageJsonConverter : LenientJsonConverter<Uri>
{
    public override void Write(Utf8JsonWriter writer, Uri? value, JsonSerializerOptions options) => writer.WriteStringValue(value!.OriginalString);

    protected override bool TryRead(ref Utf8JsonReader reader, out Uri? value)
    {
        value = null;
        return reader.TokenType == JsonTokenType.String && SafeUrls.TryParsePage(reader.GetString(), out value);
    }
}

/// <summary>An open value type as its text; another JSON type reads as the empty value, which is neither paid nor final.</summary>
internal abstract class LenientOpenValueJsonConverter<T>(Func<string, T> create, Func<T, string> text) : OpenValueJsonConverter<T>(create, text)
    where T : struct
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return base.Read(ref reader, typeToConvert, options);
        }

        reader.Skip();
        return default;
    }
}
