using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.AuthorizeNet;

/// <summary>Maps Authorize.Net's events to neutral events. Fields: developer.authorize.net/api/reference/features/webhooks.html.</summary>
internal static class AuthorizeNetEventMapper
{
    private const string Transactions = "net.authorize.payment.";
    private const string Subscriptions = "net.authorize.customer.subscription.";
    private const long Approved = 1;

    public static WebhookEvent Map(JsonElement root, in AuthorizeNetDelivery delivery)
    {
        var head = new WebhookEventHead(
            PaymentProvider.AuthorizeNet,
            root.At("notificationId").Text() ?? ContentDigest.EventId(delivery.RawBody.Span),
            root.At("eventType").Text() ?? "",
            delivery.RawBody,
            delivery.IsTest,
            root.At("eventDate").IsoTime());
        var payload = root.At("payload");
        var currency = delivery.Currency;

        return head.EventType switch
        {
            AuthorizeNetEventTypes.AuthCaptureCreated => Charge(head, payload, currency),
            AuthorizeNetEventTypes.CaptureCreated or AuthorizeNetEventTypes.PriorAuthCaptureCreated or AuthorizeNetEventTypes.FraudApproved =>
                Payment(head, payload, currency, Outcome(payload)),
            AuthorizeNetEventTypes.AuthorizationCreated or AuthorizeNetEventTypes.FraudHeld =>
                Payment(head, payload, currency, PaymentStatus.Pending),
            AuthorizeNetEventTypes.RefundCreated when Code(payload) == Approved => Payment(head, payload, currency, PaymentStatus.Refunded),
            AuthorizeNetEventTypes.VoidCreated when Code(payload) == Approved => Payment(head, payload, currency, PaymentStatus.Reversed),
            AuthorizeNetEventTypes.FraudDeclined => Payment(head, payload, currency, PaymentStatus.Failed),
            AuthorizeNetEventTypes.SubscriptionCreated =>
                Subscription(head, payload, currency, SubscriptionEventType.Created, StatusOf(payload.At("status").Text())),
            AuthorizeNetEventTypes.SubscriptionUpdated or AuthorizeNetEventTypes.SubscriptionExpiring =>
                Subscription(head, payload, currency, SubscriptionEventType.Updated, StatusOf(payload.At("status").Text())),
            AuthorizeNetEventTypes.SubscriptionSuspended =>
                Subscription(head, payload, currency, SubscriptionEventType.Updated, SubscriptionStatus.Paused),
            AuthorizeNetEventTypes.SubscriptionFailed =>
                Subscription(head, payload, currency, SubscriptionEventType.PaymentFailed, SubscriptionStatus.PastDue),
            AuthorizeNetEventTypes.SubscriptionCancelled or AuthorizeNetEventTypes.SubscriptionExpired
                or AuthorizeNetEventTypes.SubscriptionTerminated =>
                Subscription(head, payload, currency, SubscriptionEventType.Canceled, SubscriptionStatus.Canceled),
            _ => Unmapped(head, payload),
        };
    }

    // A subscription's cycle, including a declined one, sends the same event as a sale.
    private static WebhookEvent Charge(in WebhookEventHead head, JsonElement payload, string currency)
    {
        var outcome = Outcome(payload);
        if (payload.At("subscriptionId").TextOrNumber() is not { } subscriptionId)
        {
            return Payment(head, payload, currency, outcome);
        }

        if (outcome == PaymentStatus.Pending)
        {
            return Unmapped(head, payload);
        }

        var paid = outcome == PaymentStatus.Succeeded;
        return new SubscriptionEvent(
            head,
            paid ? SubscriptionEventType.Renewed : SubscriptionEventType.PaymentFailed,
            paid ? SubscriptionStatus.Active : SubscriptionStatus.PastDue,
            subscriptionId)
        {
            ChargeId = payload.At("id").TextOrNumber(),
            CustomerRef = CustomerOf(payload),
            Reference = ReferenceOf(payload),
            Amount = payload.At("authAmount").Decimal(),
            Currency = currency,
        };
    }

