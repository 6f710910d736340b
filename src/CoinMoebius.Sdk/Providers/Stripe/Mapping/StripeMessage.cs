using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>An event of Stripe, as its mappers take it.</summary>
/// <param name="Head">What every event of it shares.</param>
/// <param name="Root">The body.</param>
/// <param name="Data">The object that it is about, as it was then.</param>
internal readonly record struct StripeMessage(WebhookEventHead Head, JsonElement Root, JsonElement Data)
{
    // docs.stripe.com/changelog/basil
    private const string Basil = "2025-03-31";

    /// <summary>True from API version 2025-03-31 on, which took the invoice off intents and charges, and refunds off partial captures.</summary>
    public bool IsSinceBasil => string.CompareOrdinal(Root.At("api_version").Text(), Basil) >= 0;
}
