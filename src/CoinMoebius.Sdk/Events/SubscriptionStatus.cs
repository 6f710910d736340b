using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Events;

/// <summary>Where a subscription stands.</summary>
/// <remarks>An open value: text this SDK does not know is kept as it came and compared ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(SubscriptionStatusJsonConverter))]
public readonly record struct SubscriptionStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text as it stands on the wire.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public SubscriptionStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>Paid or in trial.</summary>
    public static SubscriptionStatus Active { get; } = new(Values.Active);

    /// <summary>A payment is owed for what has once been active.</summary>
    public static SubscriptionStatus PastDue { get; } = new(Values.PastDue);

    /// <summary>Ended; final.</summary>
    public static SubscriptionStatus Canceled { get; } = new(Values.Canceled);

    /// <summary>On hold.</summary>
    public static SubscriptionStatus Paused { get; } = new(Values.Paused);

    /// <summary>Never paid so far: the first charge failed, or has yet to be made.</summary>
    public static SubscriptionStatus Incomplete { get; } = new(Values.Incomplete);

    /// <summary>The provider said something without a neutral meaning.</summary>
    public static SubscriptionStatus Unknown { get; } = new(Values.Unknown);

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(SubscriptionStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>Paid or in trial.</summary>
        public const string Active = "active";

        /// <summary>A payment is owed for what has once been active.</summary>
        public const string PastDue = "past_due";

        /// <summary>Ended; final.</summary>
        public const string Canceled = "canceled";

        /// <summary>On hold.</summary>
        public const string Paused = "paused";

        /// <summary>Never paid so far: the first charge failed, or has yet to be made.</summary>
        public const string Incomplete = "incomplete";

        /// <summary>The provider said something without a neutral meaning.</summary>
        public const string Unknown = "unknown";
    }
}

internal sealed class SubscriptionStatusJsonConverter() : OpenValueJsonConverter<SubscriptionStatus>(static text => new(text), static value => value.Value);
