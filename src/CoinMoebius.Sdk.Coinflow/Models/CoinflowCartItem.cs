using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// An item in the cart, for chargeback protection: a product, a gift card, a crypto coin or a top-up, by <see cref="ItemClass"/>.
/// </summary>
/// <remarks>
/// Prices here are decimal numbers in major units, not cents. Source: <c>chargebackProtectionData</c> of
/// https://docs.coinflow.cash/openapi.json.
/// </remarks>
public sealed record CoinflowCartItem : ApiModel
{
    /// <summary>Null for a product; otherwise one of <see cref="CoinflowItemClasses"/>.</summary>
    public string? ItemClass { get; init; }

    /// <summary>A product's name.</summary>
    public string? ProductName { get; init; }

    /// <summary>A product's kind, for example <c>inGameProduct</c> or <c>digitalContent</c>; <c>giftCard</c> for a gift card.</summary>
    public string? ProductType { get; init; }

    /// <summary>The quantity, for all items except coins.</summary>
    public int? Quantity { get; init; }

    /// <summary>A product's price.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowItemPrice>))]
    public CoinflowItemPrice? ListPrice { get; init; }

    /// <summary>The seller of a product, in Coinflow's format.</summary>
    public JsonNode? Seller { get; init; }

    /// <summary>Further data about a product, in any format.</summary>
    public JsonObject? RawProductData { get; init; }

    /// <summary>A gift card's id.</summary>
    public string? Id { get; init; }

    /// <summary>How a gift card is delivered: <c>digital</c> or <c>physical</c>.</summary>
    public string? ItemFulfillment { get; init; }

    /// <summary>The price of a gift card or top-up.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowItemPrice>))]
    public CoinflowItemPrice? SellingPrice { get; init; }

    /// <summary>The amount of a coin, as a decimal text.</summary>
    public string? Units { get; init; }

    /// <summary>The coin.</summary>
    public string? CryptoCurrency { get; init; }

    /// <summary>The price of one coin.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowItemPrice>))]
    public CoinflowItemPrice? UnitPrice { get; init; }

    /// <summary>The recipient of the coins, in Coinflow's format.</summary>
    public JsonObject? RecipientInfo { get; init; }

    /// <summary>The amount that a top-up adds.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowItemPrice>))]
    public CoinflowItemPrice? TopUpAmount { get; init; }

    /// <summary>True when the payer chose a top-up's amount from a list.</summary>
    public bool? IsPresetAmount { get; init; }

    internal void Check()
    {
        var isComplete = ItemClass switch
        {
            null => ProductName is { Length: > 0 } && ProductType is { Length: > 0 } && Quantity > 0,
            CoinflowItemClasses.GiftCard => Id is { Length: > 0 } && ProductType is { Length: > 0 } && Quantity > 0 && ItemFulfillment is { Length: > 0 } && SellingPrice is not null,
            CoinflowItemClasses.Crypto => Units is { Length: > 0 } && CryptoCurrency is { Length: > 0 } && UnitPrice is not null && RecipientInfo is not null,
            CoinflowItemClasses.MoneyTopUp => SellingPrice is not null && TopUpAmount is not null && Quantity > 0 && IsPresetAmount is not null,
            _ => true,
        };
        CoinflowChecks.Require(isComplete, nameof(CoinflowPurchaseRequest.ChargebackProtectionData), ItemClass switch
        {
            CoinflowItemClasses.GiftCard => "a gift card needs Id, ProductType, Quantity, ItemFulfillment and SellingPrice.",
            CoinflowItemClasses.Crypto => "coins need Units, CryptoCurrency, UnitPrice and RecipientInfo.",
            CoinflowItemClasses.MoneyTopUp => "a top-up needs SellingPrice, TopUpAmount, Quantity and IsPresetAmount.",
            _ => "a product needs ProductName, ProductType and Quantity.",
        });
    }
}

/// <summary>Classes of cart items other than plain products.</summary>
public static class CoinflowItemClasses
{
    /// <summary>A gift card.</summary>
    public const string GiftCard = "giftCard";

    /// <summary>A crypto coin.</summary>
    public const string Crypto = "crypto";

    /// <summary>A top-up of a balance.</summary>
    public const string MoneyTopUp = "moneyTopUp";
}

/// <summary>A price in major units.</summary>
public sealed record CoinflowItemPrice : ApiModel
{
    /// <summary>The currency.</summary>
    public string? Currency { get; init; }

    /// <summary>The price: 19.99 is 19.99.</summary>
    public decimal? ValueInCurrency { get; init; }
}
