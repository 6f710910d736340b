namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>The mapper's input beside the body.</summary>
/// <param name="RawBody">The bytes received.</param>
/// <param name="PaymentIntents">Which events about payment intents count.</param>
internal readonly record struct StripeDelivery(ReadOnlyMemory<byte> RawBody, StripePaymentIntents PaymentIntents);
