using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>Maps events about subscriptions. Returns null for events without a neutral meaning.</summary>
internal static class StripeSubscriptionMapper
{
    public static WebhookEvent? Map(in StripeMessage message, SubscriptionEventType type)
    {
        var subscription = message.Data;
        if (subscription.At("id").Text() is not { } id)
        {
            return null;
        }

        var status = StatusOf(subscription.At("status").Text());
        var items = subscription.At("items");
        var item = LastToEnd(items.At("data"));
        var price = item.At("price");
        var currency = (price.At("currency").Exists() ? price : subscription).At("currency").Currency();
        var metadata = EventMetadata.From(subscription.At("metadata"));
        return new SubscriptionEvent(message.Head, type, status, id)
        {
            ProductId = price.At("product").Id() ?? item.At("plan", "product").Id(),
            CustomerRef = metadata.CustomerRef ?? subscription.At("customer").Id(),
            Reference = EventMetadata.ReferenceIn(subscription.At("metadata")),
            CurrentPeriodEnd = Period(subscription, item, IsOwed(subscription) ? "current_period_start" : "current_period_end"),
            CancelsAt = status == SubscriptionStatus.Canceled || type == SubscriptionEventType.Canceled ? null : CancelsAt(subscription, item),
            Amount = StripeFields.ToMajor(PriceOf(items), currency),
            Currency = currency,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static SubscriptionStatus StatusOf(string? status) => status switch
    {
        "active" or "trialing" => SubscriptionStatus.Active,
        "past_due" or "unpaid" => SubscriptionStatus.PastDue,
        "incomplete" => SubscriptionStatus.Incomplete,
        "canceled" or "incomplete_expired" => SubscriptionStatus.Canceled,
        "paused" => SubscriptionStatus.Paused,
        _ => SubscriptionStatus.Unknown,
    };

    /// <summary>True when the current period is unpaid; Stripe begins it nevertheless.</summary>
    private static bool IsOwed(JsonElement subscription) =>
        subscription.At("status").Text() is "past_due" or "unpaid" or "incomplete" or "incomplete_expired"
        || subscription.At("cancellation_details", "reason").Is("payment_failed"u8);

    private static DateTimeOffset? CancelsAt(JsonElement subscription, JsonElement item) =>
        subscription.At("cancel_at").UnixSeconds()
        ?? (subscription.At("cancel_at_period_end").IsTrue() ? Period(subscription, item, "current_period_end") : null);

    // API versions before basil have the period on the subscription, later ones on each item.
    private static DateTimeOffset? Period(JsonElement subscription, JsonElement item, string edge) =>
        (subscription.At(edge).Exists() ? subscription : item).At(edge).UnixSeconds();

    private static JsonElement LastToEnd(JsonElement items)
    {
        var last = default(JsonElement);
        if (items.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in items.EnumerateArray())
            {
                if (!last.Exists() || IsBetter(item, last))
                {
                    last = item;
                }
            }
        }

        return last;
    }

    private static bool IsBetter(JsonElement item, JsonElement best)
    {
        var (end, bestEnd) = (item.At("current_period_end").Whole() ?? 0, best.At("current_period_end").Whole() ?? 0);
        return end > bestEnd || (end == bestEnd && (CostOf(item) ?? -1) > (CostOf(best) ?? -1));
    }

    /// <summary>Returns the price of a cycle in minor units; null when it depends on usage, or the items' cycles differ.</summary>
    private static long? PriceOf(JsonElement items)
    {
        var list = items.At("data");
        if (items.At("has_more").IsTrue() || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            return null;
        }

        long? sum = 0;
        var interval = list[0].At("price", "recurring", "interval").Text();
        var count = list[0].At("price", "recurring", "interval_count").Whole();
        foreach (var item in list.EnumerateArray())
        {
            var recurring = item.At("price", "recurring");
            sum = recurring.At("interval").Text() == interval && recurring.At("interval_count").Whole() == count ? Sum(sum, CostOf(item)) : null;
        }

        return sum;
    }

    private static long? CostOf(JsonElement item)
    {
        var price = item.At("price");
        var isFixed = !price.At("recurring", "usage_type").Is("metered"u8)
            && !item.At("plan", "usage_type").Is("metered"u8)
            && !price.At("billing_scheme").Is("tiered"u8)
            && !price.At("transform_quantity").Exists();
        return isFixed ? Product(price.At("unit_amount").Whole(), item.At("quantity").Whole() ?? 1) : null;
    }

    private static long? Product(long? price, long quantity) =>
        price is { } each && (decimal)each * quantity is >= long.MinValue and <= long.MaxValue and var cost ? (long)cost : null;

    private static long? Sum(long? one, long? other) =>
        one is { } a && other is { } b && (decimal)a + b is >= long.MinValue and <= long.MaxValue and var sum ? (long)sum : null;
}
