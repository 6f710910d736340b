namespace CoinMoebius.Sdk.Testing;

/// <summary>The options of a <see cref="GatewaySimulator"/>; each gateway adds its credentials.</summary>
public abstract class GatewaySimulatorOptions : SimulatorOptions
{
    private protected GatewaySimulatorOptions()
    {
    }

    /// <summary>
    /// The merchant's webhook endpoint on this machine, as configured in the gateway's dashboard. Default null: no webhooks, unless a checkout
    /// has a URL of its own. It can also be set later, with <see cref="GatewaySimulator.WebhookUrl"/>.
    /// </summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>Creates the signer of the gateway's webhooks; called once, after <see cref="SimulatorOptions.Validate"/>.</summary>
    internal abstract IWebhookSigner CreateSigner();
}
