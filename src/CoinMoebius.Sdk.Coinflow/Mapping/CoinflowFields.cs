using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Coinflow.Mapping;

/// <summary>What the data of Coinflow's events have in common, in every version.</summary>
internal static class CoinflowFields
{
    private const string DefaultCurrency = "USD";

    // Between the merchant's id and the merchant's own id of the buyer.
    private const char IdSeparator = '\u02AC';

    /// <summary>What the merchant sent along with the payment.</summary>
    public static EventMetadata Metadata(JsonElement data)
    {
        var webhookInfo = data.At("webhookInfo");
        var metadata = EventMetadata.From(webhookInfo);
        metadata.Set("webhookInfo", webhookInfo.Text());
        return metadata;
    }

    /// <summary>The buyer. A buyer's session may set webhookInfo; the ids are the merchant's.</summary>
    public static string? CustomerRef(JsonElement data, in EventMetadata metadata)
    {
        if (data.At("rawCustomerId").Text() is { } raw)
        {
            return raw;
        }

        var id = data.At("customerId").Text() ?? data.At("wallet").Text();
        var separator = id.AsSpan().IndexOf(IdSeparator);
        return separator >= 0 && separator + 1 < id!.Length ? id[(separator + 1)..] : metadata.CustomerRef ?? id;
    }

    /// <summary>The subscription of a payment: its id, or an object that has one.</summary>
    public static string? SubscriptionOf(JsonElement data)
    {
        var subscription = data.At("subscription");
        return subscription.Text() ?? subscription.At("subscriptionId").Text() ?? subscription.At("id").Text() ?? subscription.At("_id").Text();
    }

    /// <summary>Cents without a currency are US dollars; a currency of another shape is not.</summary>
    public static string? Currency(JsonElement money)
    {
        var currency = money.At("currency");
        return money.ValueKind != JsonValueKind.Object || currency.Exists() ? currency.Currency() : DefaultCurrency;
    }

    /// <summary>Whole cents, in major units.</summary>
    public static decimal? Amount(JsonElement money) =>
        Currency(money) is { } currency && money.At("cents").Whole() is { } cents ? CurrencyUnits.ToMajor(cents, currency) : null;

    /// <summary>What an event that stays unmapped is about, as metadata. Of a refund, <c>id</c> is the refund's.</summary>
    public static IReadOnlyDictionary<string, string> Ids(JsonElement data, bool isRefund)
    {
        var metadata = default(EventMetadata);
        metadata.Set("paymentId", data.At("paymentId").Text() ?? (isRefund ? null : data.At("id").Text()));
        metadata.Set("refundId", isRefund ? CoinflowRefunds.IdOf(data) : null);
        metadata.Set("disputeId", data.At("chargebackId").Text());
        metadata.Set("subscriptionId", data.At("subscriptionId").Text() ?? SubscriptionOf(data));
        metadata.Set("status", data.At("status").Text());
        return metadata.ToDictionary();
    }
}
