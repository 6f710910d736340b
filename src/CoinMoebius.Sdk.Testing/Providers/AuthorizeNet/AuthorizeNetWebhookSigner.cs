using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.AuthorizeNet;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Makes Authorize.Net's webhooks about payments, signed as the <c>X-ANET-Signature</c> header is. There a refund is a transaction of
/// its own: to be exact, give it a payment id of its own and the same reference.
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
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Refunded];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => (60_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (type, responseCode, amount) = payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => (AuthorizeNetEventTypes.AuthCaptureCreated, 1, payment.Amount),
            PaymentStatus.Values.Pending => (AuthorizeNetEventTypes.FraudHeld, 4, payment.Amount),
            PaymentStatus.Values.Failed => (AuthorizeNetEventTypes.AuthCaptureCreated, 2, payment.Amount),
            PaymentStatus.Values.Refunded => (AuthorizeNetEventTypes.RefundCreated, 1, payment.Moved),
            _ => throw this.Unsupported(payment.Status),
        };
        var payload = new JsonObject
        {
            ["responseCode"] = responseCode,
            ["authCode"] = responseCode == 1 ? "8VTPDC" : "000000",
            ["avsResponse"] = "Y",
            ["authAmount"] = amount,
            ["entityName"] = "transaction",
            ["id"] = payment.PaymentId,
        };
        if (payment.Reference is not null)
        {
            payload["merchantReferenceId"] = payment.Reference;
        }

        var body = new JsonObject
        {
            ["notificationId"] = payment.EventId ?? Guid.NewGuid().ToString("D"),
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
