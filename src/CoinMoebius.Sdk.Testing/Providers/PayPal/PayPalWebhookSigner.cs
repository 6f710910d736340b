using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.PayPal;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Creates PayPal's webhooks: captures, refunds, disputes and subscriptions, signed with a throw-away certificate. The payment id is that of
/// the capture, which refunds and disputes name as well. A refund does not state which part of the capture it is.
/// </summary>
/// <param name="webhookId">The webhook id, as given to <see cref="PayPalWebhookOptions.WebhookId"/>.</param>
/// <param name="certificate">The certificate that signs; <see cref="PayPalTestCertificate.Shared"/> unless given.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class PayPalWebhookSigner(string webhookId, PayPalTestCertificate? certificate = null, TimeProvider? timeProvider = null)
    : IWebhookSigner
{
    private const string Api = "https://api.sandbox.paypal.com";
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.PayPal;

    /// <summary>The certificate that signs. Make the verifier trust it with <see cref="PayPalTestCertificate.Trust"/>.</summary>
    public PayPalTestCertificate Certificate { get; } = certificate ?? PayPalTestCertificate.Shared;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Refunded, PaymentStatus.Reversed, PaymentStatus.Disputed];

    /// <inheritdoc/>
    public IReadOnlyCollection<RefundStatus> RefundStatuses { get; } = [RefundStatus.Succeeded, RefundStatus.Failed];

    /// <inheritdoc/>
    public IReadOnlyCollection<DisputeOutcome> DisputeOutcomes { get; } = [DisputeOutcome.Open, DisputeOutcome.Won, DisputeOutcome.Lost];

    /// <inheritdoc/>
    public IReadOnlyCollection<SubscriptionEventType> SubscriptionTypes => TestSubscription.AllTypes;

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => number.ToString("D16", CultureInfo.InvariantCulture) + "T";

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (payment.Refund is not null || payment.Status == PaymentStatus.Refunded)
        {
            return Refunded(payment, payment.ToldRefund!);
        }

        if (payment.ToldDispute is { } dispute)
        {
            return Disputed(payment, dispute);
        }

        var (type, resourceType, resource) = payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => (PayPalEventTypes.PaymentCaptureCompleted, "capture", Capture(payment, "COMPLETED")),
            PaymentStatus.Values.Pending => (PayPalEventTypes.PaymentCapturePending, "capture", Capture(payment, "PENDING")),
            PaymentStatus.Values.Failed => (PayPalEventTypes.PaymentCaptureDeclined, "capture", Capture(payment, "DECLINED")),
            PaymentStatus.Values.Reversed => (PayPalEventTypes.PaymentCaptureReversed, "refund", Return(payment, "R" + payment.PaymentId, payment.Moved)),
            _ => throw this.Unsupported(payment.Status),
        };
        return Body(type, resourceType, resource, payment.EventId);
    }

    /// <inheritdoc/>
    public byte[] CreateSubscriptionBody(TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var (type, resourceType, resource) = PayPalSubscriptionBodies.Create(this, subscription, _timeProvider.GetUtcNow());
        return Body(type, resourceType, resource, subscription.EventId);
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body)
    {
        var id = Guid.NewGuid().ToString();
        var time = Text(_timeProvider.GetUtcNow(), "yyyy-MM-dd'T'HH:mm:ss'Z'");
        var signed = string.Create(CultureInfo.InvariantCulture, $"{id}|{time}|{webhookId}|{Crc32.HashToUInt32(body.Span)}");
        return new(Provider, body, new Dictionary<string, string>
        {
            ["PAYPAL-TRANSMISSION-ID"] = id,
            ["PAYPAL-TRANSMISSION-TIME"] = time,
            ["PAYPAL-TRANSMISSION-SIG"] = Convert.ToBase64String(Certificate.Sign(Encoding.ASCII.GetBytes(signed))),
            ["PAYPAL-CERT-URL"] = Certificate.Url.AbsoluteUri,
            ["PAYPAL-AUTH-ALGO"] = "SHA256withRSA",
        });
    }

    private byte[] Refunded(TestPayment payment, PaymentRefund refund)
    {
        var type = refund.Status == RefundStatus.Succeeded ? PayPalEventTypes.PaymentCaptureRefunded
            : refund.Status == RefundStatus.Failed ? PayPalEventTypes.PaymentRefundFailed
            : throw this.Unsupported(refund.Status);
        var resource = Return(payment, refund.Id ?? "R" + payment.PaymentId, refund.Amount!.Value);
        resource["seller_payable_breakdown"] = new JsonObject
        {
            ["gross_amount"] = Money(refund.Amount.Value, payment.Currency),
            ["total_refunded_amount"] = Money(refund.TotalAmount!.Value, payment.Currency),
        };
        resource["note_to_payer"] = refund.Reason;
        if (refund.Status == RefundStatus.Failed)
        {
            resource["status"] = "FAILED";
            resource["seller_payable_breakdown"]!["total_refunded_amount"] = Money(refund.TotalAmount.Value - refund.Amount.Value, payment.Currency);
        }

        return Body(type, "refund", resource, payment.EventId);
    }

    private byte[] Disputed(TestPayment payment, PaymentDispute dispute)
    {
        var outcome = dispute.Outcome.Value switch
        {
            DisputeOutcome.Values.Open => null,
            DisputeOutcome.Values.Won => "RESOLVED_SELLER_FAVOUR",
            DisputeOutcome.Values.Lost => "RESOLVED_BUYER_FAVOUR",
            _ => throw this.Unsupported(dispute.Outcome),
        };
        var resource = new JsonObject
        {
            ["dispute_id"] = dispute.Id ?? "PP-D-" + payment.PaymentId,
            ["disputed_transactions"] = new JsonArray(new JsonObject
            {
                ["seller_transaction_id"] = payment.PaymentId,
                ["invoice_number"] = payment.Reference,
                ["custom"] = payment.CustomerRef,
            }),
            ["reason"] = dispute.Reason ?? "MERCHANDISE_OR_SERVICE_NOT_RECEIVED",
            ["status"] = outcome is null ? "OPEN" : "RESOLVED",
            ["dispute_amount"] = Money(dispute.Amount!.Value, payment.Currency),
            ["dispute_life_cycle_stage"] = dispute.IsInquiry ? "INQUIRY" : "CHARGEBACK",
        };
        if (dispute.RespondBy is { } respondBy)
        {
            resource["seller_response_due_date"] = Text(respondBy, Milliseconds);
        }

        if (outcome is not null)
        {
            resource["dispute_outcome"] = new JsonObject { ["outcome_code"] = outcome };
        }

        return Body(
            outcome is null ? PayPalEventTypes.CustomerDisputeCreated : PayPalEventTypes.CustomerDisputeResolved, "dispute", resource, payment.EventId);
    }

    private byte[] Body(string type, string resourceType, JsonObject resource, string? eventId) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = eventId ?? $"WH-{Guid.NewGuid():N}".ToUpperInvariant(),
        ["event_version"] = "1.0",
        ["create_time"] = Text(_timeProvider.GetUtcNow(), Milliseconds),
        ["resource_type"] = resourceType,
        ["resource_version"] = "2.0",
        ["event_type"] = type,
        ["summary"] = "Made for a test",
        ["resource"] = resource,
        ["links"] = new JsonArray(),
    }.ToJsonString());

    private static string Text(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private static JsonObject Capture(TestPayment payment, string status) => new()
    {
        ["id"] = payment.PaymentId,
        ["status"] = status,
        ["amount"] = Money(payment.Amount, payment.Currency),
        ["final_capture"] = true,
        ["invoice_id"] = payment.Reference,
        ["custom_id"] = payment.CustomerRef,
        ["supplementary_data"] = new JsonObject
        {
            ["related_ids"] = new JsonObject { ["order_id"] = payment.CheckoutId ?? "O" + payment.PaymentId },
        },
        ["links"] = new JsonArray(Link("self", $"/v2/payments/captures/{payment.PaymentId}")),
    };

    // The resource of a refund and of a reversal. It names the capture only in a link, and no order.
    private static JsonObject Return(TestPayment payment, string refundId, decimal amount) => new()
    {
        ["id"] = refundId,
        ["status"] = "COMPLETED",
        ["amount"] = Money(amount, payment.Currency),
        ["invoice_id"] = payment.Reference,
        ["custom_id"] = payment.CustomerRef,
        ["links"] = new JsonArray(
            Link("self", $"/v2/payments/refunds/{refundId}"), Link("up", $"/v2/payments/captures/{payment.PaymentId}")),
    };

    internal static JsonObject Money(decimal amount, string currency) => new()
    {
        ["currency_code"] = currency,
        ["value"] = amount.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonObject Link(string rel, string path) => new() { ["href"] = Api + path, ["rel"] = rel, ["method"] = "GET" };
}
