using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.NowPayments.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.NowPayments.Confirmation;

/// <summary>Creates an event from NOWPayments' response about a payment, for a notification with a valid signature.</summary>
internal sealed class PaymentReading(INowPaymentsClient client, TimeProvider timeProvider)
{
    // NOWPayments waits three seconds for the response to a notification.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    private readonly BoundedCalls _calls = Webhooks.Confirmation.Calls();

    /// <summary>The message for confirmation without a client.</summary>
    public static string NeedsClient(string account) => ConfirmingClients.Missing(
        PaymentProvider.NowPayments,
        "NowPayments",
        account,
        "ConfirmPayments is true, which reads each payment back from NOWPayments",
        "set ConfirmPayments to false");

    /// <summary>Queries the payment and compares the response with the notification.</summary>
    /// <param name="claimed">The event of the notification.</param>
    /// <param name="parent">
    /// The parent that the notification names, or null. The API is not documented to return it; its only effect is a partial payment.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="WebhookVerificationUnavailableException">NOWPayments gave no usable response, or has an older state.</exception>
    public async Task<WebhookVerification> ConfirmAsync(PaymentEvent claimed, string? parent, CancellationToken cancellationToken)
    {
        var payment = await Webhooks.Confirmation.AskAsync(
            token => FindAsync(claimed.PaymentId, token),
            Limit,
            "NOWPayments could not be queried about a payment.",
            timeProvider,
            cancellationToken,
            _calls).ConfigureAwait(false);
        if (payment is null)
        {
            return WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
        }

        var read = Map(payment, string.IsNullOrEmpty(payment.ParentPaymentId) ? payment with { ParentPaymentId = parent } : payment);
        return PaymentConfirmation.Conclude(claimed, read);
    }

    /// <summary>Writes the payment as JSON again, so that one mapper reads both the notification and the payment.</summary>
    private static PaymentEvent Map(NowPaymentsPayment answer, NowPaymentsPayment payment)
    {
        var json = NowPaymentsJson.Default.NowPaymentsPayment;
        var delivery = new NowPaymentsDelivery(JsonSerializer.SerializeToUtf8Bytes(answer, json), default);
        return NowPaymentsEventMapper.Map(JsonSerializer.SerializeToElement(payment, json), delivery) as PaymentEvent
            ?? throw new WebhookVerificationUnavailableException("The response of NOWPayments about a payment has no status.");
    }

    private async Task<NowPaymentsPayment?> FindAsync(string paymentId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetPaymentAsync(paymentId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is CoinMoebiusNotFoundException or CoinMoebiusValidationException or ArgumentException)
        {
            // The id is the only parameter, so a rejected request means an unknown id.
            return null;
        }
    }
}
