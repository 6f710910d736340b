using System.Globalization;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Creates the events that an <see cref="IPaymentLookup"/> returns.</summary>
public static class ReconciledEvent
{
    /// <summary>The <see cref="WebhookEvent.EventType"/> of these events, which distinguishes them from webhooks.</summary>
    public const string EventType = "reconciled";

    /// <summary>The name that Coin Moebius adds to the metadata of the payments it starts. Buyers can write it too.</summary>
    internal const string TransactionIdName = "transactionId";

    /// <summary>
    /// Creates the event of a response. Provider, payment id, reference and metadata come from the record, with the transaction as
    /// <c>transactionId</c> in the metadata. The id is <c>reconciled:</c> and 32 hex digits over payment id, status, amount, currency and
    /// time, so the same response has the same id.
    /// </summary>
    /// <param name="payment">The payment as known so far.</param>
    /// <param name="status">The status according to the response. An unknown text counts as pending.</param>
    /// <param name="amount">
    /// The amount in major units of <paramref name="currency"/>; or null. With <c>refunded</c> and <c>partially_refunded</c> it is the total
    /// refunded so far (<see cref="PaymentRefund.TotalAmount"/>), with <c>disputed</c> the disputed amount.
    /// </param>
    /// <param name="currency">The currency code; or null.</param>
    /// <param name="occurredAt">When the payment reached its status, according to the response; or null.</param>
    /// <param name="rawBody">The JSON of the response; <c>{}</c> by default.</param>
    /// <returns>The event, or null when the response has nothing new: the same status as the record, or an earlier one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payment"/> is null.</exception>
    public static PaymentEvent? Create(
        PaymentRecord payment,
        PaymentStatus status,
        decimal? amount = null,
        string? currency = null,
        DateTimeOffset? occurredAt = null,
        ReadOnlyMemory<byte> rawBody = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var head = new WebhookEventHead(
            payment.Provider, "", EventType, rawBody.IsEmpty ? "{}"u8.ToArray() : rawBody, payment.IsTest, occurredAt);
        return From(payment, new PaymentEvent(head, status, payment.PaymentId)
        {
            Amount = amount,
            Currency = currency is null ? null : CurrencyUnits.Upper(currency),
            Metadata = MetadataOf(payment),
        });
    }

    /// <summary>Creates the event of a response that the provider's own mapper has read; null when it is not a payment.</summary>
    internal static PaymentEvent? From(PaymentRecord payment, WebhookEvent? read) =>
        read is PaymentEvent found && IsNewer(payment.Status, found.Status)
            ? found with
            {
                EventId = EventIdOf(found),
                EventType = EventType,
                IsTest = found.IsTest ?? payment.IsTest,
                CustomerRef = payment.CustomerRef ?? found.CustomerRef,
                Reference = found.Reference ?? payment.Reference,
                Refund = found.Refund ?? RefundOf(payment, found),
                Dispute = found.Dispute ?? DisputeOf(found),
            }
            : null;

    /// <summary>A response contains the total refunded amount, but not the number of refunds.</summary>
    private static PaymentRefund? RefundOf(PaymentRecord payment, PaymentEvent found) =>
        found.Status == PaymentStatus.Refunded || found.Status == PaymentStatus.PartiallyRefunded
            ? new() { TotalAmount = found.Amount, IsFull = IsFull(payment, found), Status = RefundStatus.Succeeded }
            : null;

    // "refunded" can also mean a part: only a comparison with the paid amount shows it.
    private static bool? IsFull(PaymentRecord payment, PaymentEvent found) => found.Status == PaymentStatus.PartiallyRefunded ? false
        : payment.Status == PaymentStatus.Succeeded && payment.Currency == found.Currency && found.Amount >= payment.Amount ? true
        : null;

    private static PaymentDispute? DisputeOf(PaymentEvent found) =>
        found.Status == PaymentStatus.Disputed ? new() { Outcome = DisputeOutcome.Open, Amount = found.Amount } : null;

    // Unknown texts rank as pending, so they are never newer.
    private static bool IsNewer(PaymentStatus known, PaymentStatus found) =>
        found.Rank > known.Rank || (found == PaymentStatus.PendingManual && known == PaymentStatus.Pending);

    private static string EventIdOf(PaymentEvent found) => EventType + ":" + ContentDigest.Hex(EventFacts.Join(
        found.PaymentId,
        found.Status.Value,
        EventFacts.Of(found.Amount),
        found.Currency,
        found.OccurredAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));

    private static IReadOnlyDictionary<string, string> MetadataOf(PaymentRecord payment)
    {
        if (payment.TransactionId is not { } transactionId)
        {
            return payment.Metadata;
        }

        var metadata = payment.Metadata.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        metadata[TransactionIdName] = transactionId;
        return metadata;
    }
}
