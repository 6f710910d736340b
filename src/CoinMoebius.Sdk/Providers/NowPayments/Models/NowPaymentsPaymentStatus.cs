using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Providers.NowPayments.Json;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>
/// The status of a payment. Only <see cref="Finished"/> means that it was paid in full; an unknown text never does.
/// Source: https://nowpayments.zendesk.com/hc/en-us/articles/18395434917149-Payment-statuses.
/// </summary>
/// <remarks>An open value: it keeps text unknown to this SDK unchanged and compares it ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(NowPaymentsPaymentStatusJsonConverter))]
public readonly record struct NowPaymentsPaymentStatus
{
    private readonly string? _value;

    /// <summary>Wraps a text from the wire.</summary>
    /// <param name="value">The text, for example one of <see cref="NowPaymentsEventTypes"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public NowPaymentsPaymentStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null. For <c>switch</c>, the texts are constants of <see cref="NowPaymentsEventTypes"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>Nothing has been sent yet.</summary>
    public static NowPaymentsPaymentStatus Waiting { get; } = new(NowPaymentsEventTypes.Waiting);

    /// <summary>A transaction was seen and is being confirmed.</summary>
    public static NowPaymentsPaymentStatus Confirming { get; } = new(NowPaymentsEventTypes.Confirming);

    /// <summary>The transaction was confirmed; the funds are not the merchant's yet.</summary>
    public static NowPaymentsPaymentStatus Confirmed { get; } = new(NowPaymentsEventTypes.Confirmed);

    /// <summary>The funds are on their way to the merchant.</summary>
    public static NowPaymentsPaymentStatus Sending { get; } = new(NowPaymentsEventTypes.Sending);

    /// <summary>The funds reached the merchant; final.</summary>
    public static NowPaymentsPaymentStatus Finished { get; } = new(NowPaymentsEventTypes.Finished);

    /// <summary>The buyer paid less than due, and the amount was passed on; final.</summary>
    public static NowPaymentsPaymentStatus PartiallyPaid { get; } = new(NowPaymentsEventTypes.PartiallyPaid);

    /// <summary>The payment failed; final.</summary>
    public static NowPaymentsPaymentStatus Failed { get; } = new(NowPaymentsEventTypes.Failed);

    /// <summary>The funds were refunded to the buyer; final.</summary>
    public static NowPaymentsPaymentStatus Refunded { get; } = new(NowPaymentsEventTypes.Refunded);

    /// <summary>The buyer did not pay in time; final.</summary>
    public static NowPaymentsPaymentStatus Expired { get; } = new(NowPaymentsEventTypes.Expired);

    /// <summary>The merchant cancelled a partially paid payment; final.</summary>
    public static NowPaymentsPaymentStatus Cancelled { get; } = new(NowPaymentsEventTypes.Cancelled);

    /// <summary>
    /// True when the funds reached the merchant. A second deposit to the same address, or one in another coin, is a separate payment, which
    /// also ends in this status at any amount: check <see cref="NowPaymentsPayment.IsPaid"/>.
    /// </summary>
    public bool IsFinished => Value == NowPaymentsEventTypes.Finished;

    /// <summary>True when the buyer paid less than due and nothing more is expected.</summary>
    public bool IsPartiallyPaid => Value == NowPaymentsEventTypes.PartiallyPaid;

    /// <summary>True when no further change is expected. Unknown texts are not final.</summary>
    public bool IsFinal => Value is NowPaymentsEventTypes.Finished or NowPaymentsEventTypes.PartiallyPaid or NowPaymentsEventTypes.Failed
        or NowPaymentsEventTypes.Refunded or NowPaymentsEventTypes.Expired or NowPaymentsEventTypes.Cancelled;

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(NowPaymentsPaymentStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns the text of this value.</summary>
    public override string ToString() => Value;
}
