using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud.Json;

internal sealed class InqudCoinJsonConverter() : LenientOpenValueJsonConverter<InqudCoin>(static text => new(text), static value => value.Value);

internal sealed class InqudCheckoutStatusJsonConverter()
    : LenientOpenValueJsonConverter<InqudCheckoutStatus>(static text => new(text), static value => value.Value);

internal sealed class InqudRequestStatusJsonConverter()
    : LenientOpenValueJsonConverter<InqudRequestStatus>(static text => new(text), static value => value.Value);

internal sealed class InqudPaymentStatusJsonConverter()
    : LenientOpenValueJsonConverter<InqudPaymentStatus>(static text => new(text), static value => value.Value);

/// <summary>Reads and writes times in UTC. Of nine digits of a second, it keeps the seven that .NET supports.</summary>
internal sealed class InqudTimeJsonConverter : LenientJsonConverter<DateTimeOffset?>
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    protected override bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset? value)
    {
        value = reader.TokenType == JsonTokenType.String
            && DateTimeOffset.TryParse(
                reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                ? time
                : null;
        return value is not null;
    }
}
