using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.PayPal.Mapping;

/// <summary>Reads the common fields of PayPal's resources, in both API versions.</summary>
internal static class PayPalFields
{
    /// <summary>Reads money of the second API version (<c>value</c>, <c>currency_code</c>) or the first (<c>total</c>, <c>currency</c>).</summary>
    public static (decimal? Value, string? Currency) Amount(JsonElement money)
    {
        var value = money.At("value").Decimal() ?? money.At("total").Decimal();
        var currency = money.At("currency_code").Currency() ?? money.At("currency").Currency();
        return value is null || currency is null ? (null, null) : (value, currency);
    }

    /// <summary>Reads money without the minus sign that the first API version puts before refunds.</summary>
    public static (decimal? Value, string? Currency) Magnitude(JsonElement money)
    {
        var (value, currency) = Amount(money);
        return (value is { } known ? Math.Abs(known) : null, currency);
    }

    /// <summary>Sums the purchase units of an order; null when one has no amount or another currency.</summary>
    public static (decimal? Value, string? Currency) SumOf(JsonElement units)
    {
        (decimal? Value, string? Currency) sum = (null, null);
        if (units.ValueKind == JsonValueKind.Array)
        {
            foreach (var unit in units.EnumerateArray())
            {
                var amount = Amount(unit.At("amount"));
                if (amount.Value is null || (sum.Currency is not null && sum.Currency != amount.Currency))
                {
                    return (null, null);
                }

                sum = (sum.Value is null ? amount.Value : sum.Value + amount.Value, amount.Currency);
            }
        }

        return sum;
    }

    /// <summary>Returns the merchant's own number, <c>invoice_number</c> in the first API version and in disputes.</summary>
    public static string? Reference(JsonElement details) => details.At("invoice_id").Text() ?? details.At("invoice_number").Text();

    /// <summary>Returns the merchant's own id of the buyer, <c>custom</c> in the first API version.</summary>
    public static string? CustomerRef(JsonElement details) => details.At("custom_id").Text() ?? details.At("custom").Text();

    /// <summary>Returns the order of a capture or refund, or null.</summary>
    public static string? OrderId(JsonElement resource) =>
        resource.At("supplementary_data", "related_ids", "order_id").Text() ?? LinkedId(resource, "/checkout/orders/");

    /// <summary>Returns the refunded capture, which usually only a link names.</summary>
    public static string? RefundedCapture(JsonElement refund) => LinkedId(refund, "/captures/") ?? refund.At("capture_id").Text();

    private static string? LinkedId(JsonElement resource, string folder)
    {
        var links = resource.At("links");
        if (links.ValueKind == JsonValueKind.Array)
        {
            foreach (var link in links.EnumerateArray())
            {
                if (link.At("rel").Text() == "up" && link.At("href").Text() is { } href
                    && href.LastIndexOf(folder, StringComparison.Ordinal) is >= 0 and var at
                    && href[(at + folder.Length)..] is { Length: > 0 } id)
                {
                    return id;
                }
            }
        }

        return null;
    }
}
