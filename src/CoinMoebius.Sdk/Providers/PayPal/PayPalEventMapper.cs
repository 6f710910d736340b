using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks.Json;
using CoinMoebius.Sdk.Webhooks.Signatures;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>What the mapper needs to know beside the body.</summary>
internal readonly record struct PayPalDelivery(ReadOnlyMemory<byte> RawBody, string TransmissionId, bool IsTest);

/// <summary>
/// Gives PayPal's events their neutral meaning. Fields: developer.paypal.com/docs/api, pages Orders v2, Payments v2 and v1,
/// Subscriptions and Disputes.
/// </summary>
internal static class PayPalEventMapper
{
    public static WebhookEvent Map(JsonElement root, in PayPalDelivery delivery)
    {
        var head = new WebhookEventHead(
            PaymentProvider.PayPal,
            root.At("id").Text() ?? ContentDigest.EventId(delivery.RawBody.Span),
            root.At("event_type").Text() ?? "",
            delivery.RawBody,
            delivery.IsTest,
            root.At("create_time").IsoTime(),
            delivery.TransmissionId,
            OwnerOf(root.At("resource")));
        var resource = root.At("resource");

        return head.EventType switch
        {
            PayPalEventTypes.CheckoutOrderApproved => Order(head, resource),
            PayPalEventTypes.PaymentCaptureCompleted => Capture(head, resource, PaymentStatus.Succeeded),
            PayPalEventTypes.PaymentCapturePending => Capture(head, resource, PaymentStatus.Pending),
            PayPalEventTypes.PaymentCaptureDenied or PayPalEventTypes.PaymentCaptureDeclined => Capture(head, resource, PaymentStatus.Failed),
            PayPalEventTypes.PaymentCaptureRefunded or PayPalEventTypes.PaymentCaptureReversed => Refund(head, resource),
            PayPalEventTypes.PaymentSaleCompleted => Sale(head, resource),
            PayPalEventTypes.PaymentSaleRefunded or PayPalEventTypes.PaymentSaleReversed => SaleRefund(head, resource),
            PayPalEventTypes.CustomerDisputeCreated => Dispute(head, resource),
            PayPalEventTypes.BillingSubscriptionActivated =>
                Subscription(head, resource, SubscriptionEventType.Created, StatusOf(resource, SubscriptionStatus.Active)),
            PayPalEventTypes.BillingSubscriptionReactivated =>
                Subscription(head, resource, SubscriptionEventType.Updated, StatusOf(resource, SubscriptionStatus.Active)),
            PayPalEventTypes.BillingSubscriptionUpdated =>
                Subscription(head, resource, SubscriptionEventType.Updated, StatusOf(resource, SubscriptionStatus.Unknown)),
            PayPalEventTypes.BillingSubscriptionSuspended =>
                Subscription(head, resource, SubscriptionEventType.Updated, SubscriptionStatus.Paused),
            PayPalEventTypes.BillingSubscriptionCancelled or PayPalEventTypes.BillingSubscriptionExpired =>
                Subscription(head, resource, SubscriptionEventType.Canceled, SubscriptionStatus.Canceled),
            PayPalEventTypes.BillingSubscriptionPaymentFailed =>
                Subscription(head, resource, SubscriptionEventType.PaymentFailed, SubscriptionStatus.PastDue),
            _ => new UnmappedEvent(head),
        };
    }

    /// <summary>Who is paid: of a capture, of an order, or the seller of a disputed payment. Others name nobody.</summary>
    private static string? OwnerOf(JsonElement resource) =>
        resource.At("payee", "merchant_id").Text()
        ?? resource.At("purchase_units").First().At("payee", "merchant_id").Text()
        ?? resource.At("disputed_transactions").First().At("seller", "merchant_id").Text();

    // Approved is not paid: the merchant has yet to capture the order.
    private static WebhookEvent Order(in WebhookEventHead head, JsonElement order)
    {
        var unit = order.At("purchase_units").First();
        return Payment(
            head, PaymentStatus.Pending, OrderId(order) ?? order.At("id").Text(), unit, Amount(unit.At("amount")), default, order.At("payer", "payer_id").Text());
    }

    private static WebhookEvent Capture(in WebhookEventHead head, JsonElement capture, PaymentStatus status)
    {
        var captureId = capture.At("id").Text();
        var metadata = default(EventMetadata);
        metadata.Set("captureId", captureId);
        return Payment(head, status, OrderId(capture) ?? captureId, capture, Amount(capture.At("amount")), metadata);
    }

    private static WebhookEvent Refund(in WebhookEventHead head, JsonElement refund)
    {
        var refundId = refund.At("id").Text();
        var captureId = RefundedCapture(refund);
        var metadata = default(EventMetadata);
        metadata.Set("captureId", captureId);
        metadata.Set("refundId", refundId);
        return Payment(head, PaymentStatus.Refunded, OrderId(refund) ?? captureId ?? refundId, refund, Amount(refund.At("amount")), metadata);
    }

