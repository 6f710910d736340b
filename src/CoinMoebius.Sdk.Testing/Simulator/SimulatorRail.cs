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

    /// <summary>What the payment page and <c>public-info</c> call it.</summary>
    public string Name { get; }

    /// <summary>Makes the provider's webhooks; null for a provider without any.</summary>
    public IWebhookSigner? Signer { get; }

    /// <summary>Where the provider's webhooks go; null sends none.</summary>
    /// <exception cref="ArgumentException">The URL does not lead to this machine.</exception>
    public Uri? WebhookUrl
    {
        get;
        set => field = value is null ? null : LoopbackUrl.Require(value, nameof(value));
    }
}
