using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// The status of a checkout. Only <see cref="Success"/> means paid; an unknown text never does.
/// Source: github.com/Inqud/inqud-recurring-sdk-example.
/// </summary>
/// <remarks>An open value: text that this SDK does not know is kept unchanged and compared ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(InqudCheckoutStatusJsonConverter))]
public readonly record struct InqudCheckoutStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from Inqud's JSON.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public InqudCheckoutStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>The payer has not chosen a coin.</summary>
    public static InqudCheckoutStatus New { get; } = new(Values.New);

    /// <summary>The payer chose a coin and has an address to pay to.</summary>
    public static InqudCheckoutStatus RequestCreated { get; } = new(Values.RequestCreated);

    /// <summary>A transaction was detected and is being processed.</summary>
    public static InqudCheckoutStatus PaymentDetected { get; } = new(Values.PaymentDetected);

    /// <summary>Paid; final.</summary>
    public static InqudCheckoutStatus Success { get; } = new(Values.Success);

    /// <summary>Money arrived with a problem, for example too little: the merchant or Inqud's support decides.</summary>
    public static InqudCheckoutStatus Conflict { get; } = new(Values.Conflict);

    /// <summary>Not paid in time; final.</summary>
    public static InqudCheckoutStatus Expired { get; } = new(Values.Expired);

    /// <summary>True when paid in full.</summary>
    public bool IsPaid => Value == Values.Success;

    /// <summary>True when money arrived that requires a decision.</summary>
    public bool IsConflict => Value == Values.Conflict;

    /// <summary>
    /// True when the status does not change by itself. Inqud's support may still change it, so accept a later success. Unknown texts are not
    /// final.
    /// </summary>
    public bool IsFinal => Value is Values.Success or Values.Conflict or Values.Expired;

    /// <summary>True when both have the same text, compared ordinally.</summary>
    public bool Equals(InqudCheckoutStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>The payer has not chosen a coin.</summary>
        public const string New = "NEW";

        /// <summary>The payer chose a coin and has an address to pay to.</summary>
        public const string RequestCreated = "REQUEST_CREATED";

        /// <summary>A transaction was detected and is being processed.</summary>
        public const string PaymentDetected = "PAYMENT_DETECTED";

        /// <summary>Paid; final.</summary>
        public const string Success = "SUCCESS";

        /// <summary>Money arrived with a problem, for example too little: the merchant or Inqud's support decides.</summary>
        public const string Conflict = "CONFLICT";

        /// <summary>Not paid in time; final.</summary>
        public const string Expired = "EXPIRED";
    }
}
