using CoinMoebius.Sdk.Events;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// A gateway's API on this machine, with a payment page for buyers and webhooks as the gateway sends them. No money moves. Use it over
/// a loopback port, mounted in another app (<see cref="GatewaySimulatorEndpoints.MapGatewaySimulator"/>) or without sockets
/// (<see cref="PaymentSimulator.CreateHandler"/>).
/// </summary>
public abstract class GatewaySimulator : PaymentSimulator
{
    private readonly SimulatorRail _rail;

    private protected GatewaySimulator(GatewaySimulatorOptions options)
        : base(options)
    {
        var signer = options.CreateSigner();
        _rail = new(signer.Provider, ProviderNames.Of(signer.Provider), signer, options.WebhookUrl);
    }

    /// <summary>The gateway that it simulates.</summary>
    public PaymentProvider Provider => _rail.Provider;

    /// <inheritdoc/>
    public sealed override Uri BaseAddress => new(Stage.Address, ApiPath);

    /// <summary>The URL for webhooks, unless a checkout has its own; null sends none.</summary>
    /// <exception cref="ArgumentException">The URL does not lead to this machine.</exception>
    public Uri? WebhookUrl
    {
        get => _rail.WebhookUrl;
        set => _rail.WebhookUrl = value;
    }

    internal override Html Subject => Html.Of($"{_rail.Name}");

    /// <summary>The path at the end of the gateway's base address, such as <c>api/</c>; empty when its routes begin at the root.</summary>
    internal virtual string ApiPath => "";

    /// <summary>Maps the gateway's routes with their full paths.</summary>
    internal abstract void MapApi(SimulatorRoutes routes);

    /// <summary>Stores a new payment, pending, without a webhook.</summary>
    internal SimulatorTransaction Open(GatewayOrder order)
    {
        var now = Stage.Options.TimeProvider.GetUtcNow();
        var transaction = new SimulatorTransaction
        {
            Id = order.Id,
            Provider = Provider,
            ProviderPaymentId = order.PaymentId ?? order.Id,
            Product = new(order.Reference ?? order.Id, order.Title, order.Price, order.Currency),
            Status = PaymentStatus.Pending,
            Price = order.Price,
            Currency = order.Currency,
            Reference = order.Reference,
            Metadata = order.Metadata,
            WebhookUrl = order.WebhookUrl,
            ReturnUrl = order.ReturnUrl,
            CancelUrl = order.CancelUrl,
            IsTest = order.IsTest,
            State = order.State,
            Request = order.Request,
            CreatedAt = now,
            UpdatedAt = now,
        };
        Stage.Book.Add(transaction);
        return transaction;
    }

    internal override SimulatorRail? FindRail(PaymentProvider provider) => provider == Provider ? _rail : null;

    internal override string? GetReturnPage(SimulatorTransaction transaction, bool isCanceled) =>
        ((isCanceled ? transaction.CancelUrl : null) ?? transaction.ReturnUrl)?.AbsoluteUri;

    internal override void Map(IEndpointRouteBuilder endpoints, string prefix) => endpoints.MapGatewaySimulator(this, prefix);
}
