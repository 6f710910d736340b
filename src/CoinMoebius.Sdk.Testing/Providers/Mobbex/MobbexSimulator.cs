using System.Text;
using CoinMoebius.Sdk.Mobbex;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Mobbex's API on this machine, with a payment page in the place of its checkout, and its webhooks. What Mobbex does not document (error
/// answers above all) is played as its own plugins expect it.
/// </summary>
/// <remarks>
/// Paying makes status 200, paying later 2 first, declining 400, <see cref="ExpireAsync"/> the notification <c>checkout:expired</c>. A
/// payment of two steps is 3 until it is captured. Refunding all of it on the day of the payment (Argentine time) makes 601, later 602, a
/// part 605, which is refused before the day after. Mobbex has no webhook for disputes and no payments in part: they change nothing that it
/// answers. A checkout in test mode has the currency <c>TEST</c>. Charges of subscribers are answered, and send no webhook.
/// </remarks>
public sealed class MobbexSimulator : GatewaySimulator
{
    /// <summary>Creates a simulator without a port of its own.</summary>
    /// <param name="options">What it plays.</param>
    /// <exception cref="ArgumentException">An option is unusable; the message says which.</exception>
    public MobbexSimulator(MobbexSimulatorOptions options)
        : base(options) =>
        Options = options;

    internal MobbexSimulatorOptions Options { get; }

    /// <summary>Starts a simulator with the default options on a loopback port.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The simulator; dispose it to stop.</returns>
    public static Task<MobbexSimulator> StartAsync(CancellationToken cancellationToken = default) => StartAsync(static _ => { }, cancellationToken);

    /// <summary>Starts a simulator on a loopback port.</summary>
    /// <param name="configure">Sets the options.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The simulator; dispose it to stop.</returns>
    /// <exception cref="ArgumentException">An option is unusable; the message says which.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<MobbexSimulator> StartAsync(Action<MobbexSimulatorOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new MobbexSimulatorOptions();
        configure(options);
        return ListenAsync(new MobbexSimulator(options), cancellationToken);
    }

    /// <summary>Options of a client that calls this simulator.</summary>
    public MobbexOptions CreateClientOptions() => new() { BaseAddress = BaseAddress, ApiKey = Options.ApiKey, AccessToken = Options.AccessToken };

    /// <summary>The time of a checkout passes: its webhook is <c>checkout:expired</c>.</summary>
    /// <param name="checkoutId">The id of the checkout.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    /// <exception cref="KeyNotFoundException">There is no such checkout.</exception>
    /// <exception cref="InvalidOperationException">It was paid, or is over.</exception>
    public Task<SimulatorTransaction> ExpireAsync(string checkoutId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(checkoutId, static now => Transitions.Decline(now) with { State = MobbexSimulatorStates.Expired }, cancellationToken);

    internal override void MapApi(SimulatorRoutes routes)
    {
        var calls = new MobbexSimulatorCalls(Options, routes);
        new MobbexSimulatorApi(this, calls).Map();
        new MobbexSimulatorLists(Options).Map(calls);
        new MobbexSimulatorPlans(Stage.Ids, Options).Map(calls);
    }

    internal override byte[]? CreateWebhook(IWebhookSigner signer, SimulatorTransaction transaction, TestPayment payment)
    {
        if (MobbexSimulatorDocument.Notification(transaction, Options) is not { } notification)
        {
            return null;
        }

        return Encoding.UTF8.GetBytes(Options.AsForm ? BracketForm.Write(notification) : notification.ToJsonString());
    }
}
