using System.Collections.ObjectModel;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The options of a <see cref="CoinMoebiusSimulator"/>.</summary>
public sealed class CoinMoebiusSimulatorOptions : SimulatorOptions
{
    private readonly List<SimulatorRail> _rails = [];

    /// <summary>The id of the only project. Default <c>demo</c>; any other id gets 404.</summary>
    public string ProjectId { get; set; } = "demo";

    /// <summary>
    /// The key of the project. Default <c>cmk_test_simulator</c>. A call with another key gets 401; a call without a key is anonymous.
    /// </summary>
    public string ApiKey { get; set; } = "cmk_test_simulator";

    /// <summary>The catalogue.</summary>
    public IList<SimulatorProduct> Products { get; } = [];

    /// <summary>The subscriptions that exist.</summary>
    public IList<SimulatorSubscription> Subscriptions { get; } = [];

    /// <summary>The connected providers, in the order in which they were added.</summary>
    public ReadOnlyCollection<SimulatorRail> Rails => _rails.AsReadOnly();

    /// <summary>
    /// How many status calls with the key are allowed in any 60 seconds. Default 60; further calls get 429 with <c>Retry-After</c>.
    /// </summary>
    public int StatusLimitPerMinute { get; set; } = 60;

    /// <summary>How many status calls without a key are allowed in any 60 seconds, per client address. Default 30.</summary>
    public int AnonymousStatusLimitPerMinute { get; set; } = 30;

    /// <summary>Connects a provider that sends webhooks.</summary>
    /// <param name="signer">Creates the provider's webhooks.</param>
    /// <param name="webhookUrl">The merchant's endpoint on this machine; it can also be set later, with <see cref="SimulatorRail.WebhookUrl"/>.</param>
    /// <param name="name">The provider's name on pages; its usual name when null.</param>
    /// <returns>The rail.</returns>
    /// <exception cref="ArgumentException">The provider is connected already, or the URL does not lead to this machine.</exception>
    public SimulatorRail AddRail(IWebhookSigner signer, Uri? webhookUrl = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return Add(signer.Provider, signer, webhookUrl, name);
    }

    /// <summary>Connects a provider without webhooks: its transactions only change their status.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="name">The provider's name on pages; its usual name when null.</param>
    /// <returns>The rail.</returns>
    /// <exception cref="ArgumentException">The provider is connected already.</exception>
    public SimulatorRail AddRail(PaymentProvider provider, string? name = null) => Add(provider, null, null, name);

    internal SimulatorRail? FindRail(PaymentProvider provider) => _rails.Find(rail => rail.Provider == provider);

    internal override void Validate()
    {
        base.Validate();
        ArgumentException.ThrowIfNullOrWhiteSpace(ProjectId);
        ArgumentException.ThrowIfNullOrWhiteSpace(ApiKey);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(StatusLimitPerMinute);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(AnonymousStatusLimitPerMinute);
        foreach (var product in Products)
        {
            if (product.Price is null != product.Currency is null || (product.Price is { } price && !Money.IsValid(price, product.Currency!)))
            {
                throw new ArgumentException(
                    $"Product \"{product.Id}\" needs a price above zero that fits its currency, or neither price nor currency.");
            }
        }

        foreach (var id in Products.Select(product => product.Id).Concat(Subscriptions.Select(subscription => subscription.Id)))
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(id);
        }
    }

    private SimulatorRail Add(PaymentProvider provider, IWebhookSigner? signer, Uri? webhookUrl, string? name)
    {
        if (FindRail(provider) is not null)
        {
            throw new ArgumentException($"The provider \"{provider}\" is connected already.");
        }

        var rail = new SimulatorRail(provider, name ?? ProviderNames.Of(provider), signer, webhookUrl);
        _rails.Add(rail);
        return rail;
    }
}
