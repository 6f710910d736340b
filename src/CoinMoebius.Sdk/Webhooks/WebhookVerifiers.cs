namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Creates each registered verifier once.</summary>
internal sealed class WebhookVerifiers : IWebhookVerifiers
{
    private readonly Dictionary<(PaymentProvider Provider, string Account), IWebhookVerifier> _verifiers = [];

    public WebhookVerifiers(IEnumerable<WebhookRegistration> registrations, IServiceProvider services)
    {
        foreach (var registration in registrations)
        {
            // A later registration of the same account replaces the former, as with other services.
            _verifiers[(registration.Provider, registration.Account)] = registration.Create(services);
        }
    }

    public IWebhookVerifier? Find(PaymentProvider provider, string account = "") =>
        _verifiers.TryGetValue((provider, account), out var verifier) ? verifier : null;
}

/// <summary>One account of a provider, with the factory of its verifier.</summary>
internal sealed record WebhookRegistration(PaymentProvider Provider, string Account, Func<IServiceProvider, IWebhookVerifier> Create);
