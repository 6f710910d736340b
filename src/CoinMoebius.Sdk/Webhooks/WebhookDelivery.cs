using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>An authentic event on its way from the endpoint to the handlers.</summary>
/// <param name="Event">The event.</param>
/// <param name="Account">The account of the delivery; empty for the only one.</param>
public sealed record WebhookDelivery(WebhookEvent Event, string Account = "");
