using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex.Json;

/// <summary>Reads an object, or a string that represents one; null for anything else.</summary>
internal abstract class MobbexObjectJsonConverter<T> : LenientJsonConverter<T>
    where T : class
{
    private static JsonTypeInfo<T> Info => (JsonTypeInfo<T>)MobbexJson.Default.GetTypeInfo(typeof(T))!;

    public sealed override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (Text(value!) is { } text)
        {
            writer.WriteStringValue(text);
        }
        else
        {
            JsonSerializer.Serialize(writer, value!, Info);
        }
    }

    protected sealed override bool TryRead(ref Utf8JsonReader reader, out T? value)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.StartObject => JsonSerializer.Deserialize(ref reader, Info),
            JsonTokenType.String => FromText(reader.GetString()!),
            JsonTokenType.Number => FromText(JsonElement.ParseValue(ref reader).GetRawText()),
            _ => null,
        };
        return value is not null;
    }

    /// <summary>Returns the object that a string represents, or null.</summary>
    protected abstract T? FromText(string text);

    /// <summary>Returns the string that represents an object, or null to write the object.</summary>
    protected abstract string? Text(T value);
}

/// <summary>Reads a currency as an object, or as its code alone.</summary>
internal sealed class MobbexCurrencyJsonConverter : MobbexObjectJsonConverter<MobbexCurrency>
{
    protected override MobbexCurrency? FromText(string text) => new() { CodeText = text, IsText = true };

    protected override string? Text(MobbexCurrency value) => value.IsText ? value.CodeText : null;
}

/// <summary>Reads a status as an object, or as its code alone.</summary>
internal sealed class MobbexStatusJsonConverter : MobbexObjectJsonConverter<MobbexStatus>
{
    protected override MobbexStatus? FromText(string text) => MobbexStatusCode.TryParse(text, out var code)
        ? new() { Code = code, IsText = true }
        : new() { Text = text, IsText = true };

    protected override string? Text(MobbexStatus value) => value.IsText ? value.Code?.ToString() ?? value.Text : null;
}
