using System.Text.Json;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Providers.Inqud;

/// <summary>What is checked before it is sent.</summary>
internal static class InqudChecks
{
    public static InqudAmount Price(decimal amount, string currency)
    {
        if (amount <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), "The price must be above zero; use NoPrice to let the payer decide.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        return new() { Amount = amount, Currency = CurrencyUnits.Upper(currency.Trim()) };
    }

    /// <exception cref="ArgumentException">The message names the property.</exception>
    public static void CheckoutFields(Uri? returnUrl, IDictionary<string, JsonElement>? additional, string parameterName)
    {
        if (returnUrl is not null && !(returnUrl.IsAbsoluteUri && (returnUrl.Scheme == Uri.UriSchemeHttps || returnUrl.Scheme == Uri.UriSchemeHttp)))
        {
            throw new ArgumentException("ReturnUrl must be absolute, with https or http.", parameterName);
        }

        // JSON with two members of one name means something else to each reader.
        if (additional is not null && (additional.ContainsKey("type") || additional.ContainsKey("fixedAmount")))
        {
            throw new ArgumentException("AdditionalFields must not hold the type or the amount: begin with another kind of checkout.", parameterName);
        }
    }
}
