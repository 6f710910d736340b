using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.NowPayments.Json;

internal sealed class NowPaymentsPaymentStatusJsonConverter()
    : LenientOpenValueJsonConverter<NowPaymentsPaymentStatus>(static text => new(text), static value => value.Value);

/// <summary>A time: ISO 8601 text as documented, or milliseconds as in notifications.</summary>
internal sealed class NowPaymentsTimeJsonConverter : LenientJsonConverter<DateTimeOffset?>
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => writer.WriteStringValue(value!.Value);

    protected override bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset? value)
    {
        var time = JsonElement.ParseValue(ref reader);
        value = time.UnixMilliseconds() ?? time.IsoTime();

        // The reader has also passed a value that is not a time.
        return true;
    }
}
