using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Events;

/// <summary>The status of a payment. Only <see cref="Succeeded"/> means that the money is there; an unknown text never does.</summary>
/// <remarks>An open value: it keeps text unknown to this SDK unchanged and compares it ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(PaymentStatusJsonConverter))]
public readonly record struct PaymentStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from the wire.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public PaymentStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value == "success" ? Values.Succeeded : value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>The money is there; final.</summary>
    public static PaymentStatus Succeeded { get; } = new(Values.Succeeded);

    /// <summary>In progress; nothing to deliver yet.</summary>
    public static PaymentStatus Pending { get; } = new(Values.Pending);

    /// <summary>This attempt ended without money; final.</summary>
    public static PaymentStatus Failed { get; } = new(Values.Failed);

    /// <summary>The buyer paid less than due; may still change.</summary>
    public static PaymentStatus Partial { get; } = new(Values.Partial);

    /// <summary>A part was refunded, and the merchant keeps the rest; final.</summary>
    public static PaymentStatus PartiallyRefunded { get; } = new(Values.PartiallyRefunded);

    /// <summary>All of it was refunded, or an unknown part; final.</summary>
    public static PaymentStatus Refunded { get; } = new(Values.Refunded);

    /// <summary>Undone without a refund: voided, returned by the bank, or double-spent; final.</summary>
    public static PaymentStatus Reversed { get; } = new(Values.Reversed);

    /// <summary>A dispute is open, or was lost; final.</summary>
    public static PaymentStatus Disputed { get; } = new(Values.Disputed);

    /// <summary>Pay by mail: waiting for the letter.</summary>
    public static PaymentStatus PendingManual { get; } = new(Values.PendingManual);

    /// <summary>Pay by mail: canceled; final.</summary>
    public static PaymentStatus ManualCanceled { get; } = new(Values.ManualCanceled);

    /// <summary>Pay by mail: nothing arrived within 30 days; final.</summary>
    public static PaymentStatus ManualExpired { get; } = new(Values.ManualExpired);

    /// <summary>Pay by mail: succeeded first, then revoked; final.</summary>
    public static PaymentStatus ManualRevoked { get; } = new(Values.ManualRevoked);

    /// <summary>True when a wait may end, since no further change is expected. Unknown texts are not final.</summary>
    public bool IsFinal => Value is Values.Succeeded or Values.Failed or Values.PartiallyRefunded or Values.Refunded or Values.Reversed
        or Values.Disputed or Values.ManualCanceled or Values.ManualExpired or Values.ManualRevoked;

    /// <summary>
    /// The position in the life of a payment: pending 0, failed 1, partial 2, succeeded 3, partially refunded 4, refunded and reversed 5,
    /// disputed 6. A failure never replaces a status with money, and a success always replaces a failure. Unknown texts rank as pending.
    /// </summary>
    public int Rank => Value switch
    {
        Values.Failed or Values.ManualCanceled or Values.ManualExpired => 1,
        Values.Partial => 2,
        Values.Succeeded => 3,
        Values.PartiallyRefunded => 4,
        Values.Refunded or Values.Reversed or Values.ManualRevoked => 5,
        Values.Disputed => 6,
        _ => 0,
    };

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(PaymentStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns the text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>The money is there; final.</summary>
        public const string Succeeded = "succeeded";

        /// <summary>In progress; nothing to deliver yet.</summary>
        public const string Pending = "pending";

        /// <summary>This attempt ended without money; final.</summary>
        public const string Failed = "failed";

        /// <summary>The buyer paid less than due; may still change.</summary>
        public const string Partial = "partial";

        /// <summary>A part was refunded, and the merchant keeps the rest; final.</summary>
        public const string PartiallyRefunded = "partially_refunded";

        /// <summary>All of it was refunded, or an unknown part; final.</summary>
        public const string Refunded = "refunded";

        /// <summary>Undone without a refund: voided, returned by the bank, or double-spent; final.</summary>
        public const string Reversed = "reversed";

        /// <summary>A dispute is open, or was lost; final.</summary>
        public const string Disputed = "disputed";

        /// <summary>Pay by mail: waiting for the letter.</summary>
        public const string PendingManual = "pending_manual";

        /// <summary>Pay by mail: canceled; final.</summary>
        public const string ManualCanceled = "manual_canceled";

        /// <summary>Pay by mail: nothing arrived within 30 days; final.</summary>
        public const string ManualExpired = "manual_expired";

        /// <summary>Pay by mail: succeeded first, then revoked; final.</summary>
        public const string ManualRevoked = "manual_revoked";
    }
}

internal sealed class PaymentStatusJsonConverter() : OpenValueJsonConverter<PaymentStatus>(static text => new(text), static value => value.Value);
