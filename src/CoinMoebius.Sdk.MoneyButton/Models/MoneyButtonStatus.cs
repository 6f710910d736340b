using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>The status of a payment at Money Button. Only <see cref="Completed"/> is paid; an unknown text never is.</summary>
/// <remarks>
/// An open value: an unknown text is kept unchanged and compared ordinally. <c>default</c> is the empty text, which means no status yet.
/// Source: about.moneybutton.com/docs/api/api-webhooks, "payment status".
/// </remarks>
[JsonConverter(typeof(MoneyButtonStatusJsonConverter))]
public readonly record struct MoneyButtonStatus
{
    private readonly string? _value;

    /// <summary>Creates a value from its text in the payload.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public MoneyButtonStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>The transaction was built and not yet signed.</summary>
    public static MoneyButtonStatus Pending { get; } = new(MoneyButtonEventTypes.Pending);

    /// <summary>The transaction was signed, broadcast and found valid, but is in no block: a double spend may reverse it.</summary>
    public static MoneyButtonStatus Received { get; } = new(MoneyButtonEventTypes.Received);

    /// <summary>The transaction is in a block.</summary>
    public static MoneyButtonStatus Completed { get; } = new(MoneyButtonEventTypes.Completed);

    /// <summary>The network rejected the transaction.</summary>
    public static MoneyButtonStatus Failed { get; } = new(MoneyButtonEventTypes.Failed);

    /// <summary>A payment that was received or completed before is no longer valid.</summary>
    public static MoneyButtonStatus DoubleSpent { get; } = new(MoneyButtonEventTypes.DoubleSpent);

    /// <summary>True only for <see cref="Completed"/>.</summary>
    public bool IsPaid => Value == MoneyButtonEventTypes.Completed;

    /// <summary>
    /// True when no further status is expected: completed, failed or double spent. A completed payment could still become double spent.
    /// </summary>
    public bool IsFinal => Value is MoneyButtonEventTypes.Completed or MoneyButtonEventTypes.Failed or MoneyButtonEventTypes.DoubleSpent;

    /// <summary>
    /// Returns the meaning of a status that arrives after this one. Webhooks could arrive late, twice and in any order; use this function to
    /// combine the events of a payment in any order.
    /// </summary>
    /// <param name="arriving">The status that arrives.</param>
    /// <remarks>The documentation contains only the statuses. The order is that of contemporary receivers, plus double spends.</remarks>
    public MoneyButtonTransition Then(MoneyButtonStatus arriving)
    {
        if (arriving.Place < 0 || Place < 0)
        {
            return MoneyButtonTransition.Unknown;
        }

        return arriving == this ? MoneyButtonTransition.Repeats
            : (Value, arriving.Value) switch
            {
                (MoneyButtonEventTypes.Completed, MoneyButtonEventTypes.Failed)
                    or (MoneyButtonEventTypes.Failed, MoneyButtonEventTypes.Completed)
                    or (MoneyButtonEventTypes.DoubleSpent, MoneyButtonEventTypes.Completed) => MoneyButtonTransition.Contradicts,
                _ => arriving.Place > Place ? MoneyButtonTransition.Advances : MoneyButtonTransition.Late,
            };
    }

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(MoneyButtonStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The text of this value.</summary>
    public override string ToString() => Value;

    // Completed and failed contradict each other, so their relative places do not matter.
    private int Place => Value switch
    {
        "" => 0,
        MoneyButtonEventTypes.Pending => 1,
        MoneyButtonEventTypes.Received => 2,
        MoneyButtonEventTypes.Completed or MoneyButtonEventTypes.Failed => 3,
        MoneyButtonEventTypes.DoubleSpent => 4,
        _ => -1,
    };
}

internal sealed class MoneyButtonStatusJsonConverter : JsonConverter<MoneyButtonStatus>
{
    public override MoneyButtonStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonElement.ParseValue(ref reader).Text() ?? "");

    public override void Write(Utf8JsonWriter writer, MoneyButtonStatus value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
