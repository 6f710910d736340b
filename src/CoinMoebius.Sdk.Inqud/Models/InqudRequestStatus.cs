using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// The status of a request for one coin. Only <see cref="Success"/> means paid; an unknown text never does.
/// Source: docs.inqud.com/crypto-widget/explore/requests.
/// </summary>
/// <remarks>An open value: text that this SDK does not know is kept unchanged and compared ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(InqudRequestStatusJsonConverter))]
public readonly record struct InqudRequestStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from Inqud's JSON.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public InqudRequestStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>No transaction has been detected.</summary>
    public static InqudRequestStatus WaitingPayment { get; } = new(Values.WaitingPayment);

    /// <summary>A transaction was detected and is being processed.</summary>
    public static InqudRequestStatus PendingPayment { get; } = new(Values.PendingPayment);

    /// <summary>Paid; final. The name is inferred: the page that lists the statuses was only partly accessible.</summary>
    public static InqudRequestStatus Success { get; } = new(Values.Success);

    /// <summary>Processed with a problem, for example too little money: the merchant or Inqud's support decides.</summary>
    public static InqudRequestStatus Conflict { get; } = new(Values.Conflict);

    /// <summary>Not paid in time; final. The name is inferred, like that of <see cref="Success"/>.</summary>
    public static InqudRequestStatus Expired { get; } = new(Values.Expired);

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
    public bool Equals(InqudRequestStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>No transaction has been detected.</summary>
        public const string WaitingPayment = "WAITING_PAYMENT";

        /// <summary>A transaction was detected and is being processed.</summary>
        public const string PendingPayment = "PENDING_PAYMENT";

        /// <summary>Paid; final. The name is inferred: the page that lists the statuses was only partly accessible.</summary>
        public const string Success = "SUCCESS";

        /// <summary>Processed with a problem, for example too little money: the merchant or Inqud's support decides.</summary>
        public const string Conflict = "CONFLICT";

        /// <summary>Not paid in time; final. The name is inferred, like that of <see cref="Success"/>.</summary>
        public const string Expired = "EXPIRED";
    }
}
