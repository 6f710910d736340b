using System.Text.Json;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A payment as a gateway's API reads it from the merchant's request.</summary>
internal sealed record GatewayOrder
{
    /// <summary>The gateway's id of the checkout; the payment page is <c>/pay/{id}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id that webhooks carry; <see cref="Id"/> when null.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The name that the payment page shows.</summary>
    public required string Title { get; init; }

    /// <summary>The price, in major units.</summary>
    public required decimal Price { get; init; }

    /// <summary>The upper-case currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>The merchant's order reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The merchant's metadata; <c>customerRef</c> in it is the buyer.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Where webhooks about this payment go; it must lead to this machine (<see cref="LoopbackUrl.IsHere"/>).</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>The page to which the buyer returns afterwards.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>The page to which a buyer who cancels returns; <see cref="ReturnUrl"/> when null.</summary>
    public Uri? CancelUrl { get; init; }

    /// <summary>True for a payment in test mode.</summary>
    public bool IsTest { get; init; } = true;

    /// <summary>The gateway's own word for the state.</summary>
    public string? State { get; init; }

    /// <summary>The body of the merchant's request.</summary>
    public JsonElement Request { get; init; }
}
