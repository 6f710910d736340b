using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// The status of a payment. Only <see cref="Success"/> means paid; an unknown text never does.
/// Source: docs.inqud.com/developer/payment-statuses.
/// </summary>
/// <remarks>An open value: text that this SDK does not know is kept unchanged and compared ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(InqudPaymentStatusJsonConverter))]
public readonly record struct InqudPaymentStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from Inqud's JSON.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public InqudPaymentStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>Nothing has happened yet.</summary>
    public static InqudPaymentStatus New { get; } = new(Values.New);

    /// <summary>In progress.</summary>
    public static InqudPaymentStatus Pending { get; } = new(Values.Pending);

    /// <summary>Held for review; Inqud's support contacts the merchant.</summary>
    public static InqudPaymentStatus Frozen { get; } = new(Values.Frozen);

    /// <summary>Completed; final. Money from a payer is on the balance.</summary>
    public static InqudPaymentStatus Success { get; } = new(Values.Success);

    /// <summary>Payouts: partly completed; final.</summary>
    public static InqudPaymentStatus PartialSuccess { get; } = new(Values.PartialSuccess);

    /// <summary>Failed; final.</summary>
    public static InqudPaymentStatus Failed { get; } = new(Values.Failed);

    /// <summary>Counts as failed; final.</summary>
    public static InqudPaymentStatus Cancelled { get; } = new(Values.Cancelled);

    /// <summary>Too late; final.</summary>
    public static InqudPaymentStatus Expired { get; } = new(Values.Expired);

    /// <summary>True when paid in full.</summary>
    public bool IsPaid => Value == Values.Success;

    /// <summary>
    /// True when the status does not change by itself. Inqud's support may still change it, so accept a later success. Unknown texts are not
    /// final.
    /// </summary>
    public bool IsFinal => Value is Values.Success or Values.PartialSuccess or Values.Failed or Values.Cancelled or Values.Expired;

    /// <summary>True when both have the same text, compared ordinally.</summary>
    public bool Equals(InqudPaymentStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>Nothing has happened yet.</summary>
        public const string New = "NEW";

        /// <summary>In progress.</summary>
        public const string Pending = "PENDING";

        /// <summary>Held for review; Inqud's support contacts the merchant.</summary>
        public const string Frozen = "FROZEN";

        /// <summary>Completed; final. Money from a payer is on the balance.</summary>
        public const string Success = "SUCCESS";

        /// <summary>Payouts: partly completed; final.</summary>
        public const string PartialSuccess = "PARTIAL_SUCCESS";

        /// <summary>Failed; final.</summary>
        public const string Failed = "FAILED";

        /// <summary>Counts as failed; final.</summary>
        public const string Cancelled = "CANCELLED";

        /// <summary>Too late; final.</summary>
        public const string Expired = "EXPIRED";
    }
}
