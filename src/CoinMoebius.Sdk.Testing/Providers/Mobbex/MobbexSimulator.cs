using System.Text;
using CoinMoebius.Sdk.Mobbex;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Simulates Mobbex's API on this machine, with a payment page in place of its checkout, and its webhooks. Behaviour that Mobbex does not
/// document (mainly error responses) follows what its own plugins expect.
/// </summary>
/// <remarks>
/// Paying results in status 200, paying later in 2 first, declining in 400, <see cref="ExpireAsync"/> in the notification
/// <c>checkout:expired</c>. A two-step payment has status 3 until it is captured. A full refund on the day of the payment (Argentine time)
/// results in 601, later in 602; a partial refund in 605, and is refused before the following day. Mobbex has no webhook for disputes and no
/// partial payments: they change no response. A checkout in test mode has the currency <c>TEST</c>. Charges of subscribers get a response,
/// but send no webhook.
/// </remarks>
public sealed class MobbexSimulator : GatewaySimulator
{
    /// <summary>Creates a simulator without a port.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
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
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<MobbexSimulator> StartAsync(Action<MobbexSimulatorOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new MobbexSimulatorOptions();
        configure(options);
        return ListenAsync(new MobbexSimulator(options), cancellationToken);
    }

    /// <summary>Creates options for a client that calls this simulator.</summary>
    public MobbexOptions CreateClientOptions() => new() { BaseAddress = BaseAddress, ApiKey = Options.ApiKey, AccessToken = Options.AccessToken };

    /// <summary>Lets a checkout expire: its webhook is <c>checkout:expired</c>.</summary>
    /// <param name="checkoutId">The id of the checkout.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    /// <exception cref="KeyNotFoundException">There is no such checkout.</exception>
    /// <exception cref="InvalidOperationException">The checkout was paid or has ended.</exception>
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
