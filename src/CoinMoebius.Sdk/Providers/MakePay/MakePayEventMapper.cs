using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.MakePay;

/// <summary>
/// Maps MakePay's deliveries to neutral events. They have two envelopes: the plain one, where <c>session.status</c> counts, and
/// the versioned one of installations, where the top-level <c>status</c> does. Fields: makecrypto.io/documentation/api/webhooks and
/// github.com/makecryptoio/medusa-plugin-makepay.
/// </summary>
internal static class MakePayEventMapper
{
    private const string PaymentPrefix = "makepay.payment.";
    private const string KnownSchema = "medusa.v1";
    private const string Complete = "complete";
    private const string Underpaid = "underpaid";

    // The maximum number of details that a payment adds to the merchant's metadata.
    private const int Details = 10;

    public static WebhookEvent Map(JsonElement root, in ReadOnlyMemory<byte> rawBody)
    {
        var deliveryId = root.At("deliveryId").Text();
        var type = root.At("type");
        var head = new WebhookEventHead(
            PaymentProvider.MakePay,
            // The group id stays the same when a delivery is repeated under another id.
            root.At("deliveryGroupId").Text() ?? deliveryId ?? ContentDigest.EventId(rawBody.Span),
            // The most frequent type needs no new string.
            type.Is("makepay.payment.status_changed"u8) ? MakePayEventTypes.PaymentStatusChanged : type.Text() ?? "",
            rawBody,
            OccurredAt: root.At("createdAt").IsoTime(),
            DeliveryId: deliveryId,
            Owner: root.At("companyId").Text());
        return head.EventType == MakePayEventTypes.SubscriptionStatusChanged ? Subscription(head, root)
            : head.EventType.StartsWith(PaymentPrefix, StringComparison.Ordinal) ? Payment(head, root)
            : Unmapped(head, root);
    }

    private static UnmappedEvent Unmapped(in WebhookEventHead head, JsonElement root)
    {
        var subscription = root.At("subscription");
        var cycle = root.At("cycle");
        var metadata = default(EventMetadata);
        metadata.Set("paymentId", root.At("paymentLink", "uid").Text());
        metadata.Set("checkoutId", root.At("session", "id").Text());
        metadata.Set("subscriptionId", subscription.At("uid").Text() ?? subscription.At("id").Text());
        metadata.Set("chargeId", cycle.At("paymentLinkUid").Text());
        metadata.Set("status", root.At("status").Text() ?? root.At("session", "status").Text() ?? subscription.At("status").Text());
        return new(head) { Metadata = metadata.ToDictionary() };
    }

    private static WebhookEvent Payment(in WebhookEventHead head, JsonElement root)
    {
        // The merchant selects the schema by installing a plugin; the meaning of later schemas is unknown.
        var schema = root.At("schemaVersion");
        var isVersioned = schema.Exists();
        if ((isVersioned && schema.Text() != KnownSchema) || root.At("paymentLink", "uid").Text() is not { } paymentId)
        {
            return Unmapped(head, root);
        }

        var state = isVersioned ? root.At("status") : root.At("session", "status");
        var said = state.Is("complete"u8) ? Complete : state.Text();
        var happened = root.At("event", "type").Text();
        var status = StatusOf(said, happened, isVersioned, root);

        // Further types of payment deliveries may follow. They can end a payment, but do not prove that it was paid.
        return head.EventType == MakePayEventTypes.PaymentStatusChanged || status == PaymentStatus.Failed
            ? Payment(head, root, paymentId, said, happened, status)
            : Unmapped(head, root);
    }

