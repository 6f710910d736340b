using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Stripe;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Creates Stripe's webhooks: checkout sessions, refunds, disputes, invoices and subscriptions, with the <c>Stripe-Signature</c> header.
/// </summary>
/// <param name="secret">The endpoint's signing secret, as given to <see cref="StripeWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class StripeWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private const string ApiVersion = "2026-07-29.dahlia";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.Stripe;

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
    public IReadOnlyCollection<SubscriptionEventType> SubscriptionTypes => TestSubscription.AllTypes;

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "pi_3Test" + number.ToString("D16", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (payment.ToldRefund is { } refund)
        {
            return RefundBody(payment, refund);
        }

        if (payment.ToldDispute is { } dispute)
        {
            return DisputeBody(payment, dispute);
        }

        var (type, data) = payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => (StripeEventTypes.CheckoutSessionCompleted, StripeObjects.Session(payment, "paid")),
            PaymentStatus.Values.Pending => (StripeEventTypes.CheckoutSessionCompleted, StripeObjects.Session(payment, "unpaid")),
            PaymentStatus.Values.Failed => (StripeEventTypes.CheckoutSessionAsyncPaymentFailed, StripeObjects.Session(payment, "unpaid")),
            _ => throw this.Unsupported(payment.Status),
        };
        return Body(type, data, payment.EventId, payment.IsTest);
    }

    /// <inheritdoc/>
    public byte[] CreateSubscriptionBody(TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var period = new StripePeriod(subscription, _timeProvider.GetUtcNow());
        var (type, data) = subscription.Type.Value switch
        {
            SubscriptionEventType.Values.Created => (StripeEventTypes.CustomerSubscriptionCreated, StripeObjects.Subscription(subscription, period)),
            SubscriptionEventType.Values.Updated => (StripeEventTypes.CustomerSubscriptionUpdated, StripeObjects.Subscription(subscription, period)),
            SubscriptionEventType.Values.Canceled => (StripeEventTypes.CustomerSubscriptionDeleted, StripeObjects.Subscription(subscription, period)),
            SubscriptionEventType.Values.Renewed => (StripeEventTypes.InvoicePaid, StripeObjects.Invoice(subscription, period, isPaid: true)),
            SubscriptionEventType.Values.PaymentFailed =>
                (StripeEventTypes.InvoicePaymentFailed, StripeObjects.Invoice(subscription, period, isPaid: false)),
            _ => throw this.Unsupported(subscription.Type),
        };
        return Body(type, data, subscription.EventId, subscription.IsTest);
    }

    /// <summary>
    /// Creates the body of the webhook about a completed Checkout session that began a subscription. Only this webhook has
    /// <see cref="TestSubscription.Reference"/> as the session's <c>client_reference_id</c>.
    /// </summary>
    /// <param name="subscription">The subscription; it is unpaid where its status is <see cref="SubscriptionStatus.Incomplete"/>.</param>
    /// <param name="checkoutId">The session's id; when null, one derived from the subscription's.</param>
    public byte[] CreateSubscriptionCheckoutBody(TestSubscription subscription, string? checkoutId = null)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return Body(
            StripeEventTypes.CheckoutSessionCompleted, StripeObjects.SubscriptionSession(subscription, checkoutId), subscription.EventId, subscription.IsTest);
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body)
    {
        var time = _timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(time + "."), .. body.Span];
        var digest = Convert.ToHexStringLower(HMACSHA256.HashData(_key, signed));
        return new(Provider, body, new Dictionary<string, string> { ["Stripe-Signature"] = $"t={time},v1={digest}" });
    }

    // A charge has running totals; the event also has the previous ones.
    private byte[] RefundBody(TestPayment payment, PaymentRefund refund)
    {
        if (refund.Status == RefundStatus.Failed)
        {
            return Body(StripeEventTypes.RefundFailed, StripeObjects.FailedRefund(payment, refund), payment.EventId, payment.IsTest);
        }

        if (refund.Status != RefundStatus.Succeeded)
        {
            throw this.Unsupported(refund.Status);
        }

        var isFull = refund.IsFull
            ?? (payment.Refund is null ? payment.Status == PaymentStatus.Refunded : refund.TotalAmount >= payment.Amount);
        var total = isFull ? payment.Amount : refund.TotalAmount!.Value;
        var before = new JsonObject { ["amount_refunded"] = StripeObjects.Minor(total - refund.Amount!.Value, payment.Currency) };
        if (isFull)
        {
            before["refunded"] = false;
        }

        return Body(StripeEventTypes.ChargeRefunded, StripeObjects.RefundedCharge(payment, total, isFull), payment.EventId, payment.IsTest, before);
    }

    private byte[] DisputeBody(TestPayment payment, PaymentDispute dispute)
    {
        var (type, status) = dispute.Outcome.Value switch
        {
            DisputeOutcome.Values.Open => (StripeEventTypes.ChargeDisputeCreated, dispute.IsInquiry ? "warning_needs_response" : "needs_response"),
            DisputeOutcome.Values.Won => (StripeEventTypes.ChargeDisputeClosed, dispute.IsInquiry ? "warning_closed" : "won"),
            DisputeOutcome.Values.Lost => (StripeEventTypes.ChargeDisputeClosed, "lost"),
            _ => throw this.Unsupported(dispute.Outcome),
        };
        return Body(type, StripeObjects.Dispute(payment, dispute, status), payment.EventId, payment.IsTest);
    }

    private byte[] Body(string type, JsonObject data, string? eventId, bool isTest, JsonObject? before = null)
    {
        var content = new JsonObject { ["object"] = data };
        if (before is not null)
        {
            content["previous_attributes"] = before;
        }

        var body = new JsonObject
        {
            ["id"] = eventId ?? $"evt_{Guid.NewGuid():N}",
            ["object"] = "event",
            ["api_version"] = ApiVersion,
            ["created"] = _timeProvider.GetUtcNow().ToUnixTimeSeconds(),
            ["data"] = content,
            ["livemode"] = !isTest,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
            ["type"] = type,
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }
}
