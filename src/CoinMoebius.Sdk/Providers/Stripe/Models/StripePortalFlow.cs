using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Stripe.Json;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// A single task in the customer portal, without access to the rest of it. The portal's configuration must allow it. Source:
/// docs.stripe.com/customer-management/portal-deep-links.
/// </summary>
public sealed record StripePortalFlow : ApiModel
{
    /// <summary>The task: one of <see cref="StripePortalFlowTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>The subscription to cancel, for <see cref="StripePortalFlowTypes.SubscriptionCancel"/>.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<StripePortalSubscription>))]
    public StripePortalSubscription? SubscriptionCancel { get; init; }

    /// <summary>The subscription to change, for <see cref="StripePortalFlowTypes.SubscriptionUpdate"/>.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<StripePortalSubscription>))]
    public StripePortalSubscription? SubscriptionUpdate { get; init; }

    /// <summary>What follows when the task is completed. The portal's home page by default.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<StripePortalAfterCompletion>))]
    public StripePortalAfterCompletion? AfterCompletion { get; init; }

    /// <summary>Lets the buyer add a payment method, which becomes the default for the customer's invoices.</summary>
    public static StripePortalFlow UpdatePaymentMethod() => new() { Type = StripePortalFlowTypes.PaymentMethodUpdate };

    /// <summary>Lets the buyer cancel a subscription, at once or at the end of the period, depending on the portal's configuration.</summary>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    public static StripePortalFlow CancelSubscription(string subscriptionId) =>
        new() { Type = StripePortalFlowTypes.SubscriptionCancel, SubscriptionCancel = new() { Subscription = subscriptionId } };

    /// <summary>Lets the buyer change a subscription to another price or quantity.</summary>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    public static StripePortalFlow UpdateSubscription(string subscriptionId) =>
        new() { Type = StripePortalFlowTypes.SubscriptionUpdate, SubscriptionUpdate = new() { Subscription = subscriptionId } };

    internal void Validate(string parameterName)
    {
        StripeChecks.Required(Type, "FlowData.Type", "one of StripePortalFlowTypes", parameterName);
        RequireSubscription(SubscriptionCancel, StripePortalFlowTypes.SubscriptionCancel, nameof(SubscriptionCancel), parameterName);
        RequireSubscription(SubscriptionUpdate, StripePortalFlowTypes.SubscriptionUpdate, nameof(SubscriptionUpdate), parameterName);
        AfterCompletion?.Validate(parameterName);
    }

    private void RequireSubscription(StripePortalSubscription? details, string type, string property, string parameterName)
    {
        if (details is not null || Type == type)
        {
            StripeChecks.Required(details?.Subscription, $"FlowData.{property}.Subscription", "the id of a subscription, sub_…", parameterName);
        }
    }
}
