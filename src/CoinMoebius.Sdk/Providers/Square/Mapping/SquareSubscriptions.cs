using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Square.Mapping;

/// <summary>Maps subscriptions, and the invoices that charge their periods.</summary>
internal static class SquareSubscriptions
{
    /// <summary>Maps a created or changed subscription; null when it has no id.</summary>
    /// <param name="head">The event's head.</param>
    /// <param name="subscription">The subscription.</param>
    /// <param name="type">The type according to the event's name.</param>
    public static SubscriptionEvent? Change(in WebhookEventHead head, JsonElement subscription, SubscriptionEventType type)
    {
        if (subscription.At("id").Text() is not { } id)
        {
            return null;
        }

        // A cancellation has no separate event. COMPLETED means a finished plan; PENDING has not begun yet.
        var (meaning, status) = subscription.At("status").Text() switch
        {
            "ACTIVE" => (type, SubscriptionStatus.Active),
            "PENDING" => (type, SubscriptionStatus.Incomplete),
            "PAUSED" => (SubscriptionEventType.Updated, SubscriptionStatus.Paused),
            "CANCELED" or "DEACTIVATED" or "COMPLETED" => (SubscriptionEventType.Canceled, SubscriptionStatus.Canceled),
            _ => (type, SubscriptionStatus.Unknown),
        };
        var price = SquareMoney.From(subscription.At("price_override_money"));
        return new(head, meaning, status, id)
        {
            ProductId = subscription.At("plan_variation_id").Text() ?? subscription.At("plan_id").Text(),
            CustomerRef = subscription.At("customer_id").Text(),
            CurrentPeriodEnd = subscription.At("charged_through_date").IsoTime(),
            CancelsAt = status == SubscriptionStatus.Canceled ? null : subscription.At("canceled_date").IsoTime(),
            Amount = price?.Amount,
            Currency = price?.Currency,
        };
    }

    /// <summary>
    /// Maps a paid invoice; null when it is not fully paid, or has no subscription, since its payment has a separate event.
    /// </summary>
    /// <param name="head">The event's head.</param>
    /// <param name="invoice">The invoice.</param>
    public static SubscriptionEvent? PaidInvoice(in WebhookEventHead head, JsonElement invoice) =>
        invoice.At("status").Text() is null or "PAID" or "PARTIALLY_REFUNDED" or "REFUNDED"
            ? Cycle(head, invoice, SubscriptionEventType.Renewed, SubscriptionStatus.Active, "total_completed_amount_money")
            : null;

    /// <summary>Maps an invoice that could not be charged; null when it has no subscription.</summary>
    /// <param name="head">The event's head.</param>
    /// <param name="invoice">The invoice.</param>
    public static SubscriptionEvent? FailedInvoice(in WebhookEventHead head, JsonElement invoice) =>
        Cycle(head, invoice, SubscriptionEventType.PaymentFailed, SubscriptionStatus.PastDue, "computed_amount_money");

    private static SubscriptionEvent? Cycle(
        in WebhookEventHead head, JsonElement invoice, SubscriptionEventType type, SubscriptionStatus status, string amountField)
    {
        if (invoice.At("subscription_id").Text() is not { } subscriptionId)
        {
            return null;
        }

        var money = SumOf(invoice.At("payment_requests"), amountField);
        return new(head, type, status, subscriptionId)
        {
            ChargeId = invoice.At("id").Text(),
            CustomerRef = invoice.At("primary_recipient", "customer_id").Text(),
            Amount = money?.Amount,
            Currency = money?.Currency,
            Metadata = SquareIds.OfInvoice(invoice).ToDictionary(),
        };
    }

    // An invoice may be paid in parts, each with its own request. A part without an amount makes the sum unknown.
    private static SquareMoney? SumOf(JsonElement requests, string amountField)
    {
        if (requests.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        SquareMoney? sum = null;
        foreach (var request in requests.EnumerateArray())
        {
            if ((SquareMoney.From(request.At(amountField)) ?? SquareMoney.From(request.At("computed_amount_money"))) is not { } part
                || (sum is { } before && before.Currency != part.Currency))
            {
                return null;
            }

            sum = part with { Amount = part.Amount + (sum?.Amount ?? 0) };
        }

        return sum;
    }
}
