using System.Collections.ObjectModel;

namespace CoinMoebius.Sdk.Testing;

/// <summary>What a <see cref="CoinMoebiusSimulator"/> plays.</summary>
public sealed class CoinMoebiusSimulatorOptions
{
    private readonly List<SimulatorRail> _rails = [];

    /// <summary>The only project. Default <c>demo</c>; any other id answers 404.</summary>
    public string ProjectId { get; set; } = "demo";

    /// <summary>The key of the project. Default <c>cmk_test_simulator</c>. A call with another key answers 401, one without a key is anonymous.</summary>
    public string ApiKey { get; set; } = "cmk_test_simulator";

    /// <summary>The catalogue.</summary>
    public IList<SimulatorProduct> Products { get; } = [];

    /// <summary>The subscriptions that exist.</summary>
    public IList<SimulatorSubscription> Subscriptions { get; } = [];

    /// <summary>The connected providers, in the order in which they were added.</summary>
    public ReadOnlyCollection<SimulatorRail> Rails => _rails.AsReadOnly();

    /// <summary>The loopback port of <see cref="CoinMoebiusSimulator.StartAsync"/>. Default 0: any free one.</summary>
    public int Port { get; set; }

    /// <summary>Status calls with the key that are answered in any 60 seconds. Default 60; more answer 429 with <c>Retry-After</c>.</summary>
    public int StatusLimitPerMinute { get; set; } = 60;

    /// <summary>The same for calls without a key, per client address. Default 30.</summary>
    public int AnonymousStatusLimitPerMinute { get; set; } = 30;

    /// <summary>
    /// The waits between the attempts of one webhook. Default 1, 2, 4, 8, 16, 32 seconds: the days of real providers, compressed.
    /// After the last one the delivery is given up.
    /// </summary>
    public IList<TimeSpan> RetryDelays { get; } = [.. Enumerable.Range(0, 6).Select(n => TimeSpan.FromSeconds(1 << n))];

    /// <summary>How long one attempt may take. Default 10 seconds.</summary>
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>When money comes after "Pay later". Default 5 seconds; <see cref="Timeout.InfiniteTimeSpan"/> leaves it to the operator.</summary>
    public TimeSpan PayLaterDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Sends each accepted webhook once more, as providers sometimes do. Default false.</summary>
    public bool DuplicateDeliveries { get; set; }

    /// <summary>
    /// Swaps deliveries: one waits until the next one about the same transaction has been sent, or
    /// <see cref="ReorderWindow"/> has passed. Default false.
    /// </summary>
    public bool ReorderDeliveries { get; set; }

    /// <summary>How long <see cref="ReorderDeliveries"/> holds a webhook back at most. Default 2 seconds.</summary>
    public TimeSpan ReorderWindow { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Makes ids, codes and addresses repeatable. Default null: different at every start.</summary>
    public int? Seed { get; set; }

    /// <summary>The clock of limits, retries and timestamps. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Carries the webhooks, for tests without sockets; not disposed. Default null: a handler of its own.</summary>
    public HttpMessageHandler? WebhookHandler { get; set; }

    /// <summary>Connects a provider that sends webhooks.</summary>
    /// <param name="signer">Makes the provider's webhooks.</param>
    /// <param name="webhookUrl">The merchant's endpoint on this machine; it can also be set later, with <see cref="SimulatorRail.WebhookUrl"/>.</param>
    /// <param name="name">What pages call the provider; its usual name when null.</param>
    /// <returns>The rail.</returns>
    /// <exception cref="ArgumentException">The provider is connected already, or the URL does not lead to this machine.</exception>
    public SimulatorRail AddRail(IWebhookSigner signer, Uri? webhookUrl = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return Add(signer.Provider, signer, webhookUrl, name);
    }

    /// <summary>Connects a provider without webhooks: its transactions only change their status.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="name">What pages call the provider; its usual name when null.</param>
    /// <returns>The rail.</returns>
    /// <exception cref="ArgumentException">The provider is connected already.</exception>
    public SimulatorRail AddRail(PaymentProvider provider, string? name = null) => Add(provider, null, null, name);

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ProjectId);
        ArgumentException.ThrowIfNullOrWhiteSpace(ApiKey);
        ArgumentNullException.ThrowIfNull(TimeProvider);
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
        if (_rails.Any(rail => rail.Provider == provider))
        {
            throw new ArgumentException($"The provider \"{provider}\" is connected already.");
        }

        var rail = new SimulatorRail(provider, name ?? ProviderNames.Of(provider), signer, webhookUrl);
        _rails.Add(rail);
        return rail;
    }
}
