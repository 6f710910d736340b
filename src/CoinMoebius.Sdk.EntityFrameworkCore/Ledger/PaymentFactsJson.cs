using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>The facts of a payment as stored in its row. The metadata have a column of their own.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(EventOrderJsonConverter)])]
[JsonSerializable(typeof(PaymentFacts))]
internal sealed partial class PaymentFactsJson : JsonSerializerContext
{
    public static string Write(PaymentFacts facts) => JsonSerializer.Serialize(facts, Default.PaymentFacts);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The stored text was changed and holds no facts.</exception>
    public static PaymentFacts Read(string json, string metadata) =>
        (JsonSerializer.Deserialize(json, Default.PaymentFacts) ?? throw new JsonException("The row has no facts.")) with { Metadata = metadata };
}

/// <summary>Writes an event order as a short text, because each value has one: weight, time and id, separated by spaces.</summary>
internal sealed class EventOrderJsonConverter : JsonConverter<EventOrder>
{
    private const int Parts = 3;

    public override EventOrder Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()?.Split(' ', Parts) is [var weight, var occurredAt, var eventId]
        && int.TryParse(weight, CultureInfo.InvariantCulture, out var weighs)
        && long.TryParse(occurredAt, CultureInfo.InvariantCulture, out var time)
            ? new(weighs, time, eventId)
            : throw new JsonException("The text is not an event order.");

    public override void Write(Utf8JsonWriter writer, EventOrder value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Weight} {value.OccurredAt} {value.EventId}"));
}
