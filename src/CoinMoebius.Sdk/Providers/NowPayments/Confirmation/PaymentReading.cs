using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.NowPayments.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.NowPayments.Confirmation;

/// <summary>Makes an event of what NOWPayments says of a payment when it is asked, for a notification whose signature was right.</summary>
internal sealed class PaymentReading(INowPaymentsClient client, TimeProvider timeProvider)
{
    // NOWPayments waits three seconds for an answer to a notification.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    private readonly BoundedCalls _calls = Webhooks.Confirmation.Calls();

    /// <summary>What to do where payments are to be read back and there is nobody to ask.</summary>
    public static string NeedsClient(string account) => ConfirmingClients.Missing(
        PaymentProvider.NowPayments,
        "NowPayments",
        account,
        "ConfirmPayments is true, which reads each payment back from NOWPayments",
        "set ConfirmPayments to false");

    /// <summary>Asks, and weighs the answer against the notification.</summary>
    /// <param name="told">The event of the notification.</param>
    /// <param name="parent">
    /// The parent that the notification names, or null. What is read is not known to name it, and all it does is to make a payment partial.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="WebhookVerificationUnavailableException">NOWPayments gave no answer that can be used, or lags behind.</exception>
    public async Task<WebhookVerification> ConfirmAsync(PaymentEvent told, string? parent, CancellationToken cancellationToken)
    {
        var payment = await Webhooks.Confirmation.AskAsync(
            token => FindAsync(told.PaymentId, token), Limit, "NOWPayments could not be asked about a payment.", timeProvider, cancellationToken, _calls)
            .ConfigureAwait(false);
        if (payment is null)
        {
            return WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
        }

        var read = Map(payment, string.IsNullOrEmpty(payment.ParentPaymentId) ? payment with { ParentPaymentId = parent } : payment);
        return PaymentConfirmation.Conclude(told, read);
    }

    /// <summary>Written as JSON again, so that one mapper reads what was told and what was read.</summary>
    private static PaymentEvent Map(NowPaymentsPayment answer, NowPaymentsPayment payment)
    {
        var json = NowPaymentsJson.Default.NowPaymentsPayment;
        var delivery = new NowPaymentsDelivery(JsonSerializer.SerializeToUtf8Bytes(answer, json), default);
        return NowPaymentsEventMapper.Map(JsonSerializer.SerializeToElement(payment, json), delivery) as PaymentEvent
            ?? throw new WebhookVerificationUnavailableException("NOWPayments was asked about a payment, and did not say where it stands.");
    }

    private async Task<NowPaymentsPayment?> FindAsync(string paymentId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetPaymentAsync(paymentId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is CoinMoebiusNotFoundException or CoinMoebiusValidationException or ArgumentException)
        {
            // The id is all that is asked for, so what cannot be right about the question is an id that is nobody's.
            return null;
        }
    }
}
