using System.Net;
using CoinMoebius.Sdk;

namespace Shop;

/// <summary>One way to pay: what differs between the Cloud's providers and the gateways that this shop calls itself.</summary>
public interface IRail
{
    PaymentProvider Provider { get; }

    /// <summary>The name as people write it.</summary>
    string Name { get; }

    /// <summary>The currency it takes.</summary>
    string Currency => "USD";

    /// <summary>Starts the payment of a purchase.</summary>
    /// <exception cref="CoinMoebiusException">The payment could not be started.</exception>
    Task<RailStart> StartAsync(Purchase purchase, CancellationToken cancellationToken);

    /// <summary>Asks how an order's payment stands until it is over; yields whenever that changes.</summary>
    IAsyncEnumerable<string> WatchAsync(Order order, CancellationToken cancellationToken);
}

/// <summary>What is bought, and where the browser and the webhooks go.</summary>
public sealed record Purchase(string OrderId, Product Product, decimal Price, string Currency, Uri ReturnUrl, Uri WebhookUrl, IPAddress? BuyerAddress);

/// <summary>A started payment: the provider's handle of it, if it says one so early, and where the buyer pays.</summary>
/// <param name="TransactionId">The handle; later events may carry it.</param>
/// <param name="Page">The page to send the browser to; null when there is a form instead.</param>
/// <param name="Form">A form that the browser posts to the provider.</param>
public sealed record RailStart(string? TransactionId, Uri? Page, string? Form = null);
