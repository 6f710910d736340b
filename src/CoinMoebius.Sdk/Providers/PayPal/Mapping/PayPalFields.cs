using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.PayPal.Mapping;

/// <summary>What PayPal's resources have in common, in both API versions.</summary>
internal static class PayPalFields
{
    /// <summary>Money of the second API version (<c>value</c>, <c>currency_code</c>) or of the first (<c>total</c>, <c>currency</c>).</summary>
    public static (decimal? Value, string? Currency) Amount(JsonElement money)
    {
        var value = money.At("value").Decimal() ?? money.At("total").Decimal();
        var currency = money.At("currency_code").Currency() ?? money.At("currency").Currency();
        return value is null || currency is null ? (null, null) : (value, currency);
    }

    /// <summary>The same without the minus sign that the first API version gives to what goes back.</summary>
    public static (decimal? Value, string? Currency) Magnitude(JsonElement money)
    {
        var (value, currency) = Amount(money);
        return (value is { } known ? Math.Abs(known) : null, currency);
    }

    /// <summary>What all purchase units of an order cost; nothing where one does not say, or says it in another currency.</summary>
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

    /// <summary>The merchant's own number; the first API version and disputes call it <c>invoice_number</c>.</summary>
    public static string? Reference(JsonElement details) => details.At("invoice_id").Text() ?? details.At("invoice_number").Text();

    /// <summary>The merchant's own id of the buyer; the first API version calls it <c>custom</c>.</summary>
    public static string? CustomerRef(JsonElement details) => details.At("custom_id").Text() ?? details.At("custom").Text();

    /// <summary>The order that led to a capture or refund, or null.</summary>
    public static string? OrderId(JsonElement resource) =>
        resource.At("supplementary_data", "related_ids", "order_id").Text() ?? LinkedId(resource, "/checkout/orders/");

    /// <summary>The capture that a refund gives back: only a link says it.</summary>
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
