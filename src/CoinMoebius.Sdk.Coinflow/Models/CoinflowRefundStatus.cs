using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The status of a refund.</summary>
/// <remarks>
/// An open value: text that this SDK does not know is kept unchanged, and is neither completed nor final. <c>default</c> is the empty text.
/// Source: https://docs.coinflow.cash/openapi.json.
/// </remarks>
[JsonConverter(typeof(CoinflowRefundStatusJsonConverter))]
public readonly record struct CoinflowRefundStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from Coinflow's JSON.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public CoinflowRefundStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>In progress.</summary>
    public static CoinflowRefundStatus Pending { get; } = new(Values.Pending);

    /// <summary>The merchant owes the money for it.</summary>
    public static CoinflowRefundStatus Invoiced { get; } = new(Values.Invoiced);

    /// <summary>The money was refunded; final.</summary>
    public static CoinflowRefundStatus Settled { get; } = new(Values.Settled);

    /// <summary>Failed; final.</summary>
    public static CoinflowRefundStatus Failed { get; } = new(Values.Failed);

    /// <summary>True when the payer has received the refund: only for <see cref="Settled"/>.</summary>
    public bool IsRefunded => Value == Values.Settled;

    /// <summary>True when the status does not change by itself.</summary>
    public bool IsFinal => Value is Values.Settled or Values.Failed;

    /// <summary>True when both have the same text, compared ordinally.</summary>
    public bool Equals(CoinflowRefundStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>In progress.</summary>
        public const string Pending = "Pending";

        /// <summary>The merchant owes the money for it.</summary>
        public const string Invoiced = "Invoiced";

        /// <summary>The money was refunded; final.</summary>
        public const string Settled = "Settled";

        /// <summary>Failed; final.</summary>
        public const string Failed = "Failed";
    }
}

internal sealed class CoinflowRefundStatusJsonConverter() : LenientOpenValueJsonConverter<CoinflowRefundStatus>(static text => new(text), static value => value.Value);
