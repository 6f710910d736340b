using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.AuthorizeNet;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Creates Authorize.Net's webhooks about payments and subscriptions, with the <c>X-ANET-Signature</c> header. At Authorize.Net a refund is a
/// transaction of its own: to be exact, give it a <see cref="PaymentRefund.Id"/>, or a payment id of its own, and the same reference.
/// </summary>
/// <param name="signatureKey">The Signature Key, as given to <see cref="AuthorizeNetWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class AuthorizeNetWebhookSigner(string signatureKey, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private const string WebhookId = "63d6fea2-aa13-4b1d-a204-f5fbc15942b7";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(signatureKey);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.AuthorizeNet;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Refunded, PaymentStatus.Reversed];

    /// <inheritdoc/>
    public IReadOnlyCollection<RefundStatus> RefundStatuses { get; } = [RefundStatus.Succeeded];

    /// <inheritdoc/>
    public IReadOnlyCollection<SubscriptionEventType> SubscriptionTypes => TestSubscription.AllTypes;

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => (60_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (payment.Dispute is { } dispute)
        {
            throw this.Unsupported(dispute.Outcome);
        }

        var refund = payment.Status == PaymentStatus.PartiallyRefunded ? null : payment.ToldRefund;
        if (refund is not null && refund.Status != RefundStatus.Succeeded)
        {
            throw this.Unsupported(refund.Status);
        }

        var (type, responseCode, amount) = refund is not null ? (AuthorizeNetEventTypes.RefundCreated, 1, refund.Amount!.Value) : payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => (AuthorizeNetEventTypes.AuthCaptureCreated, 1, payment.Amount),
            PaymentStatus.Values.Pending => (AuthorizeNetEventTypes.FraudHeld, 4, payment.Amount),
            PaymentStatus.Values.Failed => (AuthorizeNetEventTypes.AuthCaptureCreated, 2, payment.Amount),
            PaymentStatus.Values.Reversed => (AuthorizeNetEventTypes.VoidCreated, 1, payment.Amount),
            _ => throw this.Unsupported(payment.Status),
        };
        return Body(type, payment.EventId, payment.Reference, Transaction(refund?.Id ?? payment.PaymentId, responseCode, amount));
    }

    /// <inheritdoc/>
    public byte[] CreateSubscriptionBody(TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        if (subscription.Type == SubscriptionEventType.Renewed || subscription.Type == SubscriptionEventType.PaymentFailed)
        {
            var isPaid = subscription.Type == SubscriptionEventType.Renewed;
            var charge = Transaction(subscription.ChargeId ?? ChargeOf(subscription), isPaid ? 1 : 2, subscription.Amount);
            charge["subscriptionId"] = subscription.SubscriptionId;
            return Body(AuthorizeNetEventTypes.AuthCaptureCreated, subscription.EventId, subscription.Reference, charge);
        }

        var (type, status) = subscription.Type.Value switch
        {
            SubscriptionEventType.Values.Created => (AuthorizeNetEventTypes.SubscriptionCreated, "active"),
            SubscriptionEventType.Values.Updated when subscription.Status == SubscriptionStatus.Paused =>
                (AuthorizeNetEventTypes.SubscriptionSuspended, "suspended"),
            SubscriptionEventType.Values.Updated => (AuthorizeNetEventTypes.SubscriptionUpdated, "active"),
            SubscriptionEventType.Values.Canceled => (AuthorizeNetEventTypes.SubscriptionCancelled, "canceled"),
            _ => throw this.Unsupported(subscription.Type),
        };
        return Body(type, subscription.EventId, subscription.Reference, new()
        {
            ["entityName"] = "subscription",
            ["id"] = subscription.SubscriptionId,
            ["name"] = subscription.ProductId ?? "monthly",
            ["amount"] = subscription.Amount,
            ["status"] = status,
            ["profile"] = new JsonObject { ["customerProfileId"] = 394, ["customerPaymentProfileId"] = 694 },
        });
    }

    // Each period has a transaction of its own, the same one for every webhook about it.
    private static string ChargeOf(TestSubscription subscription) =>
        (70_000_000_000 + (subscription.PeriodStart?.ToUnixTimeSeconds() ?? 0)).ToString(CultureInfo.InvariantCulture);

    private static JsonObject Transaction(string id, int responseCode, decimal amount) => new()
    {
        ["responseCode"] = responseCode,
        ["authCode"] = responseCode == 1 ? "8VTPDC" : "000000",
        ["avsResponse"] = "Y",
        ["authAmount"] = amount,
        ["entityName"] = "transaction",
        ["id"] = id,
    };

    private byte[] Body(string type, string? eventId, string? reference, JsonObject payload)
    {
        if (reference is not null)
        {
            payload["merchantReferenceId"] = reference;
        }

        var body = new JsonObject
        {
            ["notificationId"] = eventId ?? Guid.NewGuid().ToString("D"),
            ["eventType"] = type,
            ["eventDate"] = _timeProvider.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
            ["webhookId"] = WebhookId,
            ["payload"] = payload,
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body) =>
        new(Provider, body, new Dictionary<string, string>
        {
            ["X-ANET-Signature"] = "sha512=" + Convert.ToHexString(HMACSHA512.HashData(_key, body.Span)),
        });
}
