using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A line of what is bought. Source: mobbex.dev/checkout.</summary>
public sealed record MobbexItem : ApiModel
{
    /// <summary>The type of an item that is a subscription.</summary>
    public const string SubscriptionType = "subscription";

    /// <summary>Where a picture is; https, or Mobbex does not show it.</summary>
    public string? Image { get; init; }

    /// <summary>How many.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>The total of the line, not of one piece, in major units; negative for a coupon.</summary>
    public decimal? Total { get; init; }

    /// <summary>The id of the merchant that sells it, in a sale for several.</summary>
    public string? Entity { get; init; }

    /// <summary><see cref="SubscriptionType"/> for an item that signs the payer up; null else.</summary>
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

    /// <summary>The price of one piece in major units; only in notifications. The spelling of the name is inferred.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>The merchant's stock keeping unit; only in notifications.</summary>
    public string? Sku { get; init; }

    /// <summary>The id of the item; only in notifications.</summary>
    public string? Uid { get; init; }

    /// <summary>An item that signs the payer up for a subscription.</summary>
    /// <param name="subscriptionUid">The id of the subscription, as <see cref="IMobbexClient.CreateSubscriptionAsync"/> answers it.</param>
    /// <exception cref="ArgumentException"><paramref name="subscriptionUid"/> is null or blank.</exception>
    public static MobbexItem ForSubscription(string subscriptionUid)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subscriptionUid);
        return new() { Type = SubscriptionType, Reference = subscriptionUid };
    }
}
