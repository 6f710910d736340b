using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The status of a subscription.</summary>
/// <remarks>
/// An open value: text that this SDK does not know is kept unchanged, and is not active. <c>default</c> is the empty text. Source:
/// https://docs.coinflow.cash/openapi.json.
/// </remarks>
[JsonConverter(typeof(CoinflowSubscriberStatusJsonConverter))]
public readonly record struct CoinflowSubscriberStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from Coinflow's JSON.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public CoinflowSubscriberStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>Paid.</summary>
    public static CoinflowSubscriberStatus Active { get; } = new(Values.Active);

    /// <summary>Canceled; final.</summary>
    public static CoinflowSubscriberStatus Canceled { get; } = new(Values.Canceled);

    /// <summary>Ended without payment; final.</summary>
    public static CoinflowSubscriberStatus Expired { get; } = new(Values.Expired);

    /// <summary>Reached its planned end; final.</summary>
    public static CoinflowSubscriberStatus Concluded { get; } = new(Values.Concluded);

    /// <summary>A payment failed.</summary>
    public static CoinflowSubscriberStatus Failed { get; } = new(Values.Failed);

    /// <summary>The payer is blocked.</summary>
    public static CoinflowSubscriberStatus Blocked { get; } = new(Values.Blocked);

    /// <summary>True only for <see cref="Active"/>.</summary>
    public bool IsActive => Value == Values.Active;

    /// <summary>True when it has ended.</summary>
    public bool IsFinal => Value is Values.Canceled or Values.Expired or Values.Concluded;

    /// <summary>True when both have the same text, compared ordinally.</summary>
    public bool Equals(CoinflowSubscriberStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>Paid.</summary>
        public const string Active = "Active";

        /// <summary>Canceled; final.</summary>
        public const string Canceled = "Canceled";

        /// <summary>Ended without payment; final.</summary>
        public const string Expired = "Expired";

        /// <summary>Reached its planned end; final.</summary>
        public const string Concluded = "Concluded";

        /// <summary>A payment failed.</summary>
        public const string Failed = "Failed";

        /// <summary>The payer is blocked.</summary>
        public const string Blocked = "Blocked";
    }
}

internal sealed class CoinflowSubscriberStatusJsonConverter() : LenientOpenValueJsonConverter<CoinflowSubscriberStatus>(static text => new(text), static value => value.Value);
