using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Mobbex.Mapping;

/// <summary>Where a notification names a subscription and its subscriber.</summary>
/// <param name="Subscription">The plan.</param>
/// <param name="Subscriber">Who signed up for it.</param>
internal readonly record struct SubscriptionNode(JsonElement Subscription, JsonElement Subscriber)
{
    // Each charge of such a plan has a total of its own.
    private const string Manual = "manual";

    public string? SubscriptionUid => Subscription.At("uid").TextOrNumber();

    public string? SubscriberUid => Subscriber.At("uid").TextOrNumber();

    /// <summary>What a cycle costs; null where that is not said, or not fixed.</summary>
    public decimal? Price =>
        Subscription.At("type").Text() == Manual ? null : Subscriber.At("total").Decimal() ?? Subscription.At("total").Decimal()
            ?? Subscriber.At("subscription", "total").Decimal();

    /// <summary>The nodes themselves, or those of the first subscription that was bought in a checkout.</summary>
    public static SubscriptionNode Of(JsonElement data)
    {
        var bought = data.At("subscriptions").First();
        return data.At("subscriber").Exists() || !bought.Exists()
            ? new(data.At("subscription"), data.At("subscriber"))
            : new(bought.At("subscription").Exists() ? bought.At("subscription") : bought, bought.At("subscriber"));
    }

    /// <summary>
    /// The subscriber that the payment of a checkout belongs to, as a document or as its id alone; null where several subscriptions were bought.
    /// </summary>
    public static string? OnlySubscriberOf(JsonElement data)
    {
        var bought = data.At("subscriptions");
        return bought.ValueKind == JsonValueKind.Array && bought.GetArrayLength() > 1
            ? null
            : Of(data).SubscriberUid ?? bought.First().At("subscriber").TextOrNumber();
    }
}
