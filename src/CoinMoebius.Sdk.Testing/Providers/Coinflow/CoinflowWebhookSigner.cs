using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Creates Coinflow's webhooks of version 3: payments, chargebacks, refunds and subscriptions, with the <c>Coinflow-Signature</c> header. A
/// refund does not state which part of the payment it is, and a renewal has no webhook except that of its payment.
/// </summary>
/// <param name="secret">The Webhook Validation Key, as given to <see cref="CoinflowWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class CoinflowWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private const string MerchantId = "test-merchant";

    // Version 3 sends all of them.
    private static readonly string[] Fees =
    [
        "fees", "gasFees", "chargebackProtectionFees", "fxFees", "networkFees",
        "merchantPaidFees", "merchantPaidGasFees", "merchantPaidChargebackProtectionFees", "merchantPaidFxFees", "merchantPaidNetworkFees",
        "invoicedCreditCardFees", "invoicedGasFees", "invoicedChargebackProtectionFees", "invoicedFxFees", "invoicedNetworkFees",
    ];

    private readonly string _secret = secret;
    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.Coinflow;

    /// <summary>
    /// True to send the key itself as the <c>Authorization</c> header and no signature, which an account may use; false unless set.
    /// </summary>
    public bool UseAuthorizationHeader { get; init; }

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
    [
        PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Partial, PaymentStatus.Refunded,
        PaymentStatus.Reversed, PaymentStatus.Disputed,
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<RefundStatus> RefundStatuses { get; } = [RefundStatus.Succeeded, RefundStatus.Failed];

    /// <inheritdoc/>
    public IReadOnlyCollection<DisputeOutcome> DisputeOutcomes { get; } = [DisputeOutcome.Open, DisputeOutcome.Won, DisputeOutcome.Lost];

    /// <inheritdoc/>
    public IReadOnlyCollection<SubscriptionEventType> SubscriptionTypes { get; } =
        [SubscriptionEventType.Created, SubscriptionEventType.PaymentFailed, SubscriptionEventType.Canceled];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "c01f1045-0000-4000-8000-" + number.ToString("D12", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (payment.Refund is not null || payment.Status == PaymentStatus.Refunded)
        {
            return Refund(payment, payment.ToldRefund!);
        }

        if (payment.ToldDispute is { } dispute)
        {
            return Chargeback(payment, dispute);
        }

        return payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => CreateBody(CoinflowEventTypes.Settled, Settled(payment)),
            PaymentStatus.Values.Pending => CreateBody(CoinflowEventTypes.CardPaymentAuthorized, Payment(payment, payment.Amount)),
            PaymentStatus.Values.Failed => CreateBody(CoinflowEventTypes.CardPaymentDeclined, Declined(payment)),
            PaymentStatus.Values.Partial => CreateBody(CoinflowEventTypes.CryptoUnderpayment, Payment(payment, payment.Moved)),
            PaymentStatus.Values.Reversed => CreateBody(CoinflowEventTypes.CardPaymentVoided, Payment(payment, payment.Amount)),
            _ => throw this.Unsupported(payment.Status),
        };
    }

    /// <inheritdoc/>
    public byte[] CreateSubscriptionBody(TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var isFailure = subscription.Type == SubscriptionEventType.PaymentFailed;
        var type = subscription.Type.Value switch
        {
            SubscriptionEventType.Values.Created => CoinflowEventTypes.SubscriptionCreated,
            SubscriptionEventType.Values.PaymentFailed => CoinflowEventTypes.SubscriptionFailure,
            SubscriptionEventType.Values.Canceled => CoinflowEventTypes.SubscriptionCanceled,
            _ => throw this.Unsupported(subscription.Type),
        };
        var info = new JsonObject();
        if (subscription.Reference is not null)
        {
            info["orderId"] = subscription.Reference;
        }

        var data = new JsonObject
        {
            ["planCode"] = subscription.ProductId ?? "test-plan",
            ["planName"] = "Test plan",
            ["subscriptionId"] = subscription.SubscriptionId,
            ["customerId"] = CustomerId(subscription.CustomerRef),
            ["amount"] = Money(subscription.Amount, subscription.Currency),
            ["interval"] = "Monthly",
            ["fundingMethod"] = "card",
            ["webhookInfo"] = info,
            ["paymentMethod"] = "card",
        };
        if (isFailure)
        {
            data["reason"] = "Insufficient funds";
        }

        return CreateBody(type, data, "Subscription");
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body)
    {
        if (UseAuthorizationHeader)
        {
            return new(Provider, body, new Dictionary<string, string> { ["Authorization"] = _secret });
        }

        var time = _timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(time + "."), .. body.Span];
        var digest = Convert.ToHexStringLower(HMACSHA256.HashData(_key, signed));
        return new(Provider, body, new Dictionary<string, string> { ["Coinflow-Signature"] = $"t={time},v1={digest}" });
    }

    /// <summary>Puts an event's data into the envelope, which has no id of its own: retries of an event are identical.</summary>
    private byte[] CreateBody(string eventType, JsonObject data, string category = "Purchase")
    {
        var body = new JsonObject
        {
            ["eventType"] = eventType,
            ["category"] = category,
            ["created"] = _timeProvider.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["data"] = data,
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static JsonObject Settled(TestPayment payment)
    {
        var data = Payment(payment, payment.Amount);
        data["rawCustomerId"] = payment.CustomerRef ?? "test-customer";
        data["signature"] = "5VERYtestTransactionSignature1111111111111111111111111111111111";
        data["velocityHold"] = false;
        return data;
    }

    private static JsonObject Declined(TestPayment payment)
    {
        var data = Payment(payment, payment.Amount);
        data["declineCode"] = "51";
        data["declineDescription"] = "Insufficient funds";
        data["avsResponseCode"] = "Y";
        data["cvvResponseCode"] = "M";
        data["threeDsAuthenticationStatus"] = "Frictionless";
        return data;
    }

    private byte[] Chargeback(TestPayment payment, PaymentDispute dispute)
    {
        var type = dispute.Outcome.Value switch
        {
            DisputeOutcome.Values.Open => CoinflowEventTypes.CardPaymentChargebackOpened,
            DisputeOutcome.Values.Won => CoinflowEventTypes.CardPaymentChargebackWon,
            DisputeOutcome.Values.Lost => CoinflowEventTypes.CardPaymentChargebackLost,
            _ => throw this.Unsupported(dispute.Outcome),
        };
        var data = Payment(payment, dispute.Amount!.Value);
        data["chargebackId"] = dispute.Id ?? "cb-" + payment.PaymentId;
        data["reasonCode"] = "10.4";
        data["reasonDescription"] = dispute.Reason ?? "Fraud: card absent";
        data["respondByDate"] = dispute.RespondBy?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? "2026-12-31T00:00:00.000Z";
        return CreateBody(type, data);
    }

    private static JsonObject Payment(TestPayment payment, decimal amount)
    {
        var none = Money(0, payment.Currency);
        var data = new JsonObject
        {
            ["id"] = payment.PaymentId,
            ["customerId"] = CustomerId(payment.CustomerRef),
            ["webhookInfo"] = WebhookInfo(payment),
            ["subtotal"] = Money(amount, payment.Currency),
            ["total"] = Money(amount, payment.Currency),
            ["merchantId"] = MerchantId,
            ["paymentMethod"] = "card",
        };
        foreach (var fee in Fees)
        {
            data[fee] = none.DeepClone();
        }

        return data;
    }

    // Coinflow's schema has no refund id; one that a test sets is sent.
    private byte[] Refund(TestPayment payment, PaymentRefund refund)
    {
        var (type, status) = refund.Status.Value switch
        {
            RefundStatus.Values.Succeeded => (CoinflowEventTypes.RefundComplete, "Settled"),
            RefundStatus.Values.Failed => (CoinflowEventTypes.RefundFailure, "Failed"),
            _ => throw this.Unsupported(refund.Status),
        };
        var data = new JsonObject
        {
            ["wallet"] = CustomerId(payment.CustomerRef),
            ["blockchain"] = "user",
            ["totals"] = new JsonObject
            {
                ["subtotal"] = Money(refund.Amount!.Value, payment.Currency),
                ["processorFees"] = Money(0, payment.Currency),
                ["total"] = Money(refund.Amount.Value, payment.Currency),
                ["rate"] = 1,
                ["resolution"] = Money(0, payment.Currency),
            },
            ["paymentId"] = payment.PaymentId,
            ["status"] = status,
            ["webhookInfo"] = WebhookInfo(payment),
        };
        if (refund.Id is not null)
        {
            data["id"] = refund.Id;
        }

        return CreateBody(type, data);
    }

    private static string CustomerId(string? customerRef) => $"{MerchantId}\u02AC{customerRef ?? "test-customer"}";

    private static JsonObject WebhookInfo(TestPayment payment)
    {
        var info = new JsonObject(payment.Metadata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        if (payment.Reference is not null)
        {
            info["orderId"] = payment.Reference;
        }

        return info;
    }

    private static JsonObject Money(decimal amount, string currency) => new()
    {
        ["cents"] = WebhookSignerExtensions.ToMinor(amount, CurrencyUnits.GetExponent(currency)),
        ["currency"] = currency,
    };
}
