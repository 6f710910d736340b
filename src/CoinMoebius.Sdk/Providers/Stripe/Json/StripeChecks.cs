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
}
