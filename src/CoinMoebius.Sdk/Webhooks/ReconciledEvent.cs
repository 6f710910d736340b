using System.Globalization;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Makes the events that an <see cref="IPaymentLookup"/> answers with.</summary>
public static class ReconciledEvent
{
    /// <summary>The <see cref="WebhookEvent.EventType"/> of an answer, which tells it from a webhook.</summary>
    public const string EventType = "reconciled";

    /// <summary>What Coin Moebius adds to the metadata of the payments that it starts. Buyers can write it as well.</summary>
    internal const string TransactionIdName = "transactionId";

    /// <summary>
    /// Makes the event of an answer. Provider, payment id, reference and metadata are those of the record, with the transaction as
    /// <c>transactionId</c> in the metadata. The id is <c>reconciled:</c> and 32 hex digits over payment id, status, amount, currency and
    /// time, so the same answer has the same id.
    /// </summary>
    /// <param name="payment">The payment as it is known.</param>
    /// <param name="status">Where it stands according to the answer. A word that is not known counts as pending.</param>
    /// <param name="amount">
    /// The amount in major units of <paramref name="currency"/>; or null. With <c>refunded</c> and <c>partially_refunded</c> it is all that went
    /// back so far (<see cref="PaymentRefund.TotalAmount"/>), with <c>disputed</c> the disputed amount.
    /// </param>
    /// <param name="currency">The currency code; or null.</param>
    /// <param name="occurredAt">When it came to its status, according to the answer; or null.</param>
    /// <param name="rawBody">The answer's JSON; <c>{}</c> unless given.</param>
    /// <returns>The event, or null when the answer says no more than the record: the same status, or an earlier one.</returns>
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

    /// <summary>The same for an answer that the provider's own mapper has read; null when it is no payment.</summary>
    internal static PaymentEvent? From(PaymentRecord payment, WebhookEvent? read) =>
        read is PaymentEvent told && IsNews(payment.Status, told.Status)
            ? told with
            {
                EventId = EventIdOf(told),
                EventType = EventType,
                IsTest = told.IsTest ?? payment.IsTest,
                CustomerRef = payment.CustomerRef ?? told.CustomerRef,
                Reference = told.Reference ?? payment.Reference,
                Refund = told.Refund ?? RefundOf(payment, told),
                Dispute = told.Dispute ?? DisputeOf(told),
            }
            : null;

    /// <summary>An answer says what went back in all, and not by how many refunds.</summary>
    private static PaymentRefund? RefundOf(PaymentRecord payment, PaymentEvent told) =>
        told.Status == PaymentStatus.Refunded || told.Status == PaymentStatus.PartiallyRefunded
            ? new() { TotalAmount = told.Amount, IsFull = IsFull(payment, told), Status = RefundStatus.Succeeded }
            : null;

    // The word "refunded" is said of a part as well: only the amount that was paid can tell.
    private static bool? IsFull(PaymentRecord payment, PaymentEvent told) => told.Status == PaymentStatus.PartiallyRefunded ? false
        : payment.Status == PaymentStatus.Succeeded && payment.Currency == told.Currency && told.Amount >= payment.Amount ? true
        : null;

    private static PaymentDispute? DisputeOf(PaymentEvent told) =>
        told.Status == PaymentStatus.Disputed ? new() { Outcome = DisputeOutcome.Open, Amount = told.Amount } : null;

    // Unknown words rank as pending, so they are never news.
    private static bool IsNews(PaymentStatus known, PaymentStatus told) =>
        told.Rank > known.Rank || (told == PaymentStatus.PendingManual && known == PaymentStatus.Pending);

    private static string EventIdOf(PaymentEvent told) => EventType + ":" + ContentDigest.Hex(EventFacts.Join(
        told.PaymentId,
        told.Status.Value,
        EventFacts.Of(told.Amount),
        told.Currency,
        told.OccurredAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));

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
