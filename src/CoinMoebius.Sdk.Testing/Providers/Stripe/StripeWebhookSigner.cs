using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Stripe;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Makes Stripe's webhooks: checkout sessions, refunds and disputes, signed as the <c>Stripe-Signature</c> header is.</summary>
/// <param name="secret">The endpoint's signing secret, as given to <see cref="StripeWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class StripeWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.Stripe;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Refunded, PaymentStatus.Disputed];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "pi_3Test" + number.ToString("D16", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (type, data) = payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => (StripeEventTypes.CheckoutSessionCompleted, Session(payment, "complete", "paid")),
            PaymentStatus.Values.Pending => (StripeEventTypes.CheckoutSessionCompleted, Session(payment, "complete", "unpaid")),
            PaymentStatus.Values.Failed => (StripeEventTypes.CheckoutSessionAsyncPaymentFailed, Session(payment, "complete", "unpaid")),
            PaymentStatus.Values.Refunded => (StripeEventTypes.ChargeRefunded, Charge(payment)),
            PaymentStatus.Values.Disputed => (StripeEventTypes.ChargeDisputeCreated, Dispute(payment)),
            _ => throw this.Unsupported(payment.Status),
        };
        var body = new JsonObject
        {
            ["id"] = payment.EventId ?? $"evt_{Guid.NewGuid():N}",
            ["object"] = "event",
            ["api_version"] = "2026-07-29.dahlia",
            ["created"] = _timeProvider.GetUtcNow().ToUnixTimeSeconds(),
            ["data"] = new JsonObject { ["object"] = data },
            ["livemode"] = !payment.IsTest,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
            ["type"] = type,
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body)
    {
        var time = _timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(time + "."), .. body.Span];
        var digest = Convert.ToHexStringLower(HMACSHA256.HashData(_key, signed));
        return new(Provider, body, new Dictionary<string, string> { ["Stripe-Signature"] = $"t={time},v1={digest}" });
    }

    private static JsonObject Session(TestPayment payment, string status, string paymentStatus) => new()
    {
        ["id"] = "cs_test_" + payment.PaymentId,
        ["object"] = "checkout.session",
        ["amount_total"] = Minor(payment.Amount, payment.Currency),
        ["client_reference_id"] = payment.Reference,
        ["currency"] = payment.Currency.ToLowerInvariant(),
        ["customer"] = null,
        ["livemode"] = !payment.IsTest,
        ["metadata"] = Metadata(payment),
        ["mode"] = "payment",
        ["payment_intent"] = payment.PaymentId,
        ["payment_status"] = paymentStatus,
        ["status"] = status,
    };

    private static JsonObject Charge(TestPayment payment) => new()
    {
        ["id"] = "ch_" + payment.PaymentId,
        ["object"] = "charge",
        ["amount"] = Minor(payment.Amount, payment.Currency),
        ["amount_captured"] = Minor(payment.Amount, payment.Currency),
        ["amount_refunded"] = Minor(payment.Moved, payment.Currency),
        ["currency"] = payment.Currency.ToLowerInvariant(),
        ["customer"] = null,
        ["metadata"] = Metadata(payment),
        ["payment_intent"] = payment.PaymentId,
        ["refunded"] = payment.Moved == payment.Amount,
        ["status"] = "succeeded",
    };

    private static JsonObject Dispute(TestPayment payment) => new()
    {
        ["id"] = "dp_" + payment.PaymentId,
        ["object"] = "dispute",
        ["amount"] = Minor(payment.Moved, payment.Currency),
        ["charge"] = "ch_" + payment.PaymentId,
        ["currency"] = payment.Currency.ToLowerInvariant(),
        ["metadata"] = Metadata(payment),
        ["payment_intent"] = payment.PaymentId,
        ["reason"] = "fraudulent",
        ["status"] = "needs_response",
    };

    private static JsonObject Metadata(TestPayment payment) =>
        new(payment.MetadataWithCustomer().Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private static long Minor(decimal amount, string currency) =>
        WebhookSignerExtensions.ToMinor(amount, currency is "ISK" or "UGX" ? 2 : CurrencyUnits.GetExponent(currency));
}
