using System.Text.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud.Json;

/// <summary>Reads an array of coins and skips items that are not texts; null for other values.</summary>
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
