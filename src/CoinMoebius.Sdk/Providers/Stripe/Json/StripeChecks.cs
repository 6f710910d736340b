using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Stripe.Json;

/// <summary>Checks arguments before a call.</summary>
internal static class StripeChecks
{
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static void Required(string? text, string property, string what, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException($"{property} is empty. Set it to {what}.", parameterName);
        }
    }

    /// <exception cref="ArgumentException">The address is not one to which a browser may be redirected.</exception>
    public static void Page(Uri? url, string property, string parameterName)
    {
        if (url is not null && !SafeUrls.TryParsePage(url.OriginalString, out _))
        {
            throw new ArgumentException($"{property} must be absolute, with https; http is for loopback addresses only.", parameterName);
        }
    }
}
