using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Events;

/// <summary>The outcome of a dispute.</summary>
/// <remarks>An open value: it keeps text unknown to this SDK unchanged and compares it ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(DisputeOutcomeJsonConverter))]
public readonly record struct DisputeOutcome
{
    private readonly string? _value;

    /// <summary>Wraps a text from the wire.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public DisputeOutcome(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>Not decided yet.</summary>
    public static DisputeOutcome Open { get; } = new(Values.Open);

    /// <summary>Decided for the merchant, or withdrawn: the merchant keeps or gets back the money.</summary>
    public static DisputeOutcome Won { get; } = new(Values.Won);

    /// <summary>Decided for the buyer, or accepted: the merchant loses the money.</summary>
    public static DisputeOutcome Lost { get; } = new(Values.Lost);

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(DisputeOutcome other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns the text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>Not decided yet.</summary>
        public const string Open = "open";

        /// <summary>Decided for the merchant, or withdrawn: the merchant keeps or gets back the money.</summary>
        public const string Won = "won";

        /// <summary>Decided for the buyer, or accepted: the merchant loses the money.</summary>
        public const string Lost = "lost";
    }
}

internal sealed class DisputeOutcomeJsonConverter() : OpenValueJsonConverter<DisputeOutcome>(static text => new(text), static value => value.Value);
