using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>Reads the fees of a method: an amount, an amount with a part for currency conversion, or a list. Writes them as a list.</summary>
internal sealed class CoinflowFeesJsonConverter : JsonConverter<IReadOnlyList<CoinflowFee>>
{
    public override IReadOnlyList<CoinflowFee>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var root = JsonElement.ParseValue(ref reader);
        return root.ValueKind switch
        {
            JsonValueKind.Array => [.. root.EnumerateArray().Select(One).OfType<CoinflowFee>()],
            JsonValueKind.Object => One(root) is { } fee ? [fee] : null,
            _ => null,
        };
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<CoinflowFee> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var fee in value)
        {
            JsonSerializer.Serialize(writer, fee, CoinflowJson.Default.CoinflowFee);
        }

        writer.WriteEndArray();
    }

    private static CoinflowFee? One(JsonElement element) =>
        element.ValueKind != JsonValueKind.Object ? null
        : element.At("cents").Exists() ? new() { Fee = element.Deserialize(CoinflowJson.Default.CoinflowMoney) }
        : element.Deserialize(CoinflowJson.Default.CoinflowFee);
}
