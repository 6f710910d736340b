using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Inqud;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Simulates Inqud's API on this machine, with both ways to authenticate, a payment page in place of Inqud's, and signed webhooks. Behaviour
/// that Inqud does not document (mainly error responses) follows what integrators have observed. A payer pays in the widget's first coin, or in
/// that of the request; where the payer chooses the amount, it is 25.
/// </summary>
/// <remarks>
/// Paying results in <c>SUCCESS</c>, paying later in <c>PAYMENT_DETECTED</c> first, paying in part in <c>CONFLICT</c> with the reason
/// <c>UNDERPAID</c>, declining in <c>EXPIRED</c>. Inqud has no refunds or disputes: they change no response and send no webhook.
/// </remarks>
public sealed class InqudSimulator : GatewaySimulator
{
    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <summary>Creates a simulator without a port.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public InqudSimulator(InqudSimulatorOptions options)
        : base(options) =>
        Options = options;

    internal InqudSimulatorOptions Options { get; }

    /// <summary>The static addresses by the merchant's reference.</summary>
    internal ConcurrentDictionary<string, JsonObject> Bundles { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts a simulator with the default options on a loopback port.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The simulator; dispose it to stop.</returns>
    public static Task<InqudSimulator> StartAsync(CancellationToken cancellationToken = default) => StartAsync(static _ => { }, cancellationToken);

    /// <summary>Starts a simulator on a loopback port.</summary>
    /// <param name="configure">Sets the options.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The simulator; dispose it to stop.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<InqudSimulator> StartAsync(Action<InqudSimulatorOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new InqudSimulatorOptions();
        configure(options);
        return ListenAsync(new InqudSimulator(options), cancellationToken);
    }

    /// <summary>Creates options for a client that calls this simulator.</summary>
    /// <param name="authentication">How the client authenticates.</param>
    public InqudOptions CreateClientOptions(InqudAuthentication authentication = InqudAuthentication.SignedRequest) => new()
    {
        BaseAddress = BaseAddress,
        TokenId = Options.TokenId,
        TokenSecret = Options.TokenSecret,
        Authentication = authentication,
        ProjectId = Options.ProjectId,
        OnRampProjectId = Options.OnRampProjectId,
    };

    internal override void MapApi(SimulatorRoutes routes) => new InqudSimulatorApi(this, routes).Map();

    internal override byte[]? CreateWebhook(IWebhookSigner signer, SimulatorTransaction transaction, TestPayment payment)
    {
        // A coin payment has no failed attempts.
        if (transaction.News is not null || !signer.Supports(payment))
        {
            return null;
        }

        var document = Describe(transaction);
        var body = InqudSimulatorApi.IsOnRamp(transaction) ? document.ToOnRamp()
            : document.CheckoutId is not null ? document.ToCheckout()
            : document.ToRequest(document.Coin!.Value);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <summary>Opens a payment with its page at that address.</summary>
    internal SimulatorTransaction Open(GatewayOrder order, string page)
    {
        _pages[order.Id] = page;
        return Open(order);
    }

    /// <summary>The payment in Inqud's current terms.</summary>
    internal InqudDocument Describe(SimulatorTransaction transaction)
    {
        var (status, reason) = transaction.Status.Value switch
        {
            PaymentStatus.Values.Pending => (transaction.IsAwaitingSettlement ? InqudEventTypes.PaymentDetected : InqudEventTypes.New, (string?)null),
            PaymentStatus.Values.Partial => (InqudEventTypes.Conflict, InqudReasons.Underpaid),
            PaymentStatus.Values.Failed => (InqudEventTypes.Expired, null),
            _ => (InqudEventTypes.Success, null),
        };
        var isCheckout = InqudSimulatorApi.IsCheckout(transaction);
        var coinName = Text(transaction.Request, "cryptoCurrency");
        InqudCoin? coin = !isCheckout && coinName is not null ? new InqudCoin(coinName) : status == InqudEventTypes.New ? null : Options.Coins[0];
        return new()
        {
            CheckoutId = isCheckout ? transaction.Id : null,
            Uuid = transaction.Id[(transaction.Id.IndexOf('-', StringComparison.Ordinal) + 1)..],
            ProjectId = Options.ProjectId,
            Reference = transaction.Reference,
            Name = Text(transaction.Request, "name"),
            Type = transaction.State ?? InqudCheckoutTypes.FixedPrice,
            Price = transaction.Price,
            Currency = transaction.Currency,
            Coins = [.. Options.Coins],
            Coin = coin,
            Status = status,
            Reason = reason,
            Paid = transaction.Received > 0 ? transaction.Received : null,
            ReturnUrl = Text(transaction.Request, "returnUrl"),
            PageUrl = _pages[transaction.Id],
            CreatedAt = transaction.CreatedAt,
            UpdatedAt = transaction.UpdatedAt,
        };
    }

    private static string? Text(JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
