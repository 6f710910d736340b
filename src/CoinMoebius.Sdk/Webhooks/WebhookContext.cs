namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The context of an event: what a handler may need beside the event itself.</summary>
public sealed class WebhookContext
{
    /// <summary>The account of the delivery; empty when there is only one.</summary>
    public string Account { get; init; } = "";

    /// <summary>The signed id of the delivery, or null when the provider signs none.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>The event's body, see <see cref="CoinMoebius.Sdk.Events.WebhookEvent.RawBody"/>.</summary>
    public ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>
    /// True for the first event that reports this fact, including retries of that event: book, announce or deliver when it is true. The fact
    /// is the status of a payment; for an event about a refund the refund and its status, about a dispute the dispute and its outcome; for a
    /// subscription the type and the charge, or the end of the period if there is no charge. Always true for
    /// <see cref="CoinMoebius.Sdk.Events.UnmappedEvent"/>.
    /// </summary>
    public bool IsFirstOfStatus { get; init; } = true;

    /// <summary>
    /// For a payment: its row in the ledger after this event, with the amounts paid, refunded and disputed by all events so far. Null for
    /// other events, and without a durable inbox.
    /// </summary>
    public PaymentRecord? Payment { get; init; }

    /// <summary>
    /// For a payment: the merchant's order. With a durable inbox, the one from <see cref="IPaymentLedger.ExpectAsync"/> for this payment;
    /// otherwise <see cref="CoinMoebius.Sdk.Events.PaymentEvent.Reference"/>, which may be a transaction of Coin Moebius or a text of the
    /// buyer. Null for other events, and when nothing names an order.
    /// </summary>
    public string? OrderReference { get; init; }

    /// <summary>The number of the attempt, starting at 1: counted by this process, with a durable inbox by all processes.</summary>
    public int Attempt { get; init; } = 1;
}
