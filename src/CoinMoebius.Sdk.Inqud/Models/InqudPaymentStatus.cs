using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// Where a payment stands. Only <see cref="Success"/> means paid; an unknown text never does.
/// Source: docs.inqud.com/developer/payment-statuses.
/// </summary>
/// <remarks>An open value: text this SDK does not know is kept as it came and compared ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(InqudPaymentStatusJsonConverter))]
public readonly record struct InqudPaymentStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text as it stands on the wire.</summary>
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

    /// <summary>Being processed.</summary>
    public static InqudPaymentStatus Pending { get; } = new(Values.Pending);

    /// <summary>Held until somebody has looked at it; Inqud's support gets in touch.</summary>
    public static InqudPaymentStatus Frozen { get; } = new(Values.Frozen);

    /// <summary>Done; final. Money that came in is on the balance.</summary>
    public static InqudPaymentStatus Success { get; } = new(Values.Success);

    /// <summary>Of a payout: done in part; final.</summary>
    public static InqudPaymentStatus PartialSuccess { get; } = new(Values.PartialSuccess);

    /// <summary>Failed; final.</summary>
    public static InqudPaymentStatus Failed { get; } = new(Values.Failed);

    /// <summary>To be treated as failed; final.</summary>
    public static InqudPaymentStatus Cancelled { get; } = new(Values.Cancelled);

    /// <summary>Too late; final.</summary>
    public static InqudPaymentStatus Expired { get; } = new(Values.Expired);

    /// <summary>True when paid in full.</summary>
    public bool IsPaid => Value == Values.Success;

    /// <summary>
    /// True when nothing further happens by itself. Inqud's support may still move it, so take a later success for what it is. Unknown
    /// texts are not final.
    /// </summary>
    public bool IsFinal => Value is Values.Success or Values.PartialSuccess or Values.Failed or Values.Cancelled or Values.Expired;

    /// <summary>True when both hold the same text, compared ordinally.</summary>
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

        /// <summary>Being processed.</summary>
        public const string Pending = "PENDING";

        /// <summary>Held until somebody has looked at it; Inqud's support gets in touch.</summary>
        public const string Frozen = "FROZEN";

        /// <summary>Done; final. Money that came in is on the balance.</summary>
        public const string Success = "SUCCESS";

        /// <summary>Of a payout: done in part; final.</summary>
        public const string PartialSuccess = "PARTIAL_SUCCESS";

        /// <summary>Failed; final.</summary>
        public const string Failed = "FAILED";

        /// <summary>To be treated as failed; final.</summary>
        public const string Cancelled = "CANCELLED";

        /// <summary>Too late; final.</summary>
        public const string Expired = "EXPIRED";
    }
}
