using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Json;

internal sealed class CryptomusPaymentStatusJsonConverter()
    : LenientOpenValueJsonConverter<CryptomusPaymentStatus>(static text => new(text), static value => value.Value);

/// <summary>An amount as decimal text, never with an exponent.</summary>
internal sealed class CryptomusAmountJsonConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        decimal.Parse(reader.GetString() ?? "", NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Unix seconds; null for anything else.</summary>
internal sealed class CryptomusUnixTimeJsonConverter : LenientJsonConverter<DateTimeOffset?>
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value!.Value.ToUnixTimeSeconds());

    protected override bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset? value)
    {
        value = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var seconds) && seconds is >= 0 and <= 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
        return value is not null;
    }
}
