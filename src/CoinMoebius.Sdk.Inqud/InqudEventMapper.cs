using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Inqud.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// Maps Inqud's webhooks to neutral events. They contain the object itself, without an envelope; its id determines the type.
/// Fields: docs.inqud.com/crypto-widget/integration, the pages "Inqud hosted" and "Using your own UI".
/// </summary>
internal static class InqudEventMapper
{
    public static WebhookEvent Map(JsonElement root, in ReadOnlyMemory<byte> rawBody)
    {
        var head = new WebhookEventHead(
            PaymentProvider.Inqud, ContentDigest.EventId(rawBody.Span), root.At("status").Text() ?? "", rawBody, OccurredAt: TimeOf(root));
        if (head.EventType.Length == 0)
        {
            return Unmapped(head, root);
        }

        return root.At("id").Text() switch
        {
            { } id when Is(id, InqudIds.Checkout) => Checkout(head, root, id),
            { } id when Is(id, InqudIds.Request) => Request(head, root, id),
            { } id when Is(id, InqudIds.Payment) => Payment(head, root, id),

            // The older API's callback.
            null when root.At("paymentId").Text() is { } id => Payment(head, root, id),
            _ => Unmapped(head, root),
        };
    }

    // Payouts, and events of Inqud's other products: on-ramp checkouts and recurring charges.
    private static UnmappedEvent Unmapped(in WebhookEventHead head, JsonElement root)
    {
        var id = root.At("id").Text();
        var isSubscription = Is(id, InqudIds.Subscription);
        var isCharge = root.At("authorizationId").Exists();
        var metadata = default(EventMetadata);
        metadata.Set("paymentId", IsOfPayment(id) ? id : root.At("paymentId").Text());
        metadata.Set("checkoutId", root.At("checkoutId").Text());
        metadata.Set("subscriptionId", isSubscription ? id : root.At("subscriptionId").Text());
        metadata.Set("chargeId", isCharge && !isSubscription ? id : null);
        metadata.Set("status", head.EventType.Length > 0 ? head.EventType : null);
        return new(head) { Metadata = metadata.ToDictionary() };
    }

    private static bool IsOfPayment(string? id) =>
        Is(id, InqudIds.Checkout) || Is(id, InqudIds.Request) || Is(id, InqudIds.Payment) || Is(id, InqudIds.OnRampCheckout);

    private static bool Is(string? id, string prefix) => id is not null && id.StartsWith(prefix, StringComparison.Ordinal);

    private static PaymentEvent Checkout(in WebhookEventHead head, JsonElement root, string id)
    {
        var request = root.At("request");
        return Event(head, id, root, new(
            Sum(root.At("fixedAmount", "amount"), root.At("fixedAmount", "currency")), request, root.At("reason").Text() ?? request.At("reason").Text()));
    }

    private static PaymentEvent Request(in WebhookEventHead head, JsonElement root, string id) =>
        Event(head, root.At("checkoutId").Text() ?? id, root, new(default, root, root.At("reason").Text()));

    private static WebhookEvent Payment(in WebhookEventHead head, JsonElement root, string id)
    {
        // A payout is not a payment.
        if (root.At("orderType").Text() == InqudOrderTypes.PayOut)
        {
            return Unmapped(head, root);
        }

        return Event(head, root.At("checkoutId").Text() ?? id, root, new(
            Sum(root.At("amount"), root.At("currency")), root, root.At("reason").Text()));
    }

    /// <param name="Price">The price, when the object itself has one.</param>
    /// <param name="Request">The request for one coin, which has the paid amount; undefined before the payer chooses a coin.</param>
    /// <param name="Reason">The reason for a conflict.</param>
    private readonly record struct Details(Money Price, JsonElement Request, string? Reason);

    private readonly record struct Money(decimal? Amount, string? Currency);

    private static PaymentEvent Event(in WebhookEventHead head, string paymentId, JsonElement root, in Details details)
    {
        var request = details.Request;
        var status = StatusOf(head.EventType, details.Reason);
        var price = details.Price.Amount is null ? Sum(request.At("requestAmount"), request.At("requestAmountIn")) : details.Price;
        var paid = Sum(request.At("paidAmount"), request.At("currency"));
        var countsInFull = status == PaymentStatus.Succeeded || status == PaymentStatus.Pending;

        // The price may be in dollars, while the payment is in coins: never combine the number of one with the currency of the other.
        var amount = !countsInFull ? paid
            : details.Price.Amount is not null ? details.Price
            : paid.Amount is not null ? paid
            : price;
        var isPricedApart = amount.Amount is not null && price.Amount is not null && amount.Currency != price.Currency;

        var metadata = default(EventMetadata);
        metadata.Set("reason", details.Reason);
        if (!countsInFull)
        {
            metadata.Set("invoicedAmount", price.Amount?.ToString(CultureInfo.InvariantCulture));
            metadata.Set("invoicedCurrency", price.Currency);
        }

        metadata.Set("paidAmount", paid.Amount?.ToString(CultureInfo.InvariantCulture));
        metadata.Set("payCurrency", paid.Currency);
        metadata.Set("overpaid", request.At("overpaid").IsTrue() ? "true" : null);
        metadata.Set("blockchain", request.At("blockchain").Text());
        metadata.Set("txHash", request.At("txHash").Text());
        metadata.Set("requestId", request.At("id").Text() is { } id && Is(id, InqudIds.Request) ? id : null);
        return new(head, status, paymentId)
        {
            Amount = amount.Amount,
            Currency = amount.Currency,
            PricedAmount = isPricedApart ? price.Amount : null,
            PricedCurrency = isPricedApart ? price.Currency : null,
            Reference = root.At("clientOrderId").TextOrNumber() ?? EventMetadata.ReferenceIn(root.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static PaymentStatus StatusOf(string status, string? reason) => status switch
    {
        InqudEventTypes.Success => PaymentStatus.Succeeded,
        // Only this reason is documented; with any other, the merchant must decide.
        InqudEventTypes.Conflict => reason == InqudReasons.Underpaid ? PaymentStatus.Partial : PaymentStatus.Pending,
        InqudEventTypes.PartialSuccess => PaymentStatus.Partial,
        InqudEventTypes.Expired or InqudEventTypes.Failed or InqudEventTypes.Cancelled => PaymentStatus.Failed,
        _ => PaymentStatus.Pending,
    };

    // An amount without a currency is ignored.
    private static Money Sum(JsonElement amount, JsonElement currency) =>
        amount.Decimal() is { } value && currency.Currency() is { } code ? new(value, code) : default;

    private static DateTimeOffset? TimeOf(JsonElement root) =>
        root.At("lastUpdatedAt").IsoTime() ?? root.At("timestamp").IsoTime() ?? root.At("createdAt").IsoTime();
}
