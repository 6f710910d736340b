using System.Globalization;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.PayPal;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The resources of PayPal's webhooks about subscriptions. A paid period is a sale; a free trial has none.</summary>
internal static class PayPalSubscriptionBodies
{
    public static (string Type, string ResourceType, JsonObject Resource) Create(PayPalWebhookSigner signer, TestSubscription subscription, DateTimeOffset now) =>
        subscription.Type.Value switch
        {
            SubscriptionEventType.Values.Created =>
                (PayPalEventTypes.BillingSubscriptionActivated, "subscription", Subscription(subscription, now, "ACTIVE")),
            SubscriptionEventType.Values.Renewed when !subscription.IsTrial => (PayPalEventTypes.PaymentSaleCompleted, "sale", Sale(subscription, now)),
            SubscriptionEventType.Values.PaymentFailed =>
                (PayPalEventTypes.BillingSubscriptionPaymentFailed, "subscription", Subscription(subscription, now, "ACTIVE")),
            SubscriptionEventType.Values.Updated when subscription.Status == SubscriptionStatus.Paused =>
                (PayPalEventTypes.BillingSubscriptionSuspended, "subscription", Subscription(subscription, now, "SUSPENDED")),
            SubscriptionEventType.Values.Updated =>
                (PayPalEventTypes.BillingSubscriptionUpdated, "subscription", Subscription(subscription, now, StatusOf(subscription))),
            SubscriptionEventType.Values.Canceled =>
                (PayPalEventTypes.BillingSubscriptionCancelled, "subscription", Subscription(subscription, now, "CANCELLED")),
            _ => throw signer.Unsupported(subscription.Type),
        };

    // An outstanding amount does not change the status: PayPal suspends later.
    private static string StatusOf(TestSubscription subscription) =>
        subscription.Status == SubscriptionStatus.Incomplete ? "APPROVAL_PENDING" : subscription.Status == SubscriptionStatus.Canceled ? "CANCELLED" : "ACTIVE";

    // Sales belong to the first API version.
    private static JsonObject Sale(TestSubscription subscription, DateTimeOffset now) => new()
    {
        ["id"] = subscription.ChargeId ?? $"S{subscription.SubscriptionId}-{subscription.StartAt(now).ToUnixTimeSeconds()}",
        ["billing_agreement_id"] = subscription.SubscriptionId,
        ["amount"] = new JsonObject
        {
            ["total"] = subscription.Amount.ToString(CultureInfo.InvariantCulture),
            ["currency"] = subscription.Currency,
        },
        ["invoice_number"] = subscription.Reference,
        ["custom"] = subscription.CustomerRef,
        ["state"] = "completed",
        ["payment_mode"] = "INSTANT_TRANSFER",
        ["create_time"] = Text(subscription.StartAt(now)),
    };

    private static JsonObject Subscription(TestSubscription subscription, DateTimeOffset now, string status)
    {
        var isFailure = subscription.Type == SubscriptionEventType.PaymentFailed;
        var isPaid = !subscription.IsTrial && subscription.Status != SubscriptionStatus.Incomplete;
        var price = PayPalWebhookSigner.Money(subscription.Amount, subscription.Currency);
        var billing = new JsonObject
        {
            ["outstanding_balance"] = isFailure ? price.DeepClone() : PayPalWebhookSigner.Money(0.0m, subscription.Currency),
            ["cycle_executions"] = new JsonArray(Cycle("REGULAR", sequence: 1, completed: isPaid ? 1 : 0)),
            ["failed_payments_count"] = isFailure ? 1 : 0,
        };
        if (subscription.IsTrial)
        {
            billing["cycle_executions"] = new JsonArray(Cycle("TRIAL", sequence: 1, completed: 1), Cycle("REGULAR", sequence: 2, completed: 0));
        }

        if (isPaid)
        {
            billing["last_payment"] = new JsonObject { ["amount"] = price.DeepClone(), ["time"] = Text(subscription.StartAt(now)) };
        }

        if (isFailure)
        {
            billing["last_failed_payment"] = new JsonObject
            {
                ["amount"] = price,
                ["time"] = Text(subscription.StartAt(now)),
                ["reason_code"] = "PAYMENT_DENIED",
            };
        }

        if (status != "CANCELLED")
        {
            billing["next_billing_time"] = Text(subscription.EndAt(now));
        }

        return new()
        {
            ["id"] = subscription.SubscriptionId,
            ["plan_id"] = subscription.ProductId ?? "P-5ML4271244454362WXNWU5NQ",
            ["status"] = status,
            ["quantity"] = "1",
            ["custom_id"] = subscription.CustomerRef,
            ["subscriber"] = new JsonObject { ["payer_id"] = "2J6QB8YJQSJRJ" },
            ["billing_info"] = billing,
        };
    }

    private static JsonObject Cycle(string tenure, int sequence, int completed) => new()
    {
        ["tenure_type"] = tenure,
        ["sequence"] = sequence,
        ["cycles_completed"] = completed,
        ["cycles_remaining"] = 0,
        ["total_cycles"] = 0,
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
