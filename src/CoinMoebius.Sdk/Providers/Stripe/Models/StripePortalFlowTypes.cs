namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>The tasks that a session of the customer portal can lead to. Source: docs.stripe.com/customer-management/portal-deep-links.</summary>
public static class StripePortalFlowTypes
{
    /// <summary>Add a payment method and make it the default.</summary>
    public const string PaymentMethodUpdate = "payment_method_update";

    /// <summary>Cancel a subscription.</summary>
    public const string SubscriptionCancel = "subscription_cancel";

    /// <summary>Change a subscription.</summary>
    public const string SubscriptionUpdate = "subscription_update";

    /// <summary>
    /// Confirm a change that you have prepared for the buyer. Put its details into <see cref="ApiModel.AdditionalFields"/> of the flow, under
    /// the same name.
    /// </summary>
    public const string SubscriptionUpdateConfirm = "subscription_update_confirm";
}
