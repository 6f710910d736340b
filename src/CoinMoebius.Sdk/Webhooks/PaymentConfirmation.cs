using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Weighs what a delivery tells against what the provider's API says of the same payment, where the signature alone is weak or covers
/// no time.
/// </summary>
internal static class PaymentConfirmation
{
    /// <summary>
    /// The event of the API's answer, when it does not contradict the delivery. Nothing of the delivery is in it, and its id is one of its
    /// own facts: whatever bodies are made to fit one signature, they lead to the same event.
    /// </summary>
    /// <param name="told">The event of the delivery.</param>
    /// <param name="read">The event of the API's answer, with its type and body.</param>
    /// <exception cref="WebhookVerificationUnavailableException">The API does not know yet what the delivery tells.</exception>
    public static WebhookVerification Conclude(PaymentEvent told, PaymentEvent read)
    {
        if (told.PaymentId != read.PaymentId || (told.Reference is not null && told.Reference != read.Reference))
        {
            return WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
        }

        if (LagsBehind(read.Status, told.Status))
        {
            throw new WebhookVerificationUnavailableException(
                $"{told.Provider} was asked about a payment that is {told.Status} according to a delivery, and says {read.Status}.");
        }

        return WebhookVerification.Verified(read with { EventId = EventIdOf(read) });
    }

    // A payment that the API calls failed is not on its way to be paid; but money that went back had been there.
    private static bool LagsBehind(PaymentStatus read, PaymentStatus told) =>
        read.Rank < told.Rank && !(read == PaymentStatus.Failed && told.Rank <= PaymentStatus.Succeeded.Rank);

    private static string EventIdOf(PaymentEvent read)
    {
        var facts = EventFacts.Join(
            read.Provider.Value, read.PaymentId, read.Status.Value, read.Reference, EventFacts.Of(read.Amount), read.Currency);
        return ContentDigest.EventId(facts);
    }
}
