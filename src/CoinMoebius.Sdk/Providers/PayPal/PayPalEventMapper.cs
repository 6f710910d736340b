using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Providers.PayPal.Mapping;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>The mapper's input beside the body.</summary>
internal readonly record struct PayPalDelivery(ReadOnlyMemory<byte> RawBody, string TransmissionId, bool IsTest);

/// <summary>
/// Maps PayPal's events to neutral events. Fields: developer.paypal.com/docs/api, pages Orders v2, Payments v2 and v1,
/// Subscriptions and Disputes. A payment is a capture, or a sale of the first API version: refunds and disputes name those.
/// </summary>
internal static class PayPalEventMapper
{
    public static WebhookEvent Map(JsonElement root, in PayPalDelivery delivery)
    {
        var resource = root.At("resource");
        var head = new WebhookEventHead(
            PaymentProvider.PayPal,
            root.At("id").Text() ?? ContentDigest.EventId(delivery.RawBody.Span),
            root.At("event_type").Text() ?? "",
            delivery.RawBody,
            delivery.IsTest,
            root.At("create_time").IsoTime(),
            delivery.TransmissionId,
            OwnerOf(resource));
        return Meaning(head, resource) ?? new UnmappedEvent(head) { Metadata = PayPalIds.Of(head.EventType, resource) };
    }

    /// <summary>Returns the event, or null when it is not about an identified payment or subscription.</summary>
    private static WebhookEvent? Meaning(in WebhookEventHead head, JsonElement resource) => head.EventType switch
    {
        PayPalEventTypes.CheckoutOrderApproved => Order(head, resource),
        PayPalEventTypes.CheckoutPaymentApprovalReversed => OrderReversed(head, resource),
        PayPalEventTypes.PaymentCaptureCompleted => Capture(head, resource, PaymentStatus.Succeeded),
        PayPalEventTypes.PaymentCapturePending => Capture(head, resource, PaymentStatus.Pending),
        PayPalEventTypes.PaymentCaptureDenied or PayPalEventTypes.PaymentCaptureDeclined => Capture(head, resource, PaymentStatus.Failed),
        PayPalEventTypes.PaymentSaleCompleted => (WebhookEvent?)PayPalSubscriptions.Charge(head, resource) ?? Sale(head, resource, PaymentStatus.Succeeded),
        PayPalEventTypes.PaymentSalePending => Sale(head, resource, PaymentStatus.Pending),
        PayPalEventTypes.PaymentSaleDenied => Sale(head, resource, PaymentStatus.Failed),
        PayPalEventTypes.PaymentCaptureRefunded => PayPalRefunds.OfCapture(head, resource),
        PayPalEventTypes.PaymentRefundFailed => PayPalRefunds.OfCapture(head, resource, RefundStatus.Failed),
        PayPalEventTypes.PaymentSaleRefunded => PayPalRefunds.OfSale(head, resource),
        PayPalEventTypes.PaymentCaptureReversed => PayPalRefunds.ReversalOfCapture(head, resource),
        PayPalEventTypes.PaymentSaleReversed => PayPalRefunds.ReversalOfSale(head, resource),
        PayPalEventTypes.CustomerDisputeCreated => PayPalDisputes.Opened(head, resource),
        PayPalEventTypes.CustomerDisputeResolved => PayPalDisputes.Resolved(head, resource),
        _ => PayPalSubscriptions.Change(head, resource),
    };

    /// <summary>Returns the payee of a capture or an order, or the seller of a disputed payment. Other resources name nobody.</summary>
    private static string? OwnerOf(JsonElement resource) =>
        resource.At("payee", "merchant_id").Text()
        ?? resource.At("purchase_units").First().At("payee", "merchant_id").Text()
        ?? resource.At("disputed_transactions").First().At("seller", "merchant_id").Text();

    // Approved is not paid: the merchant still has to capture the order.
    private static PaymentEvent? Order(in WebhookEventHead head, JsonElement order) =>
        order.At("id").Text() is { } orderId ? OfOrder(head, order, orderId, PaymentStatus.Pending) : null;

    private static PaymentEvent? OrderReversed(in WebhookEventHead head, JsonElement resource) =>
        (resource.At("order_id").Text() ?? resource.At("id").Text()) is { } orderId ? OfOrder(head, resource, orderId, PaymentStatus.Failed) : null;

    private static PaymentEvent OfOrder(in WebhookEventHead head, JsonElement order, string orderId, PaymentStatus status)
    {
        var units = order.At("purchase_units");
        var unit = units.First();
        var (value, currency) = PayPalFields.SumOf(units);
        return new PaymentEvent(head, status, orderId)
        {
            Amount = value,
            Currency = currency,
            Reference = PayPalFields.Reference(unit),
            CustomerRef = PayPalFields.CustomerRef(unit) ?? order.At("payer", "payer_id").Text(),
        };
    }

    private static PaymentEvent? Capture(in WebhookEventHead head, JsonElement capture, PaymentStatus status)
    {
        if (capture.At("id").Text() is not { } captureId)
        {
            return null;
        }

        var metadata = default(EventMetadata);
        metadata.Set("captureId", captureId);
        var (value, currency) = PayPalFields.Amount(capture.At("amount"));
        return new(head, status, captureId)
        {
            Amount = value,
            Currency = currency,
            CheckoutId = PayPalFields.OrderId(capture),
            Reference = PayPalFields.Reference(capture),
            CustomerRef = PayPalFields.CustomerRef(capture),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static PaymentEvent? Sale(in WebhookEventHead head, JsonElement sale, PaymentStatus status)
    {
        if (sale.At("id").Text() is not { } saleId)
        {
            return null;
        }

        var (value, currency) = PayPalFields.Amount(sale.At("amount"));
        return new(head, status, saleId)
        {
            Amount = value,
            Currency = currency,
            CheckoutId = sale.At("parent_payment").Text(),
            SubscriptionId = sale.At("billing_agreement_id").Text(),
            Reference = PayPalFields.Reference(sale),
            CustomerRef = PayPalFields.CustomerRef(sale),
        };
    }
}