    private static PaymentEvent Payment(
        in WebhookEventHead head, JsonElement root, string paymentId, string? said, string? happened, PaymentStatus status)
    {
        var link = root.At("paymentLink");
        var session = root.At("session");
        var settlement = session.At("settlement");
        var asked = link.Money("fiatAmount", "fiatCurrency") ?? link.Money("amount", "currency") ?? session.Money("invoiceAmount", "invoiceAsset");
        var settled = settlement.Money("settledAmount", "settledAsset");
        var isPartial = status == PaymentStatus.Partial;
        var money = isPartial ? settled : asked;
        var price = isPartial && money is not null && money?.Currency != asked?.Currency ? asked : null;
        var sessionId = session.At("id").Text();

        var metadata = EventMetadata.From(link.At("metadata"), Details);
        metadata.Set("status", said);
        metadata.Set("previousStatus", session.At("previousStatus").Text());
        metadata.Set("event", happened);
        metadata.Set("sessionId", sessionId);
        metadata.Set("txHash", TransactionOf(session));
        metadata.Set("settledAmount", Text(settled?.Amount));
        metadata.Set("settledAsset", settled?.Currency);
        metadata.Set("classification", settlement.At("classification").Text());
        if (isPartial)
        {
            metadata.Set("invoicedAmount", Text(asked?.Amount));
            metadata.Set("invoicedCurrency", asked?.Currency);
        }

        return new PaymentEvent(head, status, paymentId)
        {
            Amount = money?.Amount,
            Currency = money?.Currency,
            PricedAmount = price?.Amount,
            PricedCurrency = price?.Currency,
            CheckoutId = sessionId,
            CustomerRef = metadata.CustomerRef ?? link.At("clientId").TextOrNumber(),
            Reference = link.At("merchantOrderId").TextOrNumber() ?? link.At("metadata", "medusaOrderId").Text()
                ?? EventMetadata.ReferenceIn(link.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    /// <param name="said">The status that counts in this envelope.</param>
    /// <param name="happened">The event inside the delivery.</param>
    /// <param name="isVersioned">True if the top-level status counts, false if that of the session does.</param>
    /// <param name="root">The delivery, which may contradict the status elsewhere.</param>
    private static PaymentStatus StatusOf(string? said, string? happened, bool isVersioned, JsonElement root)
    {
        var top = isVersioned ? said : root.At("status").Text();
        var session = isVersioned ? root.At("session", "status").Text() : said;
        var link = root.At("paymentLink", "status").Text();
        var ended = happened
            is MakePayEventTypes.PaymentRequestExpired or MakePayEventTypes.QuoteExpired or MakePayEventTypes.PaymentCancelledByPayer;

        // A delivery that calls a payment both paid and failed proves neither: a person must check.
        var isPaidSomewhere = top == Complete || session == Complete || link == Complete;
        if (isPaidSomewhere && (ended || IsFailure(top) || IsFailure(session) || IsFailure(link)))
        {
            return PaymentStatus.Pending;
        }

        return said switch
        {
            Complete => IsUnderpaid(top, session, link, root) ? PaymentStatus.Partial : PaymentStatus.Succeeded,
            Underpaid => PaymentStatus.Partial,
            _ => ended || IsFailure(said) ? PaymentStatus.Failed : PaymentStatus.Pending,
        };
    }

    private static bool IsFailure(string? status) => status is "expired" or "cancelled" or "canceled" or "failed";

    private static bool IsUnderpaid(string? top, string? session, string? link, JsonElement root) =>
        top == Underpaid || session == Underpaid || link == Underpaid
        || root.At("session", "settlement", "classification").Text() == Underpaid;

    // The position differs by chain and by version.
    private static string? TransactionOf(JsonElement session) =>
        session.At("txId").Text() ?? session.At("transactions").First().At("hash").Text() ?? session.At("deposit", "txid").Text();

    private static WebhookEvent Subscription(in WebhookEventHead head, JsonElement root)
    {
        var subscription = root.At("subscription");
        if ((subscription.At("uid").Text() ?? subscription.At("id").Text()) is not { } id)
        {
            return Unmapped(head, root);
        }

        var cycle = root.At("cycle");
        var said = subscription.At("status").Text();
        var (type, status) = said switch
        {
            "cancelled" or "canceled" => (SubscriptionEventType.Canceled, SubscriptionStatus.Canceled),
            "overdue" => (SubscriptionEventType.PaymentFailed, SubscriptionStatus.PastDue),
            "active" => (SubscriptionEventType.Updated, SubscriptionStatus.Active),
            "paused" => (SubscriptionEventType.Updated, SubscriptionStatus.Paused),
            _ => (SubscriptionEventType.Updated, SubscriptionStatus.Unknown),
        };
        var metadata = EventMetadata.From(subscription.At("metadata"));
        metadata.Set("status", said);
        metadata.Set("previousStatus", subscription.At("previousStatus").Text());
        metadata.Set("event", root.At("event", "type").Text());
        metadata.Set("cadence", subscription.At("cadence").Text());
        metadata.Set("dueAt", cycle.At("dueAt").Text());
        metadata.Set("cycleStatus", cycle.At("status").Text());
        var chargeId = cycle.At("paymentLinkUid").Text();
        metadata.Set("paymentLinkUid", chargeId);

        // A failed charge is about the cycle; other deliveries are about the subscription and have its price.
        var isCharge = type == SubscriptionEventType.PaymentFailed;
        var (ofCycle, price) = (cycle.At("amountUsd").Decimal(), subscription.At("amountUsd").Decimal());
        var amount = isCharge ? ofCycle ?? price : price ?? ofCycle;
        return new SubscriptionEvent(head, type, status, id)
        {
            CustomerRef = metadata.CustomerRef ?? subscription.At("clientId").TextOrNumber(),
            // The paid period ends when the unpaid cycle falls due. The end of a paid cycle is unknown.
            CurrentPeriodEnd = status == SubscriptionStatus.PastDue ? cycle.At("dueAt").IsoTime() : null,
            ChargeId = isCharge ? chargeId : null,
            Reference = subscription.At("merchantOrderId").TextOrNumber() ?? EventMetadata.ReferenceIn(subscription.At("metadata")),
            Amount = amount,
            Currency = amount is null ? null : "USD",
            Metadata = metadata.ToDictionary(),
        };
    }

    private static string? Text(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);
}
