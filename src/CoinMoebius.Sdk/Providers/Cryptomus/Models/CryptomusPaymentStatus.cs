using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Providers.Cryptomus.Json;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>
/// The status of a payment. Only <see cref="Paid"/> and <see cref="PaidOver"/> mean paid; an unknown text never does.
/// Source: doc.cryptomus.com/business/payments/payment-statuses.
/// </summary>
/// <remarks>An open value: it keeps text unknown to this SDK unchanged and compares it ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(CryptomusPaymentStatusJsonConverter))]
public readonly record struct CryptomusPaymentStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from the wire.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public CryptomusPaymentStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null. The known ones are the constants of <see cref="CryptomusEventTypes"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The payment is being processed.</summary>
    public static CryptomusPaymentStatus Process { get; } = new(CryptomusEventTypes.Process);

    /// <summary>Cryptomus waits for the transaction to appear on the chain.</summary>
    public static CryptomusPaymentStatus Check { get; } = new(CryptomusEventTypes.Check);

    /// <summary>The transaction was seen and waits for confirmations.</summary>
    public static CryptomusPaymentStatus ConfirmCheck { get; } = new(CryptomusEventTypes.ConfirmCheck);

    /// <summary>The payer paid less than due and may still add the rest.</summary>
    public static CryptomusPaymentStatus WrongAmountWaiting { get; } = new(CryptomusEventTypes.WrongAmountWaiting);

    /// <summary>Paid exactly; final.</summary>
    public static CryptomusPaymentStatus Paid { get; } = new(CryptomusEventTypes.Paid);

    /// <summary>The payer paid more than due; final.</summary>
    public static CryptomusPaymentStatus PaidOver { get; } = new(CryptomusEventTypes.PaidOver);

    /// <summary>The payer paid less than due and did not add the rest; final.</summary>
    public static CryptomusPaymentStatus WrongAmount { get; } = new(CryptomusEventTypes.WrongAmount);

    /// <summary>The payment failed; final.</summary>
    public static CryptomusPaymentStatus Fail { get; } = new(CryptomusEventTypes.Fail);

    /// <summary>A system error occurred at Cryptomus; final.</summary>
    public static CryptomusPaymentStatus SystemFail { get; } = new(CryptomusEventTypes.SystemFail);

    /// <summary>The payer did not pay in time; final.</summary>
    public static CryptomusPaymentStatus Cancel { get; } = new(CryptomusEventTypes.Cancel);

    /// <summary>A refund is in progress.</summary>
    public static CryptomusPaymentStatus RefundProcess { get; } = new(CryptomusEventTypes.RefundProcess);

    /// <summary>A refund failed; the merchant keeps the money.</summary>
    public static CryptomusPaymentStatus RefundFail { get; } = new(CryptomusEventTypes.RefundFail);

    /// <summary>The money was refunded to the payer.</summary>
    public static CryptomusPaymentStatus RefundPaid { get; } = new(CryptomusEventTypes.RefundPaid);

    /// <summary>An anti-money-laundering check holds the money.</summary>
    public static CryptomusPaymentStatus Locked { get; } = new(CryptomusEventTypes.Locked);

    /// <summary>True when paid in full.</summary>
    public bool IsPaid => Value is CryptomusEventTypes.Paid or CryptomusEventTypes.PaidOver;

    /// <summary>True when the payer paid less than due.</summary>
    public bool IsPartial => Value is CryptomusEventTypes.WrongAmount or CryptomusEventTypes.WrongAmountWaiting;

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(CryptomusPaymentStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns the text of this value.</summary>
    public override string ToString() => Value;
}
