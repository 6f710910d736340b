using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The status of a payment.</summary>
/// <remarks>
/// An open value: text that this SDK does not know is kept unchanged, and is neither paid nor final. <c>default</c> is the empty text. Source:
/// the <c>status</c> of each method in https://docs.coinflow.cash/openapi.json.
/// </remarks>
[JsonConverter(typeof(CoinflowPaymentStatusJsonConverter))]
public readonly record struct CoinflowPaymentStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from Coinflow's JSON.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public CoinflowPaymentStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>A bank debit that has not been sent.</summary>
    public static CoinflowPaymentStatus Pending { get; } = new(Values.Pending);

    /// <summary>A bank debit that has been sent.</summary>
    public static CoinflowPaymentStatus Batched { get; } = new(Values.Batched);

    /// <summary>Waiting for the payer.</summary>
    public static CoinflowPaymentStatus Initiated { get; } = new(Values.Initiated);

    /// <summary>In progress.</summary>
    public static CoinflowPaymentStatus Processing { get; } = new(Values.Processing);

    /// <summary>Authorized, or approved by the bank. No money has moved.</summary>
    public static CoinflowPaymentStatus Authorized { get; } = new(Values.Authorized);

    /// <summary>Approved by the payer. No money has moved.</summary>
    public static CoinflowPaymentStatus Approved { get; } = new(Values.Approved);

    /// <summary>The money has reached Coinflow.</summary>
    public static CoinflowPaymentStatus Deposited { get; } = new(Values.Deposited);

    /// <summary>The money has reached the merchant's settlement location.</summary>
    public static CoinflowPaymentStatus Settled { get; } = new(Values.Settled);

    /// <summary>The money was refunded.</summary>
    public static CoinflowPaymentStatus Refunded { get; } = new(Values.Refunded);

    /// <summary>A refund is under review.</summary>
    public static CoinflowPaymentStatus RefundReview { get; } = new(Values.RefundReview);

    /// <summary>Failed; final.</summary>
    public static CoinflowPaymentStatus Failed { get; } = new(Values.Failed);

    /// <summary>The bank returned the money; final.</summary>
    public static CoinflowPaymentStatus Returned { get; } = new(Values.Returned);

    /// <summary>The payer did not pay in time; final.</summary>
    public static CoinflowPaymentStatus Expired { get; } = new(Values.Expired);

    /// <summary>An authorization was voided; final.</summary>
    public static CoinflowPaymentStatus Voided { get; } = new(Values.Voided);

    /// <summary>The payer disputes the payment.</summary>
    public static CoinflowPaymentStatus Chargeback { get; } = new(Values.Chargeback);

    /// <summary>The dispute is lost; final.</summary>
    public static CoinflowPaymentStatus ChargebackLost { get; } = new(Values.ChargebackLost);

    /// <summary>The dispute is won; final.</summary>
    public static CoinflowPaymentStatus ChargebackWon { get; } = new(Values.ChargebackWon);

    /// <summary>True when the merchant has the money: only for <see cref="Settled"/>. A refund or dispute may still follow.</summary>
    public bool IsPaid => Value == Values.Settled;

    /// <summary>
    /// True when the payment has ended, successfully or not. A refund or dispute may still follow a <see cref="Settled"/> payment.
    /// </summary>
    public bool IsFinal => Value is Values.Settled or Values.Refunded or Values.Failed or Values.Returned or Values.Expired or Values.Voided
        or Values.ChargebackLost or Values.ChargebackWon;

    /// <summary>True when both have the same text, compared ordinally.</summary>
    public bool Equals(CoinflowPaymentStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>A bank debit that has not been sent.</summary>
        public const string Pending = "PENDING";

        /// <summary>A bank debit that has been sent.</summary>
        public const string Batched = "BATCHED";

        /// <summary>Waiting for the payer.</summary>
        public const string Initiated = "INITIATED";

        /// <summary>In progress.</summary>
        public const string Processing = "PROCESSING";

        /// <summary>Authorized, or approved by the bank. No money has moved.</summary>
        public const string Authorized = "AUTHORIZED";

        /// <summary>Approved by the payer. No money has moved.</summary>
        public const string Approved = "APPROVED";

        /// <summary>The money has reached Coinflow.</summary>
        public const string Deposited = "DEPOSITED";

        /// <summary>The money has reached the merchant's settlement location.</summary>
        public const string Settled = "SETTLED";

        /// <summary>The money was refunded.</summary>
        public const string Refunded = "REFUNDED";

        /// <summary>A refund is under review.</summary>
        public const string RefundReview = "REFUND_REVIEW";

        /// <summary>Failed; final.</summary>
        public const string Failed = "FAILED";

        /// <summary>The bank returned the money; final.</summary>
        public const string Returned = "RETURNED";

        /// <summary>The payer did not pay in time; final.</summary>
        public const string Expired = "EXPIRED";

        /// <summary>An authorization was voided; final.</summary>
        public const string Voided = "VOIDED";

        /// <summary>The payer disputes the payment.</summary>
        public const string Chargeback = "CHARGEBACK";

        /// <summary>The dispute is lost; final.</summary>
        public const string ChargebackLost = "CHARGEBACK_LOST";

        /// <summary>The dispute is won; final.</summary>
        public const string ChargebackWon = "CHARGEBACK_WON";
    }
}

internal sealed class CoinflowPaymentStatusJsonConverter() : LenientOpenValueJsonConverter<CoinflowPaymentStatus>(static text => new(text), static value => value.Value);
