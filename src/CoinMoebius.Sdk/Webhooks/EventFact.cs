using System.Globalization;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// The fact that an event reports, which several events may share: <see cref="WebhookContext.IsFirstOfStatus"/> is true once for it.
/// </summary>
/// <param name="SubjectId">The id of the payment or the subscription.</param>
/// <param name="Name">The name of the fact, unique for the subject.</param>
internal readonly record struct EventFact(string SubjectId, string Name)
{
    /// <summary>Returns the fact of an event; null when it has none.</summary>
    public static EventFact? Of(WebhookEvent webhookEvent) => webhookEvent switch
    {
        PaymentEvent { Refund: { } refund } payment =>
            new(payment.PaymentId, $"refund {refund.Status.Value} {refund.Id ?? payment.EventId}"),
        PaymentEvent { Dispute: { } dispute } payment => new(payment.PaymentId, $"dispute {dispute.Outcome.Value} {dispute.Id}"),
        PaymentEvent payment => new(payment.PaymentId, payment.Status.Value),
        SubscriptionEvent subscription => new(
            subscription.SubscriptionId,
            $"subscription {subscription.Type.Value} {subscription.ChargeId ?? PeriodOf(subscription) ?? subscription.EventId}"),
        _ => null,
    };

    private static string? PeriodOf(SubscriptionEvent subscription) =>
        subscription.CurrentPeriodEnd?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
