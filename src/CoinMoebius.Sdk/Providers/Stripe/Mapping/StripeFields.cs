using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>Reads members of Stripe's objects.</summary>
internal static class StripeFields
{
    /// <summary>Returns an id, or the id of an expanded object.</summary>
    public static string? Id(this JsonElement reference) => reference.Text() ?? reference.At("id").Text();

    /// <summary>Returns an amount in the object's currency, in major units.</summary>
    public static decimal? Amount(this JsonElement data, string field) => data.Amount(field, data.At("currency").Currency());

    /// <summary>Returns an amount in major units.</summary>
    public static decimal? Amount(this JsonElement data, string field, string? currency) => ToMajor(data.At(field).Whole(), currency);

    /// <summary>Converts minor to major units; null when the amount or currency is unknown.</summary>
    public static decimal? ToMajor(long? minor, string? currency) =>
        currency is not null && minor is { } value ? CurrencyUnits.ToMajor(value, Exponent(currency)) : null;

    /// <summary>Returns the subscription of an invoice. API versions before basil have it on the invoice itself.</summary>
    public static string? SubscriptionOf(JsonElement invoice) =>
        invoice.At("subscription").Id() ?? invoice.At("parent", "subscription_details", "subscription").Id();

    /// <summary>
    /// Returns the payment intent that paid or will pay an invoice. API versions before basil have it on the invoice itself, later ones in a
    /// list that may be absent.
    /// </summary>
    public static string? IntentOf(JsonElement invoice)
    {
        var intent = invoice.At("payment_intent").Id();
        var payments = invoice.At("payments", "data");
        if (intent is not null || payments.ValueKind != JsonValueKind.Array)
        {
            return intent;
        }

        foreach (var payment in payments.EnumerateArray())
        {
            if (payment.At("payment", "payment_intent").Id() is { } found)
            {
                intent ??= found;
                if (payment.At("status").Is("paid"u8))
                {
                    return found;
                }
            }
        }

        return intent;
    }

    // docs.stripe.com/currencies: ISK and UGX keep two decimals in the API, MGA has none.
    private static int Exponent(string currency) => currency switch
    {
        "ISK" or "UGX" => 2,
        "MGA" => 0,
        _ => CurrencyUnits.GetExponent(currency),
    };
}