    private static WebhookEvent Sale(in WebhookEventHead head, JsonElement sale)
    {
        var amount = Amount(sale.At("amount"));
        return sale.At("billing_agreement_id").Text() is { } subscriptionId
            ? new SubscriptionEvent(head, SubscriptionEventType.Renewed, SubscriptionStatus.Active, subscriptionId)
            {
                Amount = amount.Value,
                Currency = amount.Currency,
                CustomerRef = CustomerRef(sale),
            }
            : Payment(head, PaymentStatus.Succeeded, sale.At("id").Text(), sale, amount, default);
    }

    private static WebhookEvent SaleRefund(in WebhookEventHead head, JsonElement refund)
    {
        var refundId = refund.At("id").Text();
        var metadata = default(EventMetadata);
        metadata.Set("refundId", refundId);

        // The first API version writes what goes back as a negative amount.
        var (value, currency) = Amount(refund.At("amount"));
        return Payment(
            head, PaymentStatus.Refunded, refund.At("sale_id").Text() ?? refundId, refund, (value is { } known ? Math.Abs(known) : null, currency), metadata);
    }

    private static WebhookEvent Dispute(in WebhookEventHead head, JsonElement dispute)
    {
        var transaction = dispute.At("disputed_transactions").First();
        var disputeId = dispute.At("dispute_id").Text();
        var captureId = transaction.At("seller_transaction_id").Text();
        var metadata = default(EventMetadata);
        metadata.Set("captureId", captureId);
        metadata.Set("disputeId", disputeId);
        metadata.Set("reason", dispute.At("reason").Text());
        return Payment(
            head, PaymentStatus.Disputed, OrderId(dispute) ?? captureId ?? dispute.At("id").Text() ?? disputeId, transaction, Amount(dispute.At("dispute_amount")), metadata);
    }

    private static WebhookEvent Payment(
        in WebhookEventHead head,
        PaymentStatus status,
        string? paymentId,
        JsonElement details,
        (decimal? Value, string? Currency) amount,
        EventMetadata metadata,
        string? payerId = null) =>
        paymentId is null
            ? new UnmappedEvent(head)
            : new PaymentEvent(head, status, paymentId)
            {
                Amount = amount.Value,
                Currency = amount.Currency,
                Reference = details.At("invoice_id").Text() ?? details.At("invoice_number").Text(),
                CustomerRef = CustomerRef(details) ?? payerId,
                Metadata = metadata.ToDictionary(),
            };

    private static WebhookEvent Subscription(
        in WebhookEventHead head, JsonElement subscription, SubscriptionEventType type, SubscriptionStatus status)
    {
        if (subscription.At("id").Text() is not { } id)
        {
            return new UnmappedEvent(head);
        }

        var billing = subscription.At("billing_info");
        var (value, currency) = Amount(
            type == SubscriptionEventType.PaymentFailed ? billing.At("last_failed_payment", "amount") : subscription.At("amount"));
        return new SubscriptionEvent(head, type, status, id)
        {
            ProductId = subscription.At("plan_id").Text(),
            CustomerRef = CustomerRef(subscription) ?? subscription.At("subscriber", "payer_id").Text(),
            CurrentPeriodEnd = billing.At("next_billing_time").IsoTime(),
            Amount = value,
            Currency = currency,
        };
    }

    private static SubscriptionStatus StatusOf(JsonElement subscription, SubscriptionStatus whenUnsaid) =>
        subscription.At("status").Text() switch
        {
            null => whenUnsaid,
            "ACTIVE" => SubscriptionStatus.Active,
            "SUSPENDED" => SubscriptionStatus.Paused,
            "CANCELLED" or "EXPIRED" => SubscriptionStatus.Canceled,
            _ => SubscriptionStatus.Unknown,
        };

    /// <summary>The merchant's own id of the buyer; the first API version calls it <c>custom</c>.</summary>
    private static string? CustomerRef(JsonElement details) => details.At("custom_id").Text() ?? details.At("custom").Text();

    private static string? OrderId(JsonElement resource) => resource.At("supplementary_data", "related_ids", "order_id").Text();

    // A refund says only in a link which capture it belongs to.
    private static string? RefundedCapture(JsonElement refund)
    {
        const string Captures = "/captures/";
        var links = refund.At("links");
        if (links.ValueKind == JsonValueKind.Array)
        {
            foreach (var link in links.EnumerateArray())
            {
                if (link.At("rel").Text() == "up" && link.At("href").Text() is { } href
                    && href.LastIndexOf(Captures, StringComparison.Ordinal) is >= 0 and var at
                    && href[(at + Captures.Length)..] is { Length: > 0 } id)
                {
                    return id;
                }
            }
        }

        return null;
    }

    /// <summary>Money of the second API version (<c>value</c>, <c>currency_code</c>) or of the first (<c>total</c>, <c>currency</c>).</summary>
    private static (decimal? Value, string? Currency) Amount(JsonElement money)
    {
        var value = money.At("value").Decimal() ?? money.At("total").Decimal();
        var currency = money.At("currency_code").Currency() ?? money.At("currency").Currency();
        return value is null || currency is null ? (null, null) : (value, currency);
    }
}
