using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Makes deliveries as one provider makes them: its own body, signed with its own scheme.</summary>
public interface IWebhookSigner
{
    /// <summary>The provider that is imitated.</summary>
    PaymentProvider Provider { get; }

    /// <summary>The payment statuses this provider has a webhook for.</summary>
    IReadOnlyCollection<PaymentStatus> Statuses { get; }

    /// <summary>
    /// What this provider has webhooks for about refunds: what has become of them. Unless said otherwise those that are done, where
    /// <see cref="Statuses"/> has <see cref="PaymentStatus.Refunded"/>.
    /// </summary>
    IReadOnlyCollection<RefundStatus> RefundStatuses => Statuses.Contains(PaymentStatus.Refunded) ? [RefundStatus.Succeeded] : [];

    /// <summary>
    /// What this provider has webhooks for about disputes. Unless said otherwise those that are opened, where <see cref="Statuses"/> has
    /// <see cref="PaymentStatus.Disputed"/>.
    /// </summary>
    IReadOnlyCollection<DisputeOutcome> DisputeOutcomes => Statuses.Contains(PaymentStatus.Disputed) ? [DisputeOutcome.Open] : [];

    /// <summary>What this provider has webhooks for about subscriptions. Empty when it has none.</summary>
    IReadOnlyCollection<SubscriptionEventType> SubscriptionTypes => [];

    /// <summary>A payment id of the form this provider uses; the same number gives the same id.</summary>
    /// <param name="number">Any number from 0 up.</param>
    string CreatePaymentId(long number);

    /// <summary>Makes the body of a webhook about a payment.</summary>
    /// <param name="payment">The payment.</param>
    /// <exception cref="NotSupportedException">The provider has no webhook for that status; the message lists those it has.</exception>
    byte[] CreateBody(TestPayment payment);

    /// <summary>Makes the body of a webhook about a subscription.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <exception cref="NotSupportedException">The provider has no such webhook; the message lists those it has.</exception>
    byte[] CreateSubscriptionBody(TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        throw this.Unsupported(subscription.Type);
    }

    /// <summary>Signs a body now. Signing the same body again is what a provider's retry looks like.</summary>
    /// <param name="body">Any bytes.</param>
    SignedWebhook Sign(ReadOnlyMemory<byte> body);

    /// <summary>Signs a body for the address it is sent to. For most providers the address makes no difference; Square signs it.</summary>
    /// <param name="body">Any bytes.</param>
    /// <param name="url">The merchant's webhook address.</param>
    SignedWebhook Sign(ReadOnlyMemory<byte> body, Uri url) => Sign(body);
}
