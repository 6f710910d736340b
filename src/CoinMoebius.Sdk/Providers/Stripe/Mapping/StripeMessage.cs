using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>An event of Stripe, as input of its mappers.</summary>
/// <param name="Head">The event's head.</param>
/// <param name="Root">The body.</param>
/// <param name="Data">The event's object at that time.</param>
internal readonly record struct StripeMessage(WebhookEventHead Head, JsonElement Root, JsonElement Data)
{
    // docs.stripe.com/changelog/basil
    private const string Basil = "2025-03-31";

    /// <summary>True from API version 2025-03-31 on, which removed the invoice from intents and charges, and refunds from partial captures.</summary>
    public bool IsSinceBasil => string.CompareOrdinal(Root.At("api_version").Text(), Basil) >= 0;
}
