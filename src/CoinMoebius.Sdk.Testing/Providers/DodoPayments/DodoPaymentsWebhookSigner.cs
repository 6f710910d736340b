using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.DodoPayments;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Creates Dodo Payments' webhooks: payments, refunds, disputes and subscriptions, with its <c>webhook-*</c> headers.</summary>
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
    [
        PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.PartiallyRefunded, PaymentStatus.Refunded,
        PaymentStatus.Disputed,
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<RefundStatus> RefundStatuses { get; } = [RefundStatus.Succeeded, RefundStatus.Failed];

    /// <inheritdoc/>
    public IReadOnlyCollection<DisputeOutcome> DisputeOutcomes { get; } = [DisputeOutcome.Open, DisputeOutcome.Won, DisputeOutcome.Lost];

    /// <inheritdoc/>
    /// <remarks>A renewal that cannot be charged is an update to past due; <c>payment_failed</c> is a subscription that never began.</remarks>
    public IReadOnlyCollection<SubscriptionEventType> SubscriptionTypes => TestSubscription.AllTypes;

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "pay_Test" + number.ToString("D16", CultureInfo.InvariantCulture);

    /// <summary>
    /// Creates the body of a webhook about a payment. The body does not contain the event's id: <see cref="Sign(TestPayment)"/> uses
    /// <see cref="TestPayment.EventId"/>.
    /// </summary>
    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (type, data) = payment.ToldRefund is { } refund ? Refund(payment, refund)
            : payment.ToldDispute is { } dispute ? Dispute(payment, dispute)
            : payment.Status.Value switch
            {
                PaymentStatus.Values.Succeeded => (DodoPaymentsEventTypes.PaymentSucceeded, Payment(payment, "succeeded")),
                PaymentStatus.Values.Pending => (DodoPaymentsEventTypes.PaymentProcessing, Payment(payment, "processing")),
                PaymentStatus.Values.Failed => (DodoPaymentsEventTypes.PaymentFailed, Payment(payment, "failed")),
                _ => throw this.Unsupported(payment.Status),
            };
        data["created_at"] = Now();
        return Body(type, data);
    }

    /// <summary>
    /// Creates the body of a webhook about a subscription. The body contains neither the event's id nor the payment of a charge, for which Dodo
    /// Payments sends a separate event.
    /// </summary>
    /// <inheritdoc/>
    public byte[] CreateSubscriptionBody(TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var (type, data) = DodoPaymentsSubscriptionBodies.Create(this, subscription, _timeProvider.GetUtcNow());
        return Body(type, data);
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body) => _signer.Sign(body);

    /// <summary>Creates and signs the webhook of a payment, with its <see cref="TestPayment.EventId"/> when it has one.</summary>
    /// <param name="payment">The payment.</param>
    /// <exception cref="NotSupportedException">Dodo Payments has no webhook for that status; the message lists the supported ones.</exception>
    public SignedWebhook Sign(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return _signer.Sign(CreateBody(payment), payment.EventId);
    }

    private static JsonObject Payment(TestPayment payment, string status) => new()
    {
        ["payload_type"] = "Payment",
        ["payment_id"] = payment.PaymentId,
        ["checkout_session_id"] = payment.CheckoutId ?? "cks_" + payment.PaymentId,
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

    private (string Type, JsonObject Data) Refund(TestPayment payment, PaymentRefund refund)
    {
        var isFull = refund.IsFull ?? (payment.Status != PaymentStatus.PartiallyRefunded && refund.Amount >= payment.Amount);
        var (type, status) = refund.Status.Value switch
        {
            RefundStatus.Values.Succeeded => (DodoPaymentsEventTypes.RefundSucceeded, "succeeded"),
            RefundStatus.Values.Failed => (DodoPaymentsEventTypes.RefundFailed, "failed"),
            _ => throw this.Unsupported(refund.Status),
        };
        return (type, new()
        {
            ["payload_type"] = "Refund",
            ["refund_id"] = refund.Id ?? "ref_" + payment.PaymentId,
            ["payment_id"] = payment.PaymentId,
            ["amount"] = Minor(refund.Amount!.Value, payment.Currency),
            ["currency"] = payment.Currency,
            ["is_partial"] = !isFull,
            ["status"] = status,
            ["reason"] = refund.Reason ?? "requested_by_customer",
            ["customer"] = Customer(),
            ["metadata"] = Metadata(payment),
        });
    }

    private (string Type, JsonObject Data) Dispute(TestPayment payment, PaymentDispute dispute)
    {
        var (type, status) = dispute.Outcome.Value switch
        {
            DisputeOutcome.Values.Open => (DodoPaymentsEventTypes.DisputeOpened, "dispute_opened"),
            DisputeOutcome.Values.Won => (DodoPaymentsEventTypes.DisputeWon, "dispute_won"),
            DisputeOutcome.Values.Lost => (DodoPaymentsEventTypes.DisputeLost, "dispute_lost"),
            _ => throw this.Unsupported(dispute.Outcome),
        };
        return (type, new()
        {
            ["payload_type"] = "Dispute",
            ["dispute_id"] = dispute.Id ?? "dsp_" + payment.PaymentId,
            ["payment_id"] = payment.PaymentId,
            ["amount"] = Minor(dispute.Amount!.Value, payment.Currency).ToString(CultureInfo.InvariantCulture),
            ["currency"] = payment.Currency,
            ["dispute_stage"] = dispute.IsInquiry ? "pre_dispute" : "dispute",
            ["dispute_status"] = status,
            ["reason"] = dispute.Reason ?? "fraudulent",
            ["remarks"] = null,
            ["customer"] = Customer(),
        });
    }

    private byte[] Body(string type, JsonObject data)
    {
        data["business_id"] = BusinessId;
        var body = new JsonObject { ["business_id"] = BusinessId, ["type"] = type, ["timestamp"] = Now(), ["data"] = data };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    internal static JsonObject Customer() => new()
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

    internal static long Minor(decimal amount, string currency) => WebhookSignerExtensions.ToMinor(amount, CurrencyUnits.GetExponent(currency));

    private string Now() => _timeProvider.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
