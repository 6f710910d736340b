using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Inqud;

/// <summary>An open value; the empty one for anything but a text, so that an odd type never reads as paid.</summary>
internal abstract class InqudValueJsonConverter<T>(Func<string, T> create, Func<T, string> text) : OpenValueJsonConverter<T>(create, text)
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return base.Read(ref reader, typeToConvert, options);
        }

        reader.Skip();
        return default;
    }
}

internal sealed class InqudCoinJsonConverter() : InqudValueJsonConverter<InqudCoin>(static text => new(text), static value => value.Value);

internal sealed class InqudCheckoutStatusJsonConverter()
    : InqudValueJsonConverter<InqudCheckoutStatus>(static text => new(text), static value => value.Value);

internal sealed class InqudRequestStatusJsonConverter()
    : InqudValueJsonConverter<InqudRequestStatus>(static text => new(text), static value => value.Value);

internal sealed class InqudPaymentStatusJsonConverter()
    : InqudValueJsonConverter<InqudPaymentStatus>(static text => new(text), static value => value.Value);

/// <summary>A time, written in UTC as Inqud writes it. Nine digits of a second are read as seven, which is what .NET can hold.</summary>
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

/// <summary>A page that a browser may be sent to; null for any other address.</summary>
internal sealed class InqudPageJsonConverter : LenientJsonConverter<Uri>
{
    public override void Write(Utf8JsonWriter writer, Uri? value, JsonSerializerOptions options) => writer.WriteStringValue(value!.OriginalString);

    protected override bool TryRead(ref Utf8JsonReader reader, out Uri? value)
    {
        value = null;
        return reader.TokenType == JsonTokenType.String && SafeUrls.TryParsePage(reader.GetString(), out value);
    }
}
