using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Mobbex.Mapping;

/// <summary>The subscription and the subscriber of a notification.</summary>
/// <param name="Subscription">The plan.</param>
/// <param name="Subscriber">The subscriber of the plan.</param>
internal readonly record struct SubscriptionNode(JsonElement Subscription, JsonElement Subscriber)
{
    // Each charge of such a plan has its own total.
    private const string Manual = "manual";

    public string? SubscriptionUid => Subscription.At("uid").TextOrNumber();

    public string? SubscriberUid => Subscriber.At("uid").TextOrNumber();

    /// <summary>The price of a cycle; null when it is absent or not fixed.</summary>
    public decimal? Price =>
        Subscription.At("type").Text() == Manual ? null : Subscriber.At("total").Decimal() ?? Subscription.At("total").Decimal()
            ?? Subscriber.At("subscription", "total").Decimal();

    /// <summary>Reads the nodes at the root, or those of the first subscription that was bought in a checkout.</summary>
    public static SubscriptionNode Of(JsonElement data)
    {
        var bought = data.At("subscriptions").First();
        return data.At("subscriber").Exists() || !bought.Exists()
            ? new(data.At("subscription"), data.At("subscriber"))
            : new(bought.At("subscription").Exists() ? bought.At("subscription") : bought, bought.At("subscriber"));
    }

    /// <summary>
    /// Returns the id of the subscriber of a checkout's payment, given as an object or as an id; null when several subscriptions were bought.
    /// </summary>
    public static string? OnlySubscriberOf(JsonElement data)
    {
        var bought = data.At("subscriptions");
        return bought.ValueKind == JsonValueKind.Array && bought.GetArrayLength() > 1
            ? null
            : Of(data).SubscriberUid ?? bought.First().At("subscriber").TextOrNumber();
    }
}
