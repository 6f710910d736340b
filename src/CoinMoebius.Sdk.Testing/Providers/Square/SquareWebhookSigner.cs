using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Square;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Creates Square's webhooks: payments, refunds, disputes, subscriptions and their invoices, with the <c>x-square-hmacsha256-signature</c>
/// header. Square signs the notification URL together with the body. It has no metadata, and only payments have a reference. A refund does not
/// state which part of the payment it is.
/// </summary>
/// <param name="signatureKey">The signature key of the webhook subscription, as given to <see cref="SquareWebhookOptions"/>.</param>
/// <param name="notificationUrl">
/// The signed URL, as in <see cref="SquareWebhookOptions.NotificationUrl"/>, regardless of where a delivery is sent: behind a proxy the two
/// differ. Null signs the URL to which each delivery is sent, which a simulator knows.
/// </param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class SquareWebhookSigner(string signatureKey, string? notificationUrl = null, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(signatureKey);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.Square;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Refunded, PaymentStatus.Disputed];

    /// <inheritdoc/>
    public IReadOnlyCollection<RefundStatus> RefundStatuses { get; } = [RefundStatus.Succeeded, RefundStatus.Failed];

    /// <inheritdoc/>
    public IReadOnlyCollection<DisputeOutcome> DisputeOutcomes { get; } = [DisputeOutcome.Open, DisputeOutcome.Won, DisputeOutcome.Lost];

    /// <inheritdoc/>
    public IReadOnlyCollection<SubscriptionEventType> SubscriptionTypes => TestSubscription.AllTypes;

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "hYy9pRFVxp" + number.ToString("D16", CultureInfo.InvariantCulture) + "JZY";

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (payment.Refund is not null || payment.Status == PaymentStatus.Refunded)
        {
            return Body(SquareEventTypes.RefundUpdated, "refund", Refund(payment, payment.ToldRefund!), payment.EventId);
        }

        if (payment.ToldDispute is { } dispute)
        {
            return Body(
                dispute.Outcome == DisputeOutcome.Open ? SquareEventTypes.DisputeCreated : SquareEventTypes.DisputeStateUpdated,
                "dispute",
                Dispute(payment, dispute),
                payment.EventId);
        }

        var (type, data) = payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => (SquareEventTypes.PaymentUpdated, Payment(payment, "COMPLETED")),
            PaymentStatus.Values.Pending => (SquareEventTypes.PaymentCreated, Payment(payment, "APPROVED")),
            PaymentStatus.Values.Failed => (SquareEventTypes.PaymentUpdated, Payment(payment, "FAILED")),
            _ => throw this.Unsupported(payment.Status),
        };
        return Body(type, "payment", data, payment.EventId);
    }

    /// <inheritdoc/>
    public byte[] CreateSubscriptionBody(TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var (type, name, data) = SquareSubscriptionBodies.Create(this, subscription, _timeProvider.GetUtcNow());
        return Body(type, name, data, subscription.EventId);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The signer was created without a notification URL.</exception>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body) => Sign(
        body,
        notificationUrl ?? throw new InvalidOperationException(
            "Square signs the notification URL: create the signer with it, or pass the URL to Sign(body, url)."));

    /// <inheritdoc/>
    /// <remarks>If the signer was created with a notification URL, it signs that instead of <paramref name="url"/>.</remarks>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body, Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Sign(body, notificationUrl ?? url.OriginalString);
    }

    private SignedWebhook Sign(ReadOnlyMemory<byte> body, string url)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(url), .. body.Span];
        return new(Provider, body, new Dictionary<string, string>
        {
            ["x-square-hmacsha256-signature"] = Convert.ToBase64String(HMACSHA256.HashData(_key, signed)),
        });
    }

    private JsonObject Payment(TestPayment payment, string status) => new()
    {
        ["id"] = payment.PaymentId,
        ["created_at"] = Now(),
        ["updated_at"] = Now(),
        ["amount_money"] = Money(payment.Amount, payment.Currency),
        ["total_money"] = Money(payment.Amount, payment.Currency),
        ["status"] = status,
        ["source_type"] = "CARD",
        ["location_id"] = "LH2ZVFQZPA1R5",
        ["order_id"] = OrderOf(payment),
        ["reference_id"] = payment.Reference,
        ["customer_id"] = payment.CustomerRef,
        ["version_token"] = "zpCBiO0YgSg5cCEqjUxHQGEuZA9SJBdp1WwI",
    };

    private JsonObject Refund(TestPayment payment, PaymentRefund refund) => new()
    {
        ["id"] = refund.Id ?? payment.PaymentId + "_refund",
        ["payment_id"] = payment.PaymentId,
        ["order_id"] = OrderOf(payment),
        ["created_at"] = Now(),
        ["updated_at"] = Now(),
        ["amount_money"] = Money(refund.Amount!.Value, payment.Currency),
        ["status"] = refund.Status.Value switch
        {
            RefundStatus.Values.Succeeded => "COMPLETED",
            RefundStatus.Values.Failed => "FAILED",
            _ => throw this.Unsupported(refund.Status),
        },
        ["location_id"] = "LH2ZVFQZPA1R5",
        ["reason"] = refund.Reason ?? "Test refund",
    };

    private JsonObject Dispute(TestPayment payment, PaymentDispute dispute)
    {
        var data = new JsonObject
        {
            ["id"] = dispute.Id ?? "dts_" + payment.PaymentId,
            ["amount_money"] = Money(dispute.Amount!.Value, payment.Currency),
            ["reason"] = dispute.Reason ?? "NOT_AS_DESCRIBED",
            ["state"] = dispute.Outcome.Value switch
            {
                DisputeOutcome.Values.Open => dispute.IsInquiry ? "INQUIRY_EVIDENCE_REQUIRED" : "EVIDENCE_REQUIRED",
                DisputeOutcome.Values.Won => dispute.IsInquiry ? "INQUIRY_CLOSED" : "WON",
                DisputeOutcome.Values.Lost => "LOST",
                _ => throw this.Unsupported(dispute.Outcome),
            },
            ["disputed_payment"] = new JsonObject { ["payment_id"] = payment.PaymentId },
            ["card_brand"] = "VISA",
            ["created_at"] = Now(),
            ["updated_at"] = Now(),
            ["version"] = 1,
            ["location_id"] = "LH2ZVFQZPA1R5",
        };
        if (dispute.RespondBy is { } respondBy)
        {
            data["due_at"] = Text(respondBy);
        }

        return data;
    }

    private byte[] Body(string type, string name, JsonObject data, string? eventId) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["merchant_id"] = "6SSW7HV8K2ST5",
        ["type"] = type,
        ["event_id"] = eventId ?? Guid.NewGuid().ToString("D"),
        ["created_at"] = Now(),
        ["data"] = new JsonObject
        {
            ["type"] = name,
            ["id"] = data["id"]!.DeepClone(),
            ["object"] = new JsonObject { [name] = data },
        },
    }.ToJsonString());

    private static string OrderOf(TestPayment payment) => payment.CheckoutId ?? "order_" + payment.PaymentId;

    internal static JsonObject Money(decimal amount, string currency) => new()
    {
        ["amount"] = WebhookSignerExtensions.ToMinor(amount, CurrencyUnits.GetExponent(currency)),
        ["currency"] = currency,
    };

    private string Now() => Text(_timeProvider.GetUtcNow());

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
