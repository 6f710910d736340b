using System.Globalization;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Extension methods for <see cref="IWebhookSigner"/>.</summary>
public static class WebhookSignerExtensions
{
    /// <summary>Creates and signs the webhook of a payment.</summary>
    /// <param name="signer">The signer.</param>
    /// <param name="payment">The payment.</param>
    /// <exception cref="NotSupportedException">The provider has no webhook for that status.</exception>
    public static SignedWebhook Sign(this IWebhookSigner signer, TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return signer.Sign(signer.CreateBody(payment));
    }

    /// <summary>Creates the webhook of a payment and signs it for the URL to which it is sent.</summary>
    /// <param name="signer">The signer.</param>
    /// <param name="payment">The payment.</param>
    /// <param name="url">The merchant's webhook address.</param>
    /// <exception cref="NotSupportedException">The provider has no webhook for that status.</exception>
    public static SignedWebhook Sign(this IWebhookSigner signer, TestPayment payment, Uri url)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return signer.Sign(signer.CreateBody(payment), url);
    }

    /// <summary>Creates and signs the webhook of a subscription.</summary>
    /// <param name="signer">The signer.</param>
    /// <param name="subscription">The subscription.</param>
    /// <exception cref="NotSupportedException">The provider has no such webhook.</exception>
    public static SignedWebhook SignSubscription(this IWebhookSigner signer, TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return signer.Sign(signer.CreateSubscriptionBody(subscription));
    }

    /// <summary>Whether the provider has a webhook for the payment's event.</summary>
    internal static bool Supports(this IWebhookSigner signer, TestPayment payment) =>
        payment.Refund is { } refund ? signer.RefundStatuses.Contains(refund.Status)
        : payment.Dispute is { } dispute ? signer.DisputeOutcomes.Contains(dispute.Outcome)
        : signer.Statuses.Contains(payment.Status);

    internal static NotSupportedException Unsupported(this IWebhookSigner signer, SubscriptionEventType type) =>
        new($"{signer.Provider} has no webhook for a subscription that was \"{type}\". {Listed(signer.SubscriptionTypes)}");

    internal static NotSupportedException Unsupported(this IWebhookSigner signer, RefundStatus status) =>
        new($"{signer.Provider} has no webhook for a refund that is \"{status}\". {Listed(signer.RefundStatuses)}");

    internal static NotSupportedException Unsupported(this IWebhookSigner signer, DisputeOutcome outcome) =>
        new($"{signer.Provider} has no webhook for a dispute that is \"{outcome}\". {Listed(signer.DisputeOutcomes)}");

    private static string Listed<T>(IReadOnlyCollection<T> known) =>
        known.Count == 0 ? "It has none." : $"It has: {string.Join(", ", known)}.";

    internal static NotSupportedException Unsupported(this IWebhookSigner signer, PaymentStatus status) =>
        new($"{signer.Provider} has no webhook for the status \"{status}\". It has: {string.Join(", ", signer.Statuses)}.");

    /// <summary>Major units as the whole number of minor units that card providers send.</summary>
    internal static long ToMinor(decimal amount, int exponent)
    {
        var scaled = amount;
        for (var i = 0; i < exponent; i++)
        {
            scaled *= 10;
        }

        return decimal.ToInt64(scaled) is var minor && minor == scaled
            ? minor
            : throw new ArgumentException(
                $"{amount.ToString(CultureInfo.InvariantCulture)} has more than {exponent} decimals.", nameof(amount));
    }
}
