using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// A subscription of the simulator. It has a status and a page where the buyer manages it, and sends the webhooks of its
/// <see cref="Provider"/>, if any.
/// </summary>
/// <param name="Id">The <c>subscriptionId</c>.</param>
/// <param name="Name">The name on its page.</param>
/// <param name="Price">The price of one period, in major units.</param>
/// <param name="Currency">The ISO 4217 code.</param>
public sealed record SimulatorSubscription(string Id, string Name, decimal Price, string Currency)
{
    /// <summary>The status.</summary>
    public SubscriptionStatus Status { get; init; } = SubscriptionStatus.Active;

    /// <summary>The provider that charges for it; its webhooks use the URL of the provider's rail. Null sends no webhooks.</summary>
    public PaymentProvider? Provider { get; init; }

    /// <summary>The merchant's id of the buyer, where the provider reports one.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>How many periods have been paid.</summary>
    public int PaidPeriods { get; init; }

    /// <summary>The beginning of the current period, and the end of the one before; null before the start.</summary>
    public DateTimeOffset? PeriodStart { get; init; }

    /// <summary>The end of the current period; null before the start.</summary>
    public DateTimeOffset? PeriodEnd { get; init; }

    /// <summary>True when it ends with the current period.</summary>
    public bool CancelsAtPeriodEnd { get; init; }

    internal int Charges { get; init; }

    internal DateTimeOffset CreatedAt { get; init; }

    internal DateTimeOffset UpdatedAt { get; init; }

    internal Uri? ReturnUrl { get; init; }
}
