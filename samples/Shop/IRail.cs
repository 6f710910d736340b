using System.Net;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Providers.Manual;
using CoinMoebius.Sdk.Webhooks;

namespace Shop;

/// <summary>
/// One way to pay: what differs between the Cloud's providers, the gateways that this shop calls itself, and letters that it opens itself.
/// </summary>
public interface IRail
{
    PaymentProvider Provider { get; }

    /// <summary>The name as people write it.</summary>
    string Name { get; }

    /// <summary>What buyers pay with.</summary>
    RailKind Kind { get; }

    /// <summary>The currency it takes.</summary>
    string Currency => "USD";

    /// <summary>Starts the payment of a purchase.</summary>
    /// <exception cref="CoinMoebiusException">The payment could not be started.</exception>
    Task<RailStart> StartAsync(Purchase purchase, CancellationToken cancellationToken);

    /// <summary>Asks how an order's payment stands until it is over; yields whenever that changes.</summary>
    IAsyncEnumerable<string> WatchAsync(Order order, CancellationToken cancellationToken) => AsyncEnumerable.Empty<string>();
}

/// <summary>The groups in which rails are offered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RailKind>))]
public enum RailKind
{
    Cards,
    Coins,
    Mail,
}

/// <summary>What is bought, and where the browser and the webhooks go.</summary>
public sealed record Purchase(string OrderId, Product Product, decimal Price, string Currency, Uri ReturnUrl, Uri WebhookUrl, IPAddress? BuyerAddress);

/// <summary>
/// A started payment: the provider's handle of it, if it says one so early, and what the buyer does next. That is one of three: go to a
/// page, post a form, or read what the shop's own page shows.
/// </summary>
/// <param name="TransactionId">The handle; later events may carry it.</param>
public sealed record RailStart(string? TransactionId)
{
    /// <summary>The page to send the browser to.</summary>
    public Uri? Page { get; init; }

    /// <summary>A form that the browser posts to the provider.</summary>
    public string? Form { get; init; }

    /// <summary>Where to send coins, or a letter, to be shown by the shop.</summary>
    public Instructions? Instructions { get; init; }

    /// <summary>The payment by mail, to be stored with the order.</summary>
    public ManualPayment? Letter { get; init; }

    /// <summary>What the shop expects to be paid: it links the payment with the order, and is asked about when no webhook comes.</summary>
    public ExpectedPayment? Expected { get; init; }

    /// <summary>Where the order stands now.</summary>
    public string Status { get; init; } = Order.New;
}