    // 1 approved, 2 declined, 3 error, 4 held for review. Test deliveries have 0.
    private static PaymentStatus Outcome(JsonElement payload) => Code(payload) switch
    {
        Approved => PaymentStatus.Succeeded,
        2 or 3 => PaymentStatus.Failed,
        _ => PaymentStatus.Pending,
    };

    private static long? Code(JsonElement payload)
    {
        var code = payload.At("responseCode");
        return code.Whole() ?? (long.TryParse(code.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null);
    }

    private static WebhookEvent Payment(in WebhookEventHead head, JsonElement payload, string currency, PaymentStatus status) =>
        payload.At("id").TextOrNumber() is not { } paymentId
            ? Unmapped(head, payload)
            : new PaymentEvent(head, status, paymentId)
            {
                Amount = payload.At("authAmount").Decimal(),
                Currency = currency,
                CustomerRef = CustomerOf(payload),
                Reference = ReferenceOf(payload),
                Refund = status == PaymentStatus.Refunded ? Refund(paymentId, payload) : null,
            };

    // A refund is a separate transaction, which names neither the payment nor its share of it.
    private static PaymentRefund Refund(string refundId, JsonElement payload) =>
        new() { Id = refundId, Amount = payload.At("authAmount").Decimal(), Status = RefundStatus.Succeeded };

    private static WebhookEvent Subscription(
        in WebhookEventHead head, JsonElement payload, string currency, SubscriptionEventType type, SubscriptionStatus status)
    {
        if (payload.At("id").TextOrNumber() is not { } subscriptionId)
        {
            return Unmapped(head, payload);
        }

        var metadata = default(EventMetadata);
        metadata.Set("name", payload.At("name").Text());
        return new SubscriptionEvent(head, type, status, subscriptionId)
        {
            CustomerRef = CustomerOf(payload),
            Reference = ReferenceOf(payload),
            Amount = payload.At("amount").Decimal(),
            Currency = currency,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static UnmappedEvent Unmapped(in WebhookEventHead head, JsonElement payload)
    {
        var id = payload.At("id").TextOrNumber();
        var isTransaction = head.EventType.StartsWith(Transactions, StringComparison.Ordinal);
        var isSubscription = head.EventType.StartsWith(Subscriptions, StringComparison.Ordinal);
        if (!isTransaction && !isSubscription)
        {
            return new UnmappedEvent(head);
        }

        var metadata = default(EventMetadata);
        metadata.Set("paymentId", isTransaction ? id : null);
        metadata.Set("refundId", head.EventType == AuthorizeNetEventTypes.RefundCreated ? id : null);
        metadata.Set("subscriptionId", isSubscription ? id : payload.At("subscriptionId").TextOrNumber());
        metadata.Set("responseCode", payload.At("responseCode").TextOrNumber());
        metadata.Set("status", payload.At("status").Text());
        return new UnmappedEvent(head) { Metadata = metadata.ToDictionary() };
    }

    private static SubscriptionStatus StatusOf(string? status) => status switch
    {
        "active" => SubscriptionStatus.Active,
        "suspended" => SubscriptionStatus.Paused,
        "expired" or "canceled" or "cancelled" or "terminated" => SubscriptionStatus.Canceled,
        _ => SubscriptionStatus.Unknown,
    };

    private static string? ReferenceOf(JsonElement payload) =>
        payload.At("merchantReferenceId").TextOrNumber() ?? payload.At("invoiceNumber").TextOrNumber();

    private static string? CustomerOf(JsonElement payload) => payload.At("profile", "customerProfileId").TextOrNumber();
}

/// <summary>The mapper's input beside the body.</summary>
/// <param name="RawBody">The bytes received.</param>
/// <param name="Currency">The account's currency in upper case.</param>
/// <param name="IsTest">True in the sandbox.</param>
internal readonly record struct AuthorizeNetDelivery(ReadOnlyMemory<byte> RawBody, string Currency, bool IsTest);
