using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.AspNetCore.Tests.Support;

/// <summary>A verifier that answers as a test says.</summary>
public sealed class StubVerifier(PaymentProvider provider, Func<WebhookRequest, WebhookVerification> verify) : IWebhookVerifier
{
    public PaymentProvider Provider { get; } = provider;

    public static PaymentEvent Event(PaymentProvider provider, WebhookRequest request, string eventId = "e1", string? deliveryId = null) => new()
    {
        Provider = provider,
        EventId = eventId,
        EventType = "paid",
        DeliveryId = deliveryId,
        Status = PaymentStatus.Succeeded,
        PaymentId = "p1",
        RawBody = request.Body,
    };

    public ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default) => new(verify(request));
}

/// <summary>A verifier of a provider that posts forms.</summary>
public sealed class FormVerifier : IWebhookVerifier, IWebhookMediaTypes
{
    public PaymentProvider Provider { get; } = new("forms");

    public bool Accepts(string mediaType) => mediaType is "application/x-www-form-urlencoded";

    public ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default) =>
        new(WebhookVerification.Verified(StubVerifier.Event(Provider, request)));
}
