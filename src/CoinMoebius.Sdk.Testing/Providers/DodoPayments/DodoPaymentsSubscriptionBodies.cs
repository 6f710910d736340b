using System.Globalization;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.DodoPayments;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The data of Dodo Payments' webhooks about subscriptions.</summary>
internal static class DodoPaymentsSubscriptionBodies
{
    private static readonly TimeSpan Cycle = TimeSpan.FromDays(30);

    public static (string Type, JsonObject Data) Create(DodoPaymentsWebhookSigner signer, TestSubscription subscription, DateTimeOffset now)
    {
        var (type, status) = subscription.Type.Value switch
        {
            SubscriptionEventType.Values.Created => (DodoPaymentsEventTypes.SubscriptionActive, "active"),
            SubscriptionEventType.Values.Renewed => (DodoPaymentsEventTypes.SubscriptionRenewed, "active"),
            SubscriptionEventType.Values.PaymentFailed => (DodoPaymentsEventTypes.SubscriptionFailed, "failed"),
            SubscriptionEventType.Values.Canceled => (DodoPaymentsEventTypes.SubscriptionCancelled, "cancelled"),
            SubscriptionEventType.Values.Updated => Update(subscription.Status),
            _ => throw signer.Unsupported(subscription.Type),
        };
        return (type, Data(subscription, status, subscription.StartAt(now)));
    }

    private static (string Type, string Status) Update(SubscriptionStatus status) => status.Value switch
    {
        SubscriptionStatus.Values.PastDue => (DodoPaymentsEventTypes.SubscriptionOnHold, "on_hold"),
        SubscriptionStatus.Values.Paused => (DodoPaymentsEventTypes.SubscriptionPaused, "paused"),
        SubscriptionStatus.Values.Incomplete => (DodoPaymentsEventTypes.SubscriptionUpdated, "pending"),
        SubscriptionStatus.Values.Canceled => (DodoPaymentsEventTypes.SubscriptionUpdated, "cancelled"),
        _ => (DodoPaymentsEventTypes.SubscriptionUpdated, "active"),
    };

    // The amount is the price without tax, also for a trial; previous_billing_date is the charge that paid this period.
    private static JsonObject Data(TestSubscription subscription, string status, DateTimeOffset start) => new()
    {
        ["payload_type"] = "Subscription",
        ["subscription_id"] = subscription.SubscriptionId,
        ["product_id"] = subscription.ProductId ?? "pdt_Test0000000000000001",
        ["quantity"] = 1,
        ["status"] = status,
        ["recurring_pre_tax_amount"] = DodoPaymentsWebhookSigner.Minor(subscription.Amount, subscription.Currency),
        ["currency"] = subscription.Currency,
        ["tax_inclusive"] = false,
        ["trial_period_days"] = subscription.IsTrial ? (int)(subscription.EndAt(start) - start).TotalDays : 0,
        ["payment_frequency_count"] = 1,
        ["payment_frequency_interval"] = "Month",
        ["created_at"] = Text(subscription.IsFirstPeriod || subscription.Type == SubscriptionEventType.Created ? start : start - Cycle),
        ["previous_billing_date"] = Text(start),
        ["next_billing_date"] = Text(subscription.EndAt(start)),
        ["cancel_at_next_billing_date"] = subscription.CancelsAtPeriodEnd,
        ["cancelled_at"] = status == "cancelled" ? Text(start) : null,
        ["customer"] = DodoPaymentsWebhookSigner.Customer(),
        ["metadata"] = Metadata(subscription),
    };

    private static JsonObject Metadata(TestSubscription subscription)
    {
        var metadata = new JsonObject();
        if (subscription.CustomerRef is not null)
        {
            metadata["customerRef"] = subscription.CustomerRef;
        }

        if (subscription.Reference is not null)
        {
            metadata["order_id"] = subscription.Reference;
        }

        return metadata;
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
