using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>Where a payment stood at Money Button. Only <see cref="Completed"/> is paid; an unknown text never is.</summary>
/// <remarks>
/// An open value: text this SDK does not know is kept as it came and compared ordinally. <c>default</c> is the empty text, no status yet.
/// Source: about.moneybutton.com/docs/api/api-webhooks, "payment status".
/// </remarks>
[JsonConverter(typeof(MoneyButtonStatusJsonConverter))]
public readonly record struct MoneyButtonStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text as it stands on the wire.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public MoneyButtonStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>Built, not yet signed.</summary>
    public static MoneyButtonStatus Pending { get; } = new(MoneyButtonEventTypes.Pending);

    /// <summary>Signed, broadcast and valid, in no block: a double spend may undo it.</summary>
    public static MoneyButtonStatus Received { get; } = new(MoneyButtonEventTypes.Received);

    /// <summary>In a block.</summary>
    public static MoneyButtonStatus Completed { get; } = new(MoneyButtonEventTypes.Completed);

    /// <summary>Rejected by the network.</summary>
    public static MoneyButtonStatus Failed { get; } = new(MoneyButtonEventTypes.Failed);

    /// <summary>A payment that was received or completed before holds no more.</summary>
    public static MoneyButtonStatus DoubleSpent { get; } = new(MoneyButtonEventTypes.DoubleSpent);

    /// <summary>True for <see cref="Completed"/> alone.</summary>
    public bool IsPaid => Value == MoneyButtonEventTypes.Completed;

    /// <summary>
    /// True when no further status was to be expected: completed, failed or double spent. A completed payment could still turn out double
    /// spent.
    /// </summary>
    public bool IsFinal => Value is MoneyButtonEventTypes.Completed or MoneyButtonEventTypes.Failed or MoneyButtonEventTypes.DoubleSpent;

    /// <summary>
    /// What a status that arrives after this one means. Webhooks could come late, twice and in any order; the events of one payment are
    /// put together with this function, whatever their order.
    /// </summary>
    /// <param name="arriving">The status that arrives.</param>
    /// <remarks>Documented are the statuses only. The order is that of receivers of the time, with double spends added.</remarks>
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

    // Completed and failed never follow one another by themselves, so their places do not matter to each other.
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
