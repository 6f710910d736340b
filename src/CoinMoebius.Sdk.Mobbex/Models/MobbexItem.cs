using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>An item of a checkout. Source: mobbex.dev/checkout.</summary>
public sealed record MobbexItem : ApiModel
{
    /// <summary>The type of an item that is a subscription.</summary>
    public const string SubscriptionType = "subscription";

    /// <summary>The address of a picture; Mobbex shows it only with https.</summary>
    public string? Image { get; init; }

    /// <summary>The quantity.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The total of the line (not the unit price) in major units; negative for a coupon.</summary>
    public decimal? Total { get; init; }

    /// <summary>The id of the merchant that sells the item, in a sale for several merchants.</summary>
    public string? Entity { get; init; }

    /// <summary><see cref="SubscriptionType"/> for an item that subscribes the payer; otherwise null.</summary>
    public string? Type { get; init; }

    /// <summary>The id of the subscription; in notifications also the merchant's reference of the item.</summary>
    public string? Reference { get; init; }

    /// <summary>The internal id; only in notifications.</summary>
    [JsonPropertyName("_id")]
    public string? RecordId { get; init; }

    /// <summary>The id of the category; only in notifications.</summary>
    public string? CategoryId { get; init; }

    /// <summary>The id of the product; only in notifications.</summary>
    public string? ProductId { get; init; }

    /// <summary>The unit price in major units; only in notifications. The spelling of the name is inferred.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>The merchant's stock keeping unit; only in notifications.</summary>
    public string? Sku { get; init; }

    /// <summary>The id of the item; only in notifications.</summary>
    public string? Uid { get; init; }

    /// <summary>Creates an item that subscribes the payer.</summary>
    /// <param name="subscriptionUid">The id of the subscription, as <see cref="IMobbexClient.CreateSubscriptionAsync"/> returns it.</param>
    /// <exception cref="ArgumentException"><paramref name="subscriptionUid"/> is null or blank.</exception>
    public static MobbexItem ForSubscription(string subscriptionUid)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subscriptionUid);
        return new() { Type = SubscriptionType, Reference = subscriptionUid };
    }
}
