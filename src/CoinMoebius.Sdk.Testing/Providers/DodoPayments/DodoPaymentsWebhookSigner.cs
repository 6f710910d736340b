using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.DodoPayments;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Makes Dodo Payments' webhooks: payments, refunds and disputes, signed as its <c>webhook-*</c> headers are.</summary>
/// <param name="secret">The endpoint's signing secret, as given to <see cref="DodoPaymentsWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
/// <exception cref="FormatException"><paramref name="secret"/> is not base64.</exception>
public sealed class DodoPaymentsWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private const string BusinessId = "bus_Test0000000000000001";

    private readonly StandardWebhookSigner _signer = new(PaymentProvider.DodoPayments, secret, timeProvider);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.DodoPayments;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Refunded, PaymentStatus.Disputed];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "pay_Test" + number.ToString("D16", CultureInfo.InvariantCulture);

    /// <summary>
    /// Makes the body of a webhook about a payment. Its id is no part of it: <see cref="TestPayment.EventId"/> counts when the payment is
    /// signed with <see cref="Sign(TestPayment)"/>.
    /// </summary>
    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (type, data) = payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => (DodoPaymentsEventTypes.PaymentSucceeded, Payment(payment, "succeeded")),
            PaymentStatus.Values.Pending => (DodoPaymentsEventTypes.PaymentProcessing, Payment(payment, "processing")),
            PaymentStatus.Values.Failed => (DodoPaymentsEventTypes.PaymentFailed, Payment(payment, "failed")),
            PaymentStatus.Values.Refunded => (DodoPaymentsEventTypes.RefundSucceeded, Refund(payment)),
            PaymentStatus.Values.Disputed => (DodoPaymentsEventTypes.DisputeOpened, Dispute(payment)),
            _ => throw this.Unsupported(payment.Status),
        };
        data["business_id"] = BusinessId;
        data["created_at"] = Now();
        var body = new JsonObject { ["business_id"] = BusinessId, ["type"] = type, ["timestamp"] = Now(), ["data"] = data };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body) => _signer.Sign(body);

    /// <summary>Makes and signs the webhook of a payment, under its <see cref="TestPayment.EventId"/> when it has one.</summary>
    /// <param name="payment">The payment.</param>
    /// <exception cref="NotSupportedException">Dodo Payments has no webhook for that status; the message lists those it has.</exception>
    public SignedWebhook Sign(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return _signer.Sign(CreateBody(payment), payment.EventId);
    }

    private static JsonObject Payment(TestPayment payment, string status) => new()
    {
        ["payload_type"] = "Payment",
        ["payment_id"] = payment.PaymentId,
        ["checkout_session_id"] = "cks_" + payment.PaymentId,
        ["subscription_id"] = null,
        ["total_amount"] = Minor(payment.Amount, payment.Currency),
        ["currency"] = payment.Currency,
        ["settlement_amount"] = Minor(payment.Amount, payment.Currency),
        ["settlement_currency"] = payment.Currency,
        ["tax"] = 0,
        ["status"] = status,
        ["payment_method"] = "card",
        ["error_code"] = status == "failed" ? "INSUFFICIENT_FUNDS" : null,
        ["customer"] = Customer(),
        ["metadata"] = Metadata(payment),
        ["refunds"] = new JsonArray(),
        ["disputes"] = new JsonArray(),
        ["is_update_payment_method"] = false,
    };

    private static JsonObject Refund(TestPayment payment) => new()
    {
        ["payload_type"] = "Refund",
        ["refund_id"] = "ref_" + payment.PaymentId,
        ["payment_id"] = payment.PaymentId,
        ["amount"] = Minor(payment.Moved, payment.Currency),
        ["currency"] = payment.Currency,
        ["is_partial"] = payment.Moved != payment.Amount,
        ["status"] = "succeeded",
        ["reason"] = "requested_by_customer",
        ["customer"] = Customer(),
        ["metadata"] = Metadata(payment),
    };

    private static JsonObject Dispute(TestPayment payment) => new()
    {
        ["payload_type"] = "Dispute",
        ["dispute_id"] = "dsp_" + payment.PaymentId,
        ["payment_id"] = payment.PaymentId,
        ["amount"] = Minor(payment.Moved, payment.Currency).ToString(CultureInfo.InvariantCulture),
        ["currency"] = payment.Currency,
        ["dispute_stage"] = "dispute",
        ["dispute_status"] = "dispute_opened",
        ["reason"] = "fraudulent",
        ["remarks"] = null,
        ["customer"] = Customer(),
    };

    private static JsonObject Customer() => new()
    {
        ["customer_id"] = "cus_Test0000000000000001",
        ["email"] = "buyer@example.com",
        ["name"] = "Test Buyer",
    };

    private static JsonObject Metadata(TestPayment payment)
    {
        var metadata = new JsonObject(payment.MetadataWithCustomer().Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        if (payment.Reference is not null)
        {
            metadata["order_id"] = payment.Reference;
        }

        return metadata;
    }

    private static long Minor(decimal amount, string currency) => WebhookSignerExtensions.ToMinor(amount, CurrencyUnits.GetExponent(currency));

    private string Now() => _timeProvider.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
