using System.Text.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud.Json;

/// <summary>Reads an object whose member names are data, and skips members of other types; null for other values.</summary>
internal abstract class InqudMapJsonConverter<TKey, TValue>(Func<string, TKey> key, Func<TKey, string> name)
    : LenientJsonConverter<IReadOnlyDictionary<TKey, TValue>>
    where TKey : notnull
{
    public sealed override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<TKey, TValue>? value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var pair in value!)
        {
            writer.WritePropertyName(name(pair.Key));
            WriteValue(writer, pair.Value, options);
        }

        writer.WriteEndObject();
    }

    protected sealed override bool TryRead(ref Utf8JsonReader reader, out IReadOnlyDictionary<TKey, TValue>? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var map = new Dictionary<TKey, TValue>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = key(reader.GetString()!);
            reader.Read();
            if (TryReadValue(ref reader, out var item))
            {
                map[member] = item;
            }
            else
            {
                reader.Skip();
            }
        }

        value = map;
        return true;
    }

    protected abstract void WriteValue(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options);

    protected abstract bool TryReadValue(ref Utf8JsonReader reader, out TValue value);
}

/// <summary>Amounts by coin.</summary>
internal sealed class InqudAmountsJsonConverter()
    : InqudMapJsonConverter<InqudCoin, decimal>(static text => new(text), static coin => coin.Value)
{
    protected override void WriteValue(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    protected override bool TryReadValue(ref Utf8JsonReader reader, out decimal value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out value);
    }
}

/// <summary>Objects by coin.</summary>
internal sealed class InqudObjectsJsonConverter<T>() : InqudMapJsonConverter<InqudCoin, T>(static text => new(text), static coin => coin.Value)
    where T : ApiModel
{
    protected override void WriteValue(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, InqudJson.Info<T>());

    protected override bool TryReadValue(ref Utf8JsonReader reader, out T value)
    {
        value = reader.TokenType == JsonTokenType.StartObject ? JsonSerializer.Deserialize(ref reader, InqudJson.Info<T>())! : null!;
        return value is not null;
    }
}

/// <summary>Limits by the currency of an amount.</summary>
internal sealed class InqudLimitsByCurrencyJsonConverter()
    : InqudMapJsonConverter<string, InqudLimits>(static text => text, static text => text)
{
    protected override void WriteValue(Utf8JsonWriter writer, InqudLimits value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, InqudJson.Info<InqudLimits>());

    protected override bool TryReadValue(ref Utf8JsonReader reader, out InqudLimits value)
    {
        value = reader.TokenType == JsonTokenType.StartObject ? JsonSerializer.Deserialize(ref reader, InqudJson.Info<InqudLimits>())! : null!;
        return value is not null;
    }
}

/// <summary>Limits by coin and then by currency.</summary>
internal sealed class InqudLimitsByCoinJsonConverter()
    : InqudMapJsonConverter<InqudCoin, IReadOnlyDictionary<string, InqudLimits>>(static text => new(text), static coin => coin.Value)
{
    private static readonly InqudLimitsByCurrencyJsonConverter Inner = new();

    protected override void WriteValue(Utf8JsonWriter writer, IReadOnlyDictionary<string, InqudLimits> value, JsonSerializerOptions options) =>
        Inner.Write(writer, value, options);

    protected override bool TryReadValue(ref Utf8JsonReader reader, out IReadOnlyDictionary<string, InqudLimits> value)
    {
        value = reader.TokenType == JsonTokenType.StartObject
            ? Inner.Read(ref reader, typeof(IReadOnlyDictionary<string, InqudLimits>), InqudJson.Default.Options)!
            : null!;
        return value is not null;
    }
}
