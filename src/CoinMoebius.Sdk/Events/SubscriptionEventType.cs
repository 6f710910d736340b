using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Events;

/// <summary>What happened to a subscription.</summary>
/// <remarks>An open value: it keeps text unknown to this SDK unchanged and compares it ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(SubscriptionEventTypeJsonConverter))]
public readonly record struct SubscriptionEventType
{
    private readonly string? _value;

    /// <summary>Wraps a text from the wire.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public SubscriptionEventType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>The subscription was created.</summary>
    public static SubscriptionEventType Created { get; } = new(Values.Created);

    /// <summary>A period was paid, including the first one.</summary>
    public static SubscriptionEventType Renewed { get; } = new(Values.Renewed);

    /// <summary>A charge failed.</summary>
    public static SubscriptionEventType PaymentFailed { get; } = new(Values.PaymentFailed);

    /// <summary>The subscription ended.</summary>
    public static SubscriptionEventType Canceled { get; } = new(Values.Canceled);

    /// <summary>Another change, or a charge between two periods.</summary>
    public static SubscriptionEventType Updated { get; } = new(Values.Updated);

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(SubscriptionEventType other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns the text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>The subscription was created.</summary>
        public const string Created = "created";

        /// <summary>A period was paid, including the first one.</summary>
        public const string Renewed = "renewed";

        /// <summary>A charge failed.</summary>
        public const string PaymentFailed = "payment_failed";

        /// <summary>The subscription ended.</summary>
        public const string Canceled = "canceled";

        /// <summary>Another change, or a charge between two periods.</summary>
        public const string Updated = "updated";
    }
}

internal sealed class SubscriptionEventTypeJsonConverter() : OpenValueJsonConverter<SubscriptionEventType>(static text => new(text), static value => value.Value);
