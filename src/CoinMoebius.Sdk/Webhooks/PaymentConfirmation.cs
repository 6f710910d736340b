using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Compares a delivery with the response of the provider's API about the same payment, for signatures that are weak or cover no time.
/// </summary>
internal static class PaymentConfirmation
{
    /// <summary>
    /// Returns the event of the API's response, if it does not contradict the delivery. It contains nothing of the delivery, and its id comes
    /// from its own facts: all bodies that fit one signature lead to the same event.
    /// </summary>
    /// <param name="claimed">The event of the delivery.</param>
    /// <param name="read">The event of the API's response, with its type and body.</param>
    /// <exception cref="WebhookVerificationUnavailableException">The API does not know the delivery's state yet.</exception>
    public static WebhookVerification Conclude(PaymentEvent claimed, PaymentEvent read)
    {
        if (claimed.PaymentId != read.PaymentId || (claimed.Reference is not null && claimed.Reference != read.Reference))
        {
            return WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
        }

        if (LagsBehind(read.Status, claimed.Status))
        {
            throw new WebhookVerificationUnavailableException(
                $"A {claimed.Provider} payment is {claimed.Status} according to a delivery, but {read.Status} according to the API.");
        }

        return WebhookVerification.Verified(read with { EventId = EventIdOf(read) });
    }

    // A payment that the API calls failed will not be paid any more; but a refund proves that money had arrived.
    private static bool LagsBehind(PaymentStatus read, PaymentStatus claimed) =>
        read.Rank < claimed.Rank && !(read == PaymentStatus.Failed && claimed.Rank <= PaymentStatus.Succeeded.Rank);

    private static string EventIdOf(PaymentEvent read)
    {
        var facts = EventFacts.Join(
            read.Provider.Value, read.PaymentId, read.Status.Value, read.Reference, EventFacts.Of(read.Amount), read.Currency);
        return ContentDigest.EventId(facts);
    }
}
