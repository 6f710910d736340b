using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// The Cloud API of Coin Moebius on this machine, with a catalogue, payment pages for buyers, and webhooks as the providers send
/// them. No money moves. Use it over a loopback port (<see cref="StartAsync(Action{CoinMoebiusSimulatorOptions}, CancellationToken)"/>), mounted in another app
/// (<see cref="CoinMoebiusSimulatorEndpoints.MapCoinMoebiusSimulator"/>) or without sockets (<see cref="PaymentSimulator.CreateHandler"/>).
/// </summary>
public sealed class CoinMoebiusSimulator : PaymentSimulator
{
    /// <summary>Creates a simulator without a port.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public CoinMoebiusSimulator(CoinMoebiusSimulatorOptions options)
        : base(options)
    {
        Options = options;
        Tokens = new(options.TimeProvider);
        RateLimit = new(options.TimeProvider);
        Subscriptions = new(options);
    }

    /// <summary>The id of the simulated project.</summary>
    public string ProjectId => Options.ProjectId;

    internal CoinMoebiusSimulatorOptions Options { get; }

    internal FormTokens Tokens { get; }

    internal SlidingWindowLimit RateLimit { get; }

    internal SubscriptionBook Subscriptions { get; }

    internal override Html Subject => Html.Of($"Project <code>{ProjectId}</code>");

    /// <summary>Starts a simulator with the default options on a loopback port.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The simulator; dispose it to stop.</returns>
    public static Task<CoinMoebiusSimulator> StartAsync(CancellationToken cancellationToken = default) => StartAsync(static _ => { }, cancellationToken);

    /// <summary>Starts a simulator on a loopback port.</summary>
    /// <param name="configure">Sets the options.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The simulator; dispose it to stop.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<CoinMoebiusSimulator> StartAsync(
        Action<CoinMoebiusSimulatorOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new CoinMoebiusSimulatorOptions();
        configure(options);
        return ListenAsync(new CoinMoebiusSimulator(options), cancellationToken);
    }

    /// <summary>Revokes a payment by mail: <c>manual_revoked</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> RevokeAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, Transitions.Revoke, cancellationToken);

    /// <summary>Takes a step of a subscription; its provider reports it in webhooks where it has them.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Ends the wait for the first attempts of the webhooks.</param>
    /// <returns>The subscription after the step.</returns>
    /// <exception cref="KeyNotFoundException">There is no such subscription.</exception>
    /// <exception cref="InvalidOperationException">The step is not possible in the current state.</exception>
    public async Task<SimulatorSubscription> TakeSubscriptionStepAsync(
        string subscriptionId, SubscriptionStep step, CancellationToken cancellationToken = default)
    {
        var (after, sent) = BeginStep(subscriptionId, step);
        await sent.WaitAsync(cancellationToken).ConfigureAwait(false);
        return after;
    }

    /// <summary>Takes a step without waiting for its webhooks.</summary>
    internal (SimulatorSubscription After, Task Sent) BeginStep(string subscriptionId, SubscriptionStep step)
    {
        var (after, events) = Subscriptions.Take(subscriptionId, step);
        return (after, after.Provider is { } provider ? Stage.Deliver(provider, events) : Task.CompletedTask);
    }

    internal override Html Subscribers(HttpContext context, SimulatorUrls urls) => new SubscriptionDesk(this, urls).List(context);

    internal override SimulatorRail? FindRail(PaymentProvider provider) => Options.FindRail(provider);

    /// <summary>The page that the checkout's metadata names, with the transaction's id filled in.</summary>
    internal override string? GetReturnPage(SimulatorTransaction transaction, bool isCanceled)
    {
        var page = (isCanceled ? transaction.Get(CheckoutMetadata.CancelUrl) : null) ?? transaction.Get(CheckoutMetadata.ReturnUrl);
        return page is null ? null : new Uri(page.Replace(CheckoutMetadata.IdPlaceholder, transaction.Id, StringComparison.Ordinal)).AbsoluteUri;
    }

    internal override void Map(IEndpointRouteBuilder endpoints, string prefix) => endpoints.MapCoinMoebiusSimulator(this, prefix);
}
