using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace OwnProvider;

/// <summary>Handles the events of Acme as it would those of any other provider.</summary>
public sealed class PrintEvents(TextWriter output) : IWebhookHandler<PaymentEvent>, IWebhookHandler<UnmappedEvent>
{
    public Task HandleAsync(PaymentEvent payment, WebhookContext context, CancellationToken cancellationToken) =>
        output.WriteLineAsync(FormattableString.Invariant(
            $"  handler: {payment.EventType} is {payment.Status}: {payment.Amount} {payment.Currency} for {payment.Reference}"));

    public Task HandleAsync(UnmappedEvent unmapped, WebhookContext context, CancellationToken cancellationToken) =>
        output.WriteLineAsync($"  handler: \"{unmapped.EventType}\" has no meaning here");
}
