using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Determines the status that the webhook of a test payment reports.</summary>
internal static class ToldStatus
{
    /// <summary>
    /// The reported status: for a successful refund whether it was partial, where the provider distinguishes that; otherwise the payment's status.
    /// </summary>
    /// <param name="signer">The signer of the webhook.</param>
    /// <param name="payment">The payment.</param>
    /// <exception cref="NotSupportedException">The provider has no webhook for such a refund or dispute.</exception>
    public static PaymentStatus Of(IWebhookSigner signer, TestPayment payment)
    {
        if (payment.Dispute is { } dispute)
        {
            return signer.DisputeOutcomes.Contains(dispute.Outcome) ? PaymentStatus.Disputed : throw signer.Unsupported(dispute.Outcome);
        }

        if (payment.ToldRefund is not { } refund)
        {
            return payment.Status;
        }

        if (!signer.RefundStatuses.Contains(refund.Status))
        {
            throw signer.Unsupported(refund.Status);
        }

        var isPart = payment.Status == PaymentStatus.PartiallyRefunded || !(refund.IsFull ?? refund.TotalAmount >= payment.Amount);
        return isPart && (signer.Statuses.Contains(PaymentStatus.PartiallyRefunded) || payment.Status == PaymentStatus.PartiallyRefunded)
            ? PaymentStatus.PartiallyRefunded
            : PaymentStatus.Refunded;
    }
}
