using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.PayPal;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Makes PayPal's webhooks: captures, refunds and disputes, signed under a throw-away certificate. The payment id is that of the
/// capture, which refunds and disputes name as well.
/// </summary>
/// <param name="webhookId">The webhook id, as given to <see cref="PayPalWebhookOptions.WebhookId"/>.</param>
/// <param name="certificate">Signs; <see cref="PayPalTestCertificate.Shared"/> unless given.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class PayPalWebhookSigner(string webhookId, PayPalTestCertificate? certificate = null, TimeProvider? timeProvider = null)
    : IWebhookSigner
{
    private const string Api = "https://api.sandbox.paypal.com";

    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.PayPal;

    /// <summary>The certificate that signs. Have the verifier trust it: <see cref="PayPalTestCertificate.Trust"/>.</summary>
    public PayPalTestCertificate Certificate { get; } = certificate ?? PayPalTestCertificate.Shared;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Refunded, PaymentStatus.Disputed];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => number.ToString("D16", CultureInfo.InvariantCulture) + "T";

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (type, resourceType, resource) = payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => (PayPalEventTypes.PaymentCaptureCompleted, "capture", Capture(payment, "COMPLETED")),
            PaymentStatus.Values.Pending => (PayPalEventTypes.PaymentCapturePending, "capture", Capture(payment, "PENDING")),
            PaymentStatus.Values.Failed => (PayPalEventTypes.PaymentCaptureDeclined, "capture", Capture(payment, "DECLINED")),
            PaymentStatus.Values.Refunded => (PayPalEventTypes.PaymentCaptureRefunded, "refund", Refund(payment)),
            PaymentStatus.Values.Disputed => (PayPalEventTypes.CustomerDisputeCreated, "dispute", Dispute(payment)),
            _ => throw this.Unsupported(payment.Status),
        };
        var body = new JsonObject
        {
            ["id"] = payment.EventId ?? $"WH-{Guid.NewGuid():N}".ToUpperInvariant(),
            ["event_version"] = "1.0",
            ["create_time"] = Now("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            ["resource_type"] = resourceType,
            ["resource_version"] = "2.0",
            ["event_type"] = type,
            ["summary"] = "Made for a test",
            ["resource"] = resource,
            ["links"] = new JsonArray(),
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body)
    {
        var id = Guid.NewGuid().ToString();
        var time = Now("yyyy-MM-dd'T'HH:mm:ss'Z'");
        var signed = string.Create(CultureInfo.InvariantCulture, $"{id}|{time}|{webhookId}|{Crc32(body.Span)}");
        return new(Provider, body, new Dictionary<string, string>
        {
            ["PAYPAL-TRANSMISSION-ID"] = id,
            ["PAYPAL-TRANSMISSION-TIME"] = time,
            ["PAYPAL-TRANSMISSION-SIG"] = Convert.ToBase64String(Certificate.Sign(Encoding.ASCII.GetBytes(signed))),
            ["PAYPAL-CERT-URL"] = Certificate.Url.AbsoluteUri,
            ["PAYPAL-AUTH-ALGO"] = "SHA256withRSA",
        });
    }

    private string Now(string format) => _timeProvider.GetUtcNow().UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private static JsonObject Capture(TestPayment payment, string status) => new()
    {
        ["id"] = payment.PaymentId,
        ["status"] = status,
        ["amount"] = Money(payment.Amount, payment.Currency),
        ["final_capture"] = true,
        ["invoice_id"] = payment.Reference,
        ["custom_id"] = payment.CustomerRef,
        ["links"] = new JsonArray(Link("self", $"/v2/payments/captures/{payment.PaymentId}")),
    };

    private static JsonObject Refund(TestPayment payment) => new()
    {
        ["id"] = "R" + payment.PaymentId,
        ["status"] = "COMPLETED",
        ["amount"] = Money(payment.Moved, payment.Currency),
        ["invoice_id"] = payment.Reference,
        ["custom_id"] = payment.CustomerRef,
        ["links"] = new JsonArray(
            Link("self", $"/v2/payments/refunds/R{payment.PaymentId}"), Link("up", $"/v2/payments/captures/{payment.PaymentId}")),
    };

    private static JsonObject Dispute(TestPayment payment) => new()
    {
        ["dispute_id"] = "PP-D-" + payment.PaymentId,
        ["disputed_transactions"] = new JsonArray(new JsonObject
        {
            ["seller_transaction_id"] = payment.PaymentId,
            ["invoice_number"] = payment.Reference,
            ["custom"] = payment.CustomerRef,
        }),
        ["reason"] = "MERCHANDISE_OR_SERVICE_NOT_RECEIVED",
        ["status"] = "OPEN",
        ["dispute_amount"] = Money(payment.Moved, payment.Currency),
        ["dispute_life_cycle_stage"] = "INQUIRY",
    };

    private static JsonObject Money(decimal amount, string currency) => new()
    {
        ["currency_code"] = currency,
        ["value"] = amount.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonObject Link(string rel, string path) => new() { ["href"] = Api + path, ["rel"] = rel, ["method"] = "GET" };

    // Bit by bit: slow, and independent of the table the verifier uses.
    private static uint Crc32(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
