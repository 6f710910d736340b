using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A subscription of the simulator: it answers a status and has a page where the buyer manages it. It sends no webhooks.</summary>
/// <param name="Id">The <c>subscriptionId</c>.</param>
/// <param name="Name">What its page calls it.</param>
/// <param name="Price">The price of one period, in major units.</param>
/// <param name="Currency">The ISO 4217 code.</param>
public sealed record SimulatorSubscription(string Id, string Name, decimal Price, string Currency)
{
    /// <summary>Where it stands.</summary>
    public SubscriptionStatus Status { get; init; } = SubscriptionStatus.Active;

    internal DateTimeOffset CreatedAt { get; init; }

    internal DateTimeOffset UpdatedAt { get; init; }

    internal Uri? ReturnUrl { get; init; }
}
