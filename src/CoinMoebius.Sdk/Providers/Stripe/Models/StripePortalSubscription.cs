namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>The subscription that a task of the customer portal is about.</summary>
public sealed record StripePortalSubscription : ApiModel
{
    /// <summary>Its id, <c>sub_…</c>.</summary>
    public string? Subscription { get; init; }
}
