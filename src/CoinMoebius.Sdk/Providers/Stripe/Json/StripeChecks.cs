using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Stripe.Json;

/// <summary>What is checked before it is sent.</summary>
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

    /// <exception cref="ArgumentException">It is no page that a buyer's browser may be sent to.</exception>
    public static void Page(Uri? url, string property, string parameterName)
    {
        if (url is not null && !SafeUrls.TryParsePage(url.OriginalString, out _))
        {
            throw new ArgumentException($"{property} must be absolute, with https; http is for loopback addresses only.", parameterName);
        }
    }
}
