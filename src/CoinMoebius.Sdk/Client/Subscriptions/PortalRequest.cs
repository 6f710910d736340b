namespace CoinMoebius.Sdk;

/// <summary>A page of the provider where a buyer manages a subscription.</summary>
public sealed record PortalRequest
{
    /// <summary>
    /// The subscription. Take it from your own records of the buyer who is signed in, never from the request: whoever gets the page acts as
    /// that buyer.
    /// </summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The address that the page links back to: https, or http on a loopback address. None by default.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(PortalRequest);
}
