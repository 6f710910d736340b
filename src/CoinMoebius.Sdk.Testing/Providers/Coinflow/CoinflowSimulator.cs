using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Simulates Coinflow's API on this machine: sessions, checkouts, payments, refunds, subscriptions and the log of webhooks. Card payments
/// settle at once, unless they are only authorized; other payments wait for <see cref="PaymentSimulator.PayAsync"/>, or for the sandbox's own
/// calls.
/// </summary>
/// <remarks>
/// As in Coinflow's sandbox, a subtotal that ends in <c>.98</c> requires 3-D Secure from a card's payer. <see cref="RefuseNext"/> simulates
/// every other refusal of the API. A checkout by link is not a payment until its page is used. Totals have no fees.
/// </remarks>
public sealed class CoinflowSimulator : GatewaySimulator
{
    private readonly ConcurrentQueue<(int Status, string Body)> _refusals = new();

    /// <summary>Creates a simulator without a port: mount it, or call it through <see cref="PaymentSimulator.CreateHandler"/>.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public CoinflowSimulator(CoinflowSimulatorOptions? options = null)
        : base(options ??= new()) => Options = options;

    internal CoinflowSimulatorOptions Options { get; }

    internal override string ApiPath => "api/";

    /// <summary>Starts a simulator with the default options on a loopback port.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The simulator; dispose it to stop.</returns>
    public static Task<CoinflowSimulator> StartAsync(CancellationToken cancellationToken = default) => StartAsync(static _ => { }, cancellationToken);

    /// <summary>Starts a simulator on a loopback port.</summary>
    /// <param name="configure">Sets the options.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The simulator; dispose it to stop.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<CoinflowSimulator> StartAsync(Action<CoinflowSimulatorOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new CoinflowSimulatorOptions();
        configure(options);
        return ListenAsync(new CoinflowSimulator(options), cancellationToken);
    }

    /// <summary>Refuses the next call with valid credentials, once; refusals queue up.</summary>
    /// <param name="statusCode">The status: 400 to 599, for example 451.</param>
    /// <param name="body">The body in Coinflow's format: an object, a text, a number, or empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not an error status.</exception>
    public void RefuseNext(int statusCode, string body = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        ArgumentNullException.ThrowIfNull(body);
        _refusals.Enqueue((statusCode, body));
    }

    internal bool TryTakeRefusal(out (int Status, string Body) refusal) => _refusals.TryDequeue(out refusal);

    internal override void MapApi(SimulatorRoutes routes)
    {
        var gate = new CoinflowSimulatorGate(this);
        new CoinflowSimulatorCheckoutRoutes(this, gate).Map(routes);
        new CoinflowSimulatorMethodRoutes(this, gate).Map(routes);
        new CoinflowSimulatorPaymentRoutes(this, gate).Map(routes);
        new CoinflowSimulatorRefundRoutes(this, gate).Map(routes);
        new CoinflowSimulatorSubscriptionRoutes(this, gate).Map(routes);
        new CoinflowSimulatorMerchantRoutes(this, gate).Map(routes);
    }

    internal override byte[]? CreateWebhook(IWebhookSigner signer, SimulatorTransaction transaction, TestPayment payment)
    {
        // The payer has separate fields; the merchant's own data is returned unchanged.
        var metadata = payment.Metadata.Where(pair => pair.Key != CheckoutMetadata.CustomerRef).ToDictionary();
        var body = base.CreateWebhook(signer, transaction, payment with { Metadata = metadata });
        return CoinflowSimulatorPayments.Word(transaction) == "VOIDED" && body is not null ? Voided(body) : body;
    }

    private static byte[] Voided(byte[] declined)
    {
        var body = JsonNode.Parse(declined)!.AsObject();
        body["eventType"] = CoinflowEventTypes.CardPaymentVoided;
        body["data"]!.AsObject().Remove("declineCode");
        body["data"]!.AsObject().Remove("declineDescription");
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }
}
