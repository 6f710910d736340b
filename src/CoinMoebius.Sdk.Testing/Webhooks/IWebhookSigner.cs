using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Creates one provider's deliveries: its own body, signed with its own scheme.</summary>
public interface IWebhookSigner
{
    /// <summary>The simulated provider.</summary>
    PaymentProvider Provider { get; }

    /// <summary>The payment statuses for which this provider has a webhook.</summary>
    IReadOnlyCollection<PaymentStatus> Statuses { get; }

    /// <summary>
    /// The refund statuses for which this provider has a webhook. The default is <see cref="RefundStatus.Succeeded"/> where
    /// <see cref="Statuses"/> has <see cref="PaymentStatus.Refunded"/>.
    /// </summary>
    IReadOnlyCollection<RefundStatus> RefundStatuses => Statuses.Contains(PaymentStatus.Refunded) ? [RefundStatus.Succeeded] : [];

    /// <summary>
    /// The dispute outcomes for which this provider has a webhook. The default is <see cref="DisputeOutcome.Open"/> where <see cref="Statuses"/>
    /// has <see cref="PaymentStatus.Disputed"/>.
    /// </summary>
    IReadOnlyCollection<DisputeOutcome> DisputeOutcomes => Statuses.Contains(PaymentStatus.Disputed) ? [DisputeOutcome.Open] : [];

    /// <summary>The subscription events for which this provider has a webhook. Empty when it has none.</summary>
    IReadOnlyCollection<SubscriptionEventType> SubscriptionTypes => [];

    /// <summary>Creates a payment id in this provider's format; the same number returns the same id.</summary>
    /// <param name="number">Any number from 0.</param>
    string CreatePaymentId(long number);

    /// <summary>Creates the body of a webhook about a payment.</summary>
    /// <param name="payment">The payment.</param>
    /// <exception cref="NotSupportedException">The provider has no webhook for that status; the message lists the supported ones.</exception>
    byte[] CreateBody(TestPayment payment);

    /// <summary>Creates the body of a webhook about a subscription.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <exception cref="NotSupportedException">The provider has no such webhook; the message lists the supported ones.</exception>
    byte[] CreateSubscriptionBody(TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        throw this.Unsupported(subscription.Type);
    }

    /// <summary>Signs a body now. Signing the same body again is like a provider's retry.</summary>
    /// <param name="body">Any bytes.</param>
    SignedWebhook Sign(ReadOnlyMemory<byte> body);

    /// <summary>Signs a body for the URL to which it is sent. For most providers the URL makes no difference; Square signs it.</summary>
    /// <param name="body">Any bytes.</param>
    /// <param name="url">The merchant's webhook address.</param>
    SignedWebhook Sign(ReadOnlyMemory<byte> body, Uri url) => Sign(body);
}
