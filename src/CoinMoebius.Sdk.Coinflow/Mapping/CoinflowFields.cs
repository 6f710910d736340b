using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Coinflow.Mapping;

/// <summary>The common fields of the data of Coinflow's events, in every version.</summary>
internal static class CoinflowFields
{
    private const string DefaultCurrency = "USD";

    // The separator between the merchant's id and the merchant's own id of the buyer.
    private const char IdSeparator = '\u02AC';

    /// <summary>The metadata that the merchant sent with the payment.</summary>
    public static EventMetadata Metadata(JsonElement data)
    {
        var webhookInfo = data.At("webhookInfo");
        var metadata = EventMetadata.From(webhookInfo);
        metadata.Set("webhookInfo", webhookInfo.Text());
        return metadata;
    }

    /// <summary>The buyer. The ids take precedence, because a buyer's session may set webhookInfo.</summary>
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

    /// <summary>Cents without a currency are US dollars; an invalid currency returns null.</summary>
    public static string? Currency(JsonElement money)
    {
        var currency = money.At("currency");
        return money.ValueKind != JsonValueKind.Object || currency.Exists() ? currency.Currency() : DefaultCurrency;
    }

    /// <summary>Whole cents, in major units.</summary>
    public static decimal? Amount(JsonElement money) =>
        Currency(money) is { } currency && money.At("cents").Whole() is { } cents ? CurrencyUnits.ToMajor(cents, currency) : null;

    /// <summary>The ids of an unmapped event, as metadata. For a refund, <c>id</c> is the id of the refund.</summary>
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
