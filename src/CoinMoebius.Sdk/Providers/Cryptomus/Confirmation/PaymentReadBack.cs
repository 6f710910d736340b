using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Cryptomus.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Confirmation;

/// <summary>Asks Cryptomus about a payment that a webhook with a right signature tells of.</summary>
internal sealed class PaymentReadBack(ICryptomusClient client, TimeProvider timeProvider)
{
    // How long Cryptomus waits for an answer to a webhook is not documented.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly BoundedCalls _calls = Webhooks.Confirmation.Calls();

    /// <summary>What to do where payments are to be confirmed and there is nobody to ask.</summary>
    public static string NeedsClient(string account) => ConfirmingClients.Missing(
        PaymentProvider.Cryptomus,
        "Cryptomus",
        account,
        "ConfirmPayments is true, which reads each payment back from Cryptomus",
        "set ConfirmPayments to false");

    /// <summary>The event of what Cryptomus answers; rejected when it knows no such payment, or knows another one.</summary>
    /// <exception cref="WebhookVerificationUnavailableException">Cryptomus gave no answer, or does not know yet what the webhook tells.</exception>
    public async Task<WebhookVerification> ConfirmAsync(PaymentEvent told, CancellationToken cancellationToken)
    {
        var payment = Guid.TryParse(told.PaymentId, out _)
            ? await Webhooks.Confirmation.AskAsync(
                token => FindAsync(told.PaymentId, token),
                Limit,
                "Cryptomus could not be asked about a payment.",
                timeProvider,
                cancellationToken,
                _calls).ConfigureAwait(false)
            : null;
        if (payment is null)
        {
            return WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
        }

        // Written as JSON again, so that one mapper reads what was told and what was read back.
        ReadOnlyMemory<byte> json = JsonSerializer.SerializeToUtf8Bytes(payment, CryptomusJson.Default.CryptomusPayment);
        using var answer = JsonDocument.Parse(json);
        var facts = EventFacts.Join(told.Provider.Value, payment.Uuid, payment.Status.Value, payment.OrderId);
        var read = CryptomusEventMapper.Map(answer.RootElement, new(json, ContentDigest.EventId(facts)));
        return read is PaymentEvent known ? PaymentConfirmation.Conclude(told, known)
            : payment.Uuid == told.PaymentId && (told.Reference is null || told.Reference == payment.OrderId) ? WebhookVerification.Verified(read)
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
