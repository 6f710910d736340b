namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The verifiers an application registered.</summary>
public interface IWebhookVerifiers
{
    /// <summary>The verifier of a provider's account, or null when none was registered.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="account">The account's name; empty for the only one.</param>
    IWebhookVerifier? Find(PaymentProvider provider, string account = "");
}
