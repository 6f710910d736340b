using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Events;

/// <summary>Where a payment stands. Only <see cref="Succeeded"/> means that the money is there; an unknown text never does.</summary>
/// <remarks>An open value: text this SDK does not know is kept as it came and compared ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(PaymentStatusJsonConverter))]
public readonly record struct PaymentStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text as it stands on the wire.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public PaymentStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value == "success" ? Values.Succeeded : value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>Paid in full, final at the provider.</summary>
    public static PaymentStatus Succeeded { get; } = new(Values.Succeeded);

    /// <summary>Under way; nothing to deliver yet.</summary>
    public static PaymentStatus Pending { get; } = new(Values.Pending);

    /// <summary>Declined, expired or canceled; final.</summary>
    public static PaymentStatus Failed { get; } = new(Values.Failed);

    /// <summary>The buyer paid less than asked; may still move.</summary>
    public static PaymentStatus Partial { get; } = new(Values.Partial);

    /// <summary>Money went back, in whole or in part.</summary>
    public static PaymentStatus Refunded { get; } = new(Values.Refunded);

    /// <summary>The buyer disputes the payment.</summary>
    public static PaymentStatus Disputed { get; } = new(Values.Disputed);

    /// <summary>Pay by mail: waiting for the letter.</summary>
    public static PaymentStatus PendingManual { get; } = new(Values.PendingManual);

    /// <summary>Pay by mail: canceled; final.</summary>
    public static PaymentStatus ManualCanceled { get; } = new(Values.ManualCanceled);

    /// <summary>Pay by mail: nothing came in 30 days; final.</summary>
    public static PaymentStatus ManualExpired { get; } = new(Values.ManualExpired);

    /// <summary>Pay by mail: was succeeded, then undone; final.</summary>
    public static PaymentStatus ManualRevoked { get; } = new(Values.ManualRevoked);

    /// <summary>True when waiting may end: nothing further is expected by itself. Unknown texts are not final.</summary>
    public bool IsFinal => Value is Values.Succeeded or Values.Failed or Values.Refunded or Values.Disputed
        or Values.ManualCanceled or Values.ManualExpired or Values.ManualRevoked;

    /// <summary>
    /// The place in the life of a payment: pending 0, partial 1, succeeded and failed 2, refunded and disputed 3.
    /// A store never lets a later delivery move a payment to a lower rank. Unknown texts rank as pending.
    /// </summary>
    public int Rank => Value switch
    {
        Values.Partial => 1,
        Values.Succeeded or Values.Failed or Values.ManualCanceled or Values.ManualExpired => 2,
        Values.Refunded or Values.Disputed or Values.ManualRevoked => 3,
        _ => 0,
    };

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(PaymentStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>Paid in full, final at the provider.</summary>
        public const string Succeeded = "succeeded";

        /// <summary>Under way; nothing to deliver yet.</summary>
        public const string Pending = "pending";

        /// <summary>Declined, expired or canceled; final.</summary>
        public const string Failed = "failed";

        /// <summary>The buyer paid less than asked; may still move.</summary>
        public const string Partial = "partial";

        /// <summary>Money went back, in whole or in part.</summary>
        public const string Refunded = "refunded";

        /// <summary>The buyer disputes the payment.</summary>
        public const string Disputed = "disputed";

        /// <summary>Pay by mail: waiting for the letter.</summary>
        public const string PendingManual = "pending_manual";

        /// <summary>Pay by mail: canceled; final.</summary>
        public const string ManualCanceled = "manual_canceled";

        /// <summary>Pay by mail: nothing came in 30 days; final.</summary>
        public const string ManualExpired = "manual_expired";

        /// <summary>Pay by mail: was succeeded, then undone; final.</summary>
        public const string ManualRevoked = "manual_revoked";
    }
}

internal sealed class PaymentStatusJsonConverter() : OpenValueJsonConverter<PaymentStatus>(static text => new(text), static value => value.Value);
