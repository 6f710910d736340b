namespace CoinMoebius.Sdk;

/// <summary>Send the buyer's browser to a hosted payment page.</summary>
public sealed record RedirectCheckout : Checkout
{
    /// <summary>The page; https, or http on a loopback address. Redirect to it with GET (303).</summary>
    public required Uri Url { get; init; }

    /// <summary>The provider's id of the payment, or null.</summary>
    public string? PaymentId { get; init; }
}
