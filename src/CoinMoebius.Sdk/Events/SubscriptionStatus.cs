using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Events;

/// <summary>The status of a subscription.</summary>
/// <remarks>An open value: it keeps text unknown to this SDK unchanged and compares it ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(SubscriptionStatusJsonConverter))]
public readonly record struct SubscriptionStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from the wire.</summary>
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

    /// <summary>Was active before; a payment is overdue.</summary>
    public static SubscriptionStatus PastDue { get; } = new(Values.PastDue);

    /// <summary>Ended; final.</summary>
    public static SubscriptionStatus Canceled { get; } = new(Values.Canceled);

    /// <summary>On hold.</summary>
    public static SubscriptionStatus Paused { get; } = new(Values.Paused);

    /// <summary>Not paid so far: the first charge failed or has not happened yet.</summary>
    public static SubscriptionStatus Incomplete { get; } = new(Values.Incomplete);

    /// <summary>The provider sent a status without a neutral meaning.</summary>
    public static SubscriptionStatus Unknown { get; } = new(Values.Unknown);

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(SubscriptionStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns the text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>Paid or in trial.</summary>
        public const string Active = "active";

        /// <summary>Was active before; a payment is overdue.</summary>
        public const string PastDue = "past_due";

        /// <summary>Ended; final.</summary>
        public const string Canceled = "canceled";

        /// <summary>On hold.</summary>
        public const string Paused = "paused";

        /// <summary>Not paid so far: the first charge failed or has not happened yet.</summary>
        public const string Incomplete = "incomplete";

        /// <summary>The provider sent a status without a neutral meaning.</summary>
        public const string Unknown = "unknown";
    }
}

internal sealed class SubscriptionStatusJsonConverter() : OpenValueJsonConverter<SubscriptionStatus>(static text => new(text), static value => value.Value);
