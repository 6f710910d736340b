using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Inqud;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Inqud's API on this machine, with both of its ways to authenticate, a payment page in the place of Inqud's, and signed webhooks. What
/// Inqud does not document (error answers above all) is played as integrators have seen it. A payer pays in the widget's first coin, or in
/// that of the request; where he may choose the amount, he pays 25.
/// </summary>
/// <remarks>
/// Paying makes <c>SUCCESS</c>, paying later <c>PAYMENT_DETECTED</c> first, paying in part <c>CONFLICT</c> with the reason
/// <c>UNDERPAID</c>, declining <c>EXPIRED</c>. Inqud has no refunds and disputes: they change nothing that it answers, and send no webhook.
/// </remarks>
public sealed class InqudSimulator : GatewaySimulator
{
    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <summary>Creates a simulator without a port of its own.</summary>
    /// <param name="options">What it plays.</param>
    /// <exception cref="ArgumentException">An option is unusable; the message says which.</exception>
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
    /// <exception cref="ArgumentException">An option is unusable; the message says which.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<InqudSimulator> StartAsync(Action<InqudSimulatorOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new InqudSimulatorOptions();
        configure(options);
        return ListenAsync(new InqudSimulator(options), cancellationToken);
    }

    /// <summary>Options of a client that calls this simulator.</summary>
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
        // Whoever sends coins sends them: there are no attempts.
        if (transaction.News is not null || !signer.CanTell(payment))
        {
            return null;
        }

        var document = Describe(transaction);
        var body = InqudSimulatorApi.IsOnRamp(transaction) ? document.ToOnRamp()
            : document.CheckoutId is not null ? document.ToCheckout()
            : document.ToRequest(document.Coin!.Value);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <summary>Opens a payment whose page is at that address.</summary>
    internal SimulatorTransaction Open(GatewayOrder order, string page)
    {
        _pages[order.Id] = page;
        return Open(order);
    }

    /// <summary>A payment as Inqud would describe it now.</summary>
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
        var asked = Text(transaction.Request, "cryptoCurrency");
        InqudCoin? coin = !isCheckout && asked is not null ? new InqudCoin(asked) : status == InqudEventTypes.New ? null : Options.Coins[0];
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
