using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks.Json;
using CoinMoebius.Sdk.Webhooks.Signatures;

namespace CoinMoebius.Sdk.Providers.AuthorizeNet;

/// <summary>Gives Authorize.Net's events their neutral meaning. Fields: developer.authorize.net/api/reference/features/webhooks.html.</summary>
internal static class AuthorizeNetEventMapper
{
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
            AuthorizeNetEventTypes.RefundCreated => Payment(head, payload, currency, PaymentStatus.Refunded),
            AuthorizeNetEventTypes.VoidCreated or AuthorizeNetEventTypes.FraudDeclined =>
                Payment(head, payload, currency, PaymentStatus.Failed),
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
            _ => new UnmappedEvent(head),
        };
    }

    // The cycles of a subscription are charged with the same event as a sale, declined ones too.
    private static WebhookEvent Charge(in WebhookEventHead head, JsonElement payload, string currency)
    {
        var outcome = Outcome(payload);
        if (payload.At("subscriptionId").TextOrNumber() is not { } subscriptionId)
        {
            return Payment(head, payload, currency, outcome);
        }

        if (outcome == PaymentStatus.Pending)
        {
            return new UnmappedEvent(head);
        }

        var paid = outcome == PaymentStatus.Succeeded;
        return new SubscriptionEvent(
            head,
            paid ? SubscriptionEventType.Renewed : SubscriptionEventType.PaymentFailed,
            paid ? SubscriptionStatus.Active : SubscriptionStatus.PastDue,
            subscriptionId)
        {
            CustomerRef = CustomerOf(payload),
            Amount = payload.At("authAmount").Decimal(),
            Currency = currency,
        };
    }

    // 1 approved, 2 declined, 3 error, 4 held for review. Test deliveries say 0.
    private static PaymentStatus Outcome(JsonElement payload) => payload.At("responseCode").Whole() switch
    {
        1 => PaymentStatus.Succeeded,
        2 or 3 => PaymentStatus.Failed,
        _ => PaymentStatus.Pending,
    };

    private static WebhookEvent Payment(in WebhookEventHead head, JsonElement payload, string currency, PaymentStatus status) =>
        payload.At("id").TextOrNumber() is not { } paymentId
            ? new UnmappedEvent(head)
            : new PaymentEvent(head, status, paymentId)
            {
                Amount = payload.At("authAmount").Decimal(),
                Currency = currency,
                CustomerRef = CustomerOf(payload),
                Reference = payload.At("merchantReferenceId").TextOrNumber() ?? payload.At("invoiceNumber").TextOrNumber(),
            };

    private static WebhookEvent Subscription(
        in WebhookEventHead head, JsonElement payload, string currency, SubscriptionEventType type, SubscriptionStatus status) =>
        payload.At("id").TextOrNumber() is not { } subscriptionId
            ? new UnmappedEvent(head)
            : new SubscriptionEvent(head, type, status, subscriptionId)
            {
                CustomerRef = CustomerOf(payload),
                Amount = payload.At("amount").Decimal(),
                Currency = currency,
            };

    private static SubscriptionStatus StatusOf(string? status) => status switch
    {
        "active" => SubscriptionStatus.Active,
        "suspended" => SubscriptionStatus.Paused,
        "expired" or "canceled" or "cancelled" or "terminated" => SubscriptionStatus.Canceled,
        _ => SubscriptionStatus.Unknown,
    };

    private static string? CustomerOf(JsonElement payload) => payload.At("profile", "customerProfileId").TextOrNumber();
}

/// <summary>What the mapper needs beside the body.</summary>
/// <param name="RawBody">The bytes received.</param>
/// <param name="Currency">The account's currency in upper case.</param>
/// <param name="IsTest">True in the sandbox.</param>
internal readonly record struct AuthorizeNetDelivery(ReadOnlyMemory<byte> RawBody, string Currency, bool IsTest);
