namespace CoinMoebius.Sdk.Webhooks;

/// <summary>One provider account and how to make its verifier.</summary>
internal sealed record WebhookRegistration(PaymentProvider Provider, string Account, Func<IServiceProvider, IWebhookVerifier> Create);
