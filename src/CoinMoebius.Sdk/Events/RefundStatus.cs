using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Events;

/// <summary>The status of a refund.</summary>
/// <remarks>An open value: it keeps text unknown to this SDK unchanged and compares it ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(RefundStatusJsonConverter))]
public readonly record struct RefundStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from the wire.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public RefundStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>The money is on its way to the buyer or has arrived.</summary>
    public static RefundStatus Succeeded { get; } = new(Values.Succeeded);

    /// <summary>The provider has not executed it yet.</summary>
    public static RefundStatus Pending { get; } = new(Values.Pending);

    /// <summary>It failed or was canceled: the money stays with the merchant.</summary>
    public static RefundStatus Failed { get; } = new(Values.Failed);

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(RefundStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns the text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>The money is on its way to the buyer or has arrived.</summary>
        public const string Succeeded = "succeeded";

        /// <summary>The provider has not executed it yet.</summary>
        public const string Pending = "pending";

        /// <summary>It failed or was canceled: the money stays with the merchant.</summary>
        public const string Failed = "failed";
    }
}

internal sealed class RefundStatusJsonConverter() : OpenValueJsonConverter<RefundStatus>(static text => new(text), static value => value.Value);
