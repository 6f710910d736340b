namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The registered verifiers of an application.</summary>
public interface IWebhookVerifiers
{
    /// <summary>Returns the verifier of a provider's account, or null when none is registered.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="account">The account's name; empty for the only one.</param>
    IWebhookVerifier? Find(PaymentProvider provider, string account = "");
}
