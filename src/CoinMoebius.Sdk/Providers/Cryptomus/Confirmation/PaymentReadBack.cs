using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Cryptomus.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Confirmation;

/// <summary>Queries Cryptomus about the payment of a webhook with a valid signature.</summary>
internal sealed class PaymentReadBack(ICryptomusClient client, TimeProvider timeProvider)
{
    // It is not documented how long Cryptomus waits for the response to a webhook.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly BoundedCalls _calls = Webhooks.Confirmation.Calls();

    /// <summary>The message for confirmation without a client.</summary>
    public static string NeedsClient(string account) => ConfirmingClients.Missing(
        PaymentProvider.Cryptomus,
        "Cryptomus",
        account,
        "ConfirmPayments is true, which reads each payment back from Cryptomus",
        "set ConfirmPayments to false");

    /// <summary>Returns the event of Cryptomus's response; rejected when Cryptomus does not know the payment or it differs.</summary>
    /// <exception cref="WebhookVerificationUnavailableException">Cryptomus did not respond, or does not know the webhook's state yet.</exception>
    public async Task<WebhookVerification> ConfirmAsync(PaymentEvent claimed, CancellationToken cancellationToken)
    {
        var payment = Guid.TryParse(claimed.PaymentId, out _)
            ? await Webhooks.Confirmation.AskAsync(
                token => FindAsync(claimed.PaymentId, token),
                Limit,
                "Cryptomus could not be queried about a payment.",
                timeProvider,
                cancellationToken,
                _calls).ConfigureAwait(false)
            : null;
        if (payment is null)
        {
            return WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
        }

        // Written as JSON again, so that one mapper reads both the webhook and the payment.
        ReadOnlyMemory<byte> json = JsonSerializer.SerializeToUtf8Bytes(payment, CryptomusJson.Default.CryptomusPayment);
        using var answer = JsonDocument.Parse(json);
        var facts = EventFacts.Join(claimed.Provider.Value, payment.Uuid, payment.Status.Value, payment.OrderId);
        var read = CryptomusEventMapper.Map(answer.RootElement, new(json, ContentDigest.EventId(facts)));
        return read is PaymentEvent known ? PaymentConfirmation.Conclude(claimed, known)
            : payment.Uuid == claimed.PaymentId && (claimed.Reference is null || claimed.Reference == payment.OrderId)
                ? WebhookVerification.Verified(read)
            : WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
    }

    private async Task<CryptomusPayment?> FindAsync(string paymentId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetPaymentAsync(paymentId, cancellationToken).ConfigureAwait(false);
        }
        catch (CoinMoebiusNotFoundException)
        {
            return null;
        }
    }
}
