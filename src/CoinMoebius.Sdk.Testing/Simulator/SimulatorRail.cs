namespace CoinMoebius.Sdk.Testing;

/// <summary>A provider that the simulated project is connected to.</summary>
public sealed class SimulatorRail
{
    internal SimulatorRail(PaymentProvider provider, string name, IWebhookSigner? signer, Uri? webhookUrl)
    {
        Provider = provider;
        Name = name;
        Signer = signer;
        WebhookUrl = webhookUrl;
    }

    /// <summary>The provider.</summary>
    public PaymentProvider Provider { get; }

    /// <summary>The name on the payment page and in <c>public-info</c>.</summary>
    public string Name { get; }

    /// <summary>The signer of the provider's webhooks; null for a provider without any.</summary>
    public IWebhookSigner? Signer { get; }

    /// <summary>The URL for the provider's webhooks; null sends none.</summary>
    /// <exception cref="ArgumentException">The URL does not lead to this machine.</exception>
    public Uri? WebhookUrl
    {
        get;
        set => field = value is null ? null : LoopbackUrl.Require(value, nameof(value));
    }
}
