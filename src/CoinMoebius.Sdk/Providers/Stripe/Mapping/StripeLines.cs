using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>The lines of an invoice with a subscription's product and period.</summary>
/// <param name="Ahead">The line of the period that the invoice pays: the one that ends last, and of several the most expensive.</param>
/// <param name="Past">The same for earlier usage, which is charged afterwards.</param>
internal readonly record struct StripeLines(JsonElement Ahead, JsonElement Past)
{
    public string? ProductId => ProductOf(Ahead) ?? ProductOf(Past);

    public static StripeLines Of(JsonElement invoice, string subscriptionId)
    {
        JsonElement ahead = default, past = default;
        var lines = invoice.At("lines", "data");
        if (lines.ValueKind != JsonValueKind.Array)
        {
            return default;
        }

        // An invoice's own period is the previous one, which ends when the invoice is created.
        var made = invoice.At("period_end").Whole();
        foreach (var line in lines.EnumerateArray())
        {
            if (!IsPeriodOf(line, subscriptionId))
            {
                continue;
            }

            if (line.At("period", "end").Whole() <= made)
            {
                past = IsBetter(line, past) ? line : past;
            }
            else
            {
                ahead = IsBetter(line, ahead) ? line : ahead;
            }
        }

        return new(ahead, past);
    }

    // Prorations correct periods, and manually added items have none.
    private static bool IsPeriodOf(JsonElement line, string subscriptionId)
    {
        var parent = line.At("parent");
        var details = parent.At("subscription_item_details");
        return !line.At("proration").IsTrue()
            && !details.At("proration").IsTrue()
            && !line.At("type").Is("invoiceitem"u8)
            && !parent.At("type").Is("invoice_item_details"u8)
            && (details.At("subscription").Id() ?? line.At("subscription").Id() ?? subscriptionId) == subscriptionId;
    }

    private static bool IsBetter(JsonElement line, JsonElement best)
    {
        if (!best.Exists())
        {
            return true;
        }

        var (end, bestEnd) = (line.At("period", "end").Whole() ?? 0, best.At("period", "end").Whole() ?? 0);
        return end > bestEnd || (end == bestEnd && line.At("amount").Whole() > best.At("amount").Whole());
    }

    private static string? ProductOf(JsonElement line) =>
        line.At("pricing", "price_details", "product").Id() ?? line.At("price", "product").Id() ?? line.At("plan", "product").Id();
}
