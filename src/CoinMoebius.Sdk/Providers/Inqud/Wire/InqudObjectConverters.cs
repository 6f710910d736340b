using System.Text.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Inqud;

/// <summary>An object inside another; null for anything else. Stands at properties only.</summary>
internal sealed class InqudObjectJsonConverter<T> : LenientJsonConverter<T>
    where T : ApiModel
{
    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value!, InqudJson.Info<T>());

    protected override bool TryRead(ref Utf8JsonReader reader, out T? value)
    {
        value = reader.TokenType == JsonTokenType.StartObject ? JsonSerializer.Deserialize(ref reader, InqudJson.Info<T>()) : null;
        return value is not null;
    }
}

/// <summary>An array of objects, without what is no object in it; null for anything else.</summary>
internal sealed class InqudObjectListJsonConverter<T> : LenientJsonConverter<IReadOnlyList<T>>
    where T : ApiModel
{
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T>? value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value!)
        {
            JsonSerializer.Serialize(writer, item, InqudJson.Info<T>());
        }

        writer.WriteEndArray();
    }

    protected override bool TryRead(ref Utf8JsonReader reader, out IReadOnlyList<T>? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                items.Add(JsonSerializer.Deserialize(ref reader, InqudJson.Info<T>())!);
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

/// <summary>An array of coins, without what is no text in it; null for anything else.</summary>
internal sealed class InqudCoinListJsonConverter : LenientJsonConverter<IReadOnlyList<InqudCoin>>
{
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<InqudCoin>? value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var coin in value!)
        {
            writer.WriteStringValue(coin.Value);
        }

        writer.WriteEndArray();
    }

    protected override bool TryRead(ref Utf8JsonReader reader, out IReadOnlyList<InqudCoin>? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var coins = new List<InqudCoin>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                coins.Add(new(reader.GetString()!));
            }
            else
            {
                reader.Skip();
            }
        }

        value = coins;
        return true;
    }
}
