using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Coinflow;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Makes Coinflow's webhooks of version 3: payments, chargebacks and refunds, signed as the <c>Coinflow-Signature</c> header is.
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
    /// True to send the key itself as the <c>Authorization</c> header and no signature, as an account may be set up; false unless set.
    /// </summary>
    public bool UseAuthorizationHeader { get; init; }

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
    [
        PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Partial, PaymentStatus.Refunded,
        PaymentStatus.Disputed,
    ];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "c01f1045-0000-4000-8000-" + number.ToString("D12", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => CreateBody(CoinflowEventTypes.Settled, Settled(payment)),
            PaymentStatus.Values.Pending => CreateBody(CoinflowEventTypes.CardPaymentAuthorized, Payment(payment, payment.Amount)),
            PaymentStatus.Values.Failed => CreateBody(CoinflowEventTypes.CardPaymentDeclined, Declined(payment)),
            PaymentStatus.Values.Partial => CreateBody(CoinflowEventTypes.CryptoUnderpayment, Payment(payment, payment.Moved)),
            PaymentStatus.Values.Refunded => CreateBody(CoinflowEventTypes.RefundComplete, Refund(payment)),
            PaymentStatus.Values.Disputed => CreateBody(CoinflowEventTypes.CardPaymentChargebackOpened, Chargeback(payment)),
            _ => throw this.Unsupported(payment.Status),
        };
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

    /// <summary>Puts an event's data into the envelope, which has no id of its own: retries of an event are equal to the byte.</summary>
    private byte[] CreateBody(string eventType, JsonObject data)
    {
        var body = new JsonObject
        {
            ["eventType"] = eventType,
            ["category"] = "Purchase",
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

    private static JsonObject Chargeback(TestPayment payment)
    {
        var data = Payment(payment, payment.Moved);
        data["chargebackId"] = "cb-" + payment.PaymentId;
        data["reasonCode"] = "10.4";
        data["reasonDescription"] = "Fraud: card absent";
        data["respondByDate"] = "2026-12-31T00:00:00.000Z";
        return data;
    }

    private static JsonObject Payment(TestPayment payment, decimal amount)
    {
        var none = Money(0, payment.Currency);
        var data = new JsonObject
        {
            ["id"] = payment.PaymentId,
            ["customerId"] = CustomerId(payment),
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

    private static JsonObject Refund(TestPayment payment) => new()
    {
        ["wallet"] = CustomerId(payment),
        ["blockchain"] = "user",
        ["totals"] = new JsonObject
        {
            ["subtotal"] = Money(payment.Moved, payment.Currency),
            ["processorFees"] = Money(0, payment.Currency),
            ["total"] = Money(payment.Moved, payment.Currency),
            ["rate"] = 1,
            ["resolution"] = Money(0, payment.Currency),
        },
        ["paymentId"] = payment.PaymentId,
        ["status"] = "Settled",
        ["webhookInfo"] = WebhookInfo(payment),
    };

    private static string CustomerId(TestPayment payment) => $"{MerchantId}\u02AC{payment.CustomerRef ?? "test-customer"}";

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
