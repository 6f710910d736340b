using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.PayPal.Mapping;

/// <summary>Maps subscriptions, and the sales that pay their periods.</summary>
internal static class PayPalSubscriptions
{
    /// <summary>Maps a sale that paid a period; null for a sale without a subscription.</summary>
    /// <param name="head">The event's head.</param>
    /// <param name="sale">The sale.</param>
    public static SubscriptionEvent? Charge(in WebhookEventHead head, JsonElement sale)
    {
        if (sale.At("billing_agreement_id").Text() is not { } subscriptionId)
        {
            return null;
        }

        var (value, currency) = PayPalFields.Amount(sale.At("amount"));
        return new(head, SubscriptionEventType.Renewed, SubscriptionStatus.Active, subscriptionId)
        {
            ChargeId = sale.At("id").Text(),
            Amount = value,
            Currency = currency,
            Reference = PayPalFields.Reference(sale),
            CustomerRef = PayPalFields.CustomerRef(sale),
        };
    }

    /// <summary>Maps a change of a subscription; null for other events.</summary>
    /// <param name="head">The event's head.</param>
    /// <param name="subscription">The subscription.</param>
    public static SubscriptionEvent? Change(in WebhookEventHead head, JsonElement subscription) => head.EventType switch
    {
        PayPalEventTypes.BillingSubscriptionActivated =>
            Subscription(head, subscription, SubscriptionEventType.Created, StatusOf(subscription, SubscriptionStatus.Active)),
        PayPalEventTypes.BillingSubscriptionReactivated =>
            Subscription(head, subscription, SubscriptionEventType.Updated, StatusOf(subscription, SubscriptionStatus.Active)),
        PayPalEventTypes.BillingSubscriptionUpdated =>
            Subscription(head, subscription, SubscriptionEventType.Updated, StatusOf(subscription, SubscriptionStatus.Unknown)),
        PayPalEventTypes.BillingSubscriptionSuspended =>
            Subscription(head, subscription, SubscriptionEventType.Updated, SubscriptionStatus.Paused),
        PayPalEventTypes.BillingSubscriptionCancelled or PayPalEventTypes.BillingSubscriptionExpired =>
            Subscription(head, subscription, SubscriptionEventType.Canceled, SubscriptionStatus.Canceled),
        PayPalEventTypes.BillingSubscriptionPaymentFailed =>
            Subscription(head, subscription, SubscriptionEventType.PaymentFailed, HasNeverPaid(subscription) ? SubscriptionStatus.Incomplete : SubscriptionStatus.PastDue),
        _ => null,
    };

    private static SubscriptionEvent? Subscription(
        in WebhookEventHead head, JsonElement subscription, SubscriptionEventType type, SubscriptionStatus status)
    {
        if (subscription.At("id").Text() is not { } id)
        {
            return null;
        }

        var billing = subscription.At("billing_info");
        var (value, currency) = type == SubscriptionEventType.PaymentFailed ? PayPalFields.Amount(billing.At("last_failed_payment", "amount"))
            : type == SubscriptionEventType.Created ? PayPalFields.Amount(billing.At("last_payment", "amount"))
            : (null, null);
        return new(head, type, status, id)
        {
            ProductId = subscription.At("plan_id").Text(),
            CustomerRef = PayPalFields.CustomerRef(subscription) ?? subscription.At("subscriber", "payer_id").Text(),

            // While payments fail, the next billing time is not the end of a paid period.
            CurrentPeriodEnd = type == SubscriptionEventType.PaymentFailed || billing.At("failed_payments_count").Whole() > 0
                ? null
                : billing.At("next_billing_time").IsoTime(),
            Amount = value,
            Currency = currency,
        };
    }

    // PayPal may count a paid period late, so the payment itself has priority.
    private static bool HasNeverPaid(JsonElement subscription)
    {
        var billing = subscription.At("billing_info");
        if (billing.At("last_payment", "amount", "value").Decimal() > 0)
        {
            return false;
        }

        return CyclesPaid(billing.At("cycle_executions")) is { } cycles ? cycles == 0 : billing.At("failed_payments_count").Exists();
    }

    private static long? CyclesPaid(JsonElement executions)
    {
        long? paid = null;
        if (executions.ValueKind == JsonValueKind.Array)
        {
            foreach (var execution in executions.EnumerateArray())
            {
                if (execution.At("tenure_type").Text() == "REGULAR" && execution.At("cycles_completed").Whole() is { } cycles)
                {
                    paid = Math.Max(paid ?? 0, cycles);
                }
            }
        }

        return paid;
    }

    private static SubscriptionStatus StatusOf(JsonElement subscription, SubscriptionStatus fallback) =>
        subscription.At("status").Text() switch
        {
            null => fallback,
            "ACTIVE" => SubscriptionStatus.Active,
            "SUSPENDED" => SubscriptionStatus.Paused,
            "CANCELLED" or "EXPIRED" => SubscriptionStatus.Canceled,
            "APPROVAL_PENDING" or "APPROVED" => SubscriptionStatus.Incomplete,
            _ => SubscriptionStatus.Unknown,
        };
}
