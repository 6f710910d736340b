namespace CoinMoebius.Sdk.Webhooks;

/// <summary>How an event came: what a handler may want beside the event itself.</summary>
public sealed class WebhookContext
{
    /// <summary>The account the delivery was for; empty when there is only one.</summary>
    public string Account { get; init; } = "";

    /// <summary>The signed id of the delivery, or null when the provider signs none.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>The event's body, see <see cref="CoinMoebius.Sdk.Events.WebhookEvent.RawBody"/>.</summary>
    public ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>
    /// True for the first event that tells this fact, also when that event is tried again: book, announce or deliver where it is true. The fact
    /// is the status of a payment; of an event about a refund the refund and its status, about a dispute the dispute and its outcome; of a
    /// subscription what happened to it and the charge, or the end of the period where there is no charge. Always true for
    /// <see cref="CoinMoebius.Sdk.Events.UnmappedEvent"/>.
    /// </summary>
    public bool IsFirstOfStatus { get; init; } = true;

    /// <summary>
    /// For a payment: its row in the ledger after this event, which knows what was paid, refunded and disputed by all events so far. Null for
    /// other events, and without a durable inbox.
    /// </summary>
    public PaymentRecord? Payment { get; init; }

    /// <summary>
    /// For a payment: the merchant's order. With a durable inbox the one that <see cref="IPaymentLedger.ExpectAsync"/> noted for this
    /// payment; else <see cref="CoinMoebius.Sdk.Events.PaymentEvent.Reference"/>, which may be a transaction of Coin Moebius, or a text of
    /// the buyer's. Null for other events, and where nothing names an order.
    /// </summary>
    public string? OrderReference { get; init; }

    /// <summary>1 for the first try of this event, then counting up: by this process, with a durable inbox by all of them.</summary>
    public int Attempt { get; init; } = 1;
}
