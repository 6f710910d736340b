using System.Globalization;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Square;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// The objects of Square's webhooks about subscriptions. A period that was paid or failed is an invoice; a cancellation is an update.
/// </summary>
internal static class SquareSubscriptionBodies
{
    private const string Location = "LH2ZVFQZPA1R5";

    public static (string Type, string Name, JsonObject Data) Create(SquareWebhookSigner signer, TestSubscription subscription, DateTimeOffset now)
    {
        var start = subscription.StartAt(now);
        return subscription.Type.Value switch
        {
            SubscriptionEventType.Values.Created => (SquareEventTypes.SubscriptionCreated, "subscription", Subscription(subscription, start)),
            SubscriptionEventType.Values.Updated or SubscriptionEventType.Values.Canceled =>
                (SquareEventTypes.SubscriptionUpdated, "subscription", Subscription(subscription, start)),
            SubscriptionEventType.Values.Renewed => (SquareEventTypes.InvoicePaymentMade, "invoice", Invoice(subscription, start, "PAID")),
            SubscriptionEventType.Values.PaymentFailed => (SquareEventTypes.InvoiceScheduledChargeFailed, "invoice", Invoice(subscription, start, "UNPAID")),
            _ => throw signer.Unsupported(subscription.Type),
        };
    }

    private static JsonObject Subscription(TestSubscription subscription, DateTimeOffset start)
    {
        var end = Date(subscription.EndAt(start));
        var isOver = subscription.Type == SubscriptionEventType.Canceled;
        var data = new JsonObject
        {
            ["id"] = subscription.SubscriptionId,
            ["location_id"] = Location,
            ["plan_variation_id"] = subscription.ProductId ?? "FQ7CDXXWSLUJRPM3GFJSJGZ7",
            ["customer_id"] = subscription.CustomerRef,
            ["start_date"] = Date(start),
            ["charged_through_date"] = end,
            ["status"] = isOver ? "CANCELED" : StatusOf(subscription.Status),
            ["price_override_money"] = SquareWebhookSigner.Money(subscription.Amount, subscription.Currency),
            ["version"] = 1,
            ["timezone"] = "UTC",
        };
        if (isOver || subscription.CancelsAtPeriodEnd)
        {
            data["canceled_date"] = end;
        }

        return data;
    }

    // The subscription does not report an outstanding amount.
    private static string StatusOf(SubscriptionStatus status) => status.Value switch
    {
        SubscriptionStatus.Values.Paused => "PAUSED",
        SubscriptionStatus.Values.Canceled => "CANCELED",
        SubscriptionStatus.Values.Incomplete => "PENDING",
        _ => "ACTIVE",
    };

    private static JsonObject Invoice(TestSubscription subscription, DateTimeOffset start, string status)
    {
        var isPaid = status == "PAID";
        var amount = subscription.IsTrial ? 0 : subscription.Amount;
        return new()
        {
            ["id"] = subscription.ChargeId ?? $"inv:0-{subscription.SubscriptionId}-{start.ToUnixTimeSeconds()}",
            ["version"] = 2,
            ["location_id"] = Location,
            ["order_id"] = "order_" + subscription.SubscriptionId,
            ["primary_recipient"] = new JsonObject { ["customer_id"] = subscription.CustomerRef },
            ["payment_requests"] = new JsonArray(new JsonObject
            {
                ["uid"] = "2da7964f-f3d2-4f43-81e8-5aa220bf3355",
                ["request_type"] = "BALANCE",
                ["due_date"] = Date(start),
                ["computed_amount_money"] = SquareWebhookSigner.Money(amount, subscription.Currency),
                ["total_completed_amount_money"] = SquareWebhookSigner.Money(isPaid ? amount : 0, subscription.Currency),
            }),
            ["invoice_number"] = "000001",
            ["status"] = status,
            ["subscription_id"] = subscription.SubscriptionId,
        };
    }

    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
