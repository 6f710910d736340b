namespace CoinMoebius.Sdk.Webhooks;

/// <summary>One account of a provider, with the factory of its verifier.</summary>
internal sealed record WebhookRegistration(PaymentProvider Provider, string Account, Func<IServiceProvider, IWebhookVerifier> Create);
