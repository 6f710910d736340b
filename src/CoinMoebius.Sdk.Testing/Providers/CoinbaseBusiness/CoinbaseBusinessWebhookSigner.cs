using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Creates Coinbase Business's webhooks: checkouts that were paid, failed or were refunded, in full or in part, with the
/// <c>X-Hook0-Signature</c> header and the headers that it covers.
/// </summary>
/// <remarks>
/// A header contains the event's id. The signer derives it from the body, so that signing a body again is a retry of the same event.
/// </remarks>
/// <param name="secret">The subscription's secret, as given to <see cref="CoinbaseBusinessWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class CoinbaseBusinessWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private const int EventIdSize = 16;
    private const decimal FeeRate = 0.01m;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.CoinbaseBusiness;

    /// <summary>Whether the signature has <c>v0</c>, the code over the body alone; true unless set, as Coinbase sends it.</summary>
    public bool SignBody { get; init; } = true;

    /// <summary>Whether the signature has <c>h</c> and <c>v1</c>, the code over headers too; true unless set, as Coinbase sends it.</summary>
    public bool SignHeaders { get; init; } = true;

    /// <summary>
    /// Headers that are sent and signed in addition to the usual ones, or instead of one of the same name: those of the subscription's target.
    /// Empty unless set.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Failed, PaymentStatus.PartiallyRefunded, PaymentStatus.Refunded];

    /// <inheritdoc/>
    public IReadOnlyCollection<RefundStatus> RefundStatuses { get; } = [RefundStatus.Succeeded, RefundStatus.Failed];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "69163c76" + number.ToString("x16", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (payment.Dispute is { } dispute)
        {
            throw this.Unsupported(dispute.Outcome);
        }

        var body = payment.ToldRefund is { } refund ? Refunded(payment, refund) : payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => Paid(payment, CoinbaseBusinessEventTypes.CheckoutPaymentSuccess, "COMPLETED"),
            PaymentStatus.Values.Failed => Checkout(payment, CoinbaseBusinessEventTypes.CheckoutPaymentFailed, "FAILED"),
            _ => throw this.Unsupported(payment.Status),
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body) => Sign(body, new Guid(SHA256.HashData(body.Span).AsSpan(0, EventIdSize)).ToString());

    /// <summary>Signs a body now, with your own event id.</summary>
    /// <param name="body">Any bytes.</param>
    /// <param name="eventId">The id, which the header <c>X-Event-Id</c> contains.</param>
    /// <exception cref="InvalidOperationException">Neither <see cref="SignBody"/> nor <see cref="SignHeaders"/> is true.</exception>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body, string eventId)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        if (!SignBody && !SignHeaders)
        {
            throw new InvalidOperationException($"There is nothing to sign: set {nameof(SignBody)} or {nameof(SignHeaders)}.");
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = "application/json",
            ["X-Event-Id"] = eventId,
            ["X-Event-Type"] = EventTypeOf(body),
        };
        foreach (var header in Headers)
        {
            headers[header.Key] = header.Value;
        }

        var time = _timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = "t=" + time;
        if (SignBody)
        {
            signature += ",v0=" + Code(time, body);
        }

        if (SignHeaders)
        {
            var covered = headers.Select(header => (Name: header.Key.ToLowerInvariant(), header.Value)).OrderBy(header => header.Name, StringComparer.Ordinal).ToArray();
            var names = string.Join(' ', covered.Select(header => header.Name));
            signature += $",h={names},v1={Code($"{time}.{names}.{string.Join('.', covered.Select(header => header.Value))}", body)}";
        }

        headers["X-Hook0-Signature"] = signature;
        return new(Provider, body, headers) { ContentType = headers["Content-Type"] };
    }

    private string Code(string prefix, ReadOnlyMemory<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(prefix + "."), .. body.Span];
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, signed));
    }

    private static string EventTypeOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span) is JsonObject checkout && checkout["eventType"] is JsonValue value && value.TryGetValue(out string? type)
                ? type
                : CoinbaseBusinessEventTypes.CheckoutPaymentSuccess;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Any bytes may be signed.
            return CoinbaseBusinessEventTypes.CheckoutPaymentSuccess;
        }
    }

    // A checkout lists all its refunds; those before this one are combined into one.
    private JsonObject Refunded(TestPayment payment, PaymentRefund refund)
    {
        var isDone = refund.Status == RefundStatus.Succeeded;
        if (!isDone && refund.Status != RefundStatus.Failed)
        {
            throw this.Unsupported(refund.Status);
        }

        var before = Math.Max(0, refund.TotalAmount!.Value - refund.Amount!.Value);
        var total = isDone ? refund.TotalAmount.Value : before;
        var checkout = Paid(
            payment,
            isDone ? CoinbaseBusinessEventTypes.CheckoutRefundSuccess : CoinbaseBusinessEventTypes.CheckoutRefundFailed,
            total == 0 ? "COMPLETED" : total < payment.Amount ? "PARTIALLY_REFUNDED" : "REFUNDED");
        var own = Row(
            payment, refund.Id ?? RefundId(payment, "69163c77"), refund.Amount.Value, isDone ? "COMPLETED" : "FAILED", _timeProvider.GetUtcNow(), refund.Reason);
        checkout["refundedAmount"] = Text(total);
        checkout["refunds"] = before > 0
            ? new JsonArray(Row(payment, RefundId(payment, "69163c76"), before, "COMPLETED", _timeProvider.GetUtcNow().AddDays(-1), reason: null), own)
            : new JsonArray(own);
        return checkout;
    }

    private static string RefundId(TestPayment payment, string prefix) => prefix + payment.PaymentId.PadLeft(16, '0')[^16..];

    private static JsonObject Row(TestPayment payment, string id, decimal amount, string status, DateTimeOffset time, string? reason) => new()
    {
        ["id"] = id,
        ["checkoutId"] = payment.PaymentId,
        ["amount"] = Text(amount),
        ["currency"] = payment.Currency,
        ["status"] = status,
        ["reason"] = reason ?? "Customer requested refund",
        ["transactionHash"] = "0x" + new string('b', 64),
        ["createdAt"] = Time(time),
        ["completedAt"] = Time(time),
    };

    private JsonObject Paid(TestPayment payment, string eventType, string status)
    {
        var fee = payment.Amount * FeeRate;
        var checkout = Checkout(payment, eventType, status);
        checkout["settlement"] = new JsonObject
        {
            ["totalAmount"] = Text(payment.Amount),
            ["feeAmount"] = Text(fee),
            ["netAmount"] = Text(payment.Amount - fee),
            ["currency"] = payment.Currency,
        };
        checkout["transactionHash"] = "0x" + new string('a', 64);
        return checkout;
    }

    private JsonObject Checkout(TestPayment payment, string eventType, string status) => new()
    {
        ["id"] = payment.PaymentId,
        ["url"] = "https://payments.coinbase.com/payment-links/pl_01k9zdrbdeezj98vaqaxrfare0",
        ["amount"] = Text(payment.Amount),
        ["currency"] = payment.Currency,
        ["network"] = "base",
        ["address"] = "0x742d35Cc6634C0532925a3b844Bc454e4438f44e",
        ["description"] = "Test payment",
        ["eventType"] = eventType,
        ["expiresAt"] = Time(_timeProvider.GetUtcNow().AddHours(1)),
        ["failRedirectUrl"] = "https://shop.example/checkout/failed",
        ["successRedirectUrl"] = "https://shop.example/checkout/thanks",
        ["metadata"] = Metadata(payment),
        ["status"] = status,
        ["createdAt"] = Now(),
        ["updatedAt"] = Now(),
    };

    private static JsonObject Metadata(TestPayment payment)
    {
        var metadata = new JsonObject(payment.MetadataWithCustomer().Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        if (payment.Reference is not null)
        {
            metadata["orderId"] = payment.Reference;
        }

        return metadata;
    }

    private string Now() => Time(_timeProvider.GetUtcNow());

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
