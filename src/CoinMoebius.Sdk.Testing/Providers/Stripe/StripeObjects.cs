using System.Globalization;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Stripe's objects as in events since API version 2025-03-31 (basil). Fields: docs.stripe.com/api.</summary>
internal static class StripeObjects
{
    public static JsonObject Session(TestPayment payment, string paymentStatus) => new()
    {
        ["id"] = payment.CheckoutId ?? "cs_test_" + payment.PaymentId,
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
        ["status"] = "complete",
    };

    public static JsonObject SubscriptionSession(TestSubscription subscription, string? checkoutId) => new()
    {
        ["id"] = checkoutId ?? "cs_test_" + subscription.SubscriptionId,
        ["object"] = "checkout.session",
        ["amount_total"] = subscription.IsTrial ? 0 : Minor(subscription.Amount, subscription.Currency),
        ["client_reference_id"] = subscription.Reference,
        ["currency"] = subscription.Currency.ToLowerInvariant(),
        ["customer"] = CustomerOf(subscription),
        ["invoice"] = InvoiceId(subscription),
        ["livemode"] = !subscription.IsTest,
        ["metadata"] = CustomerMetadata(subscription),
        ["mode"] = "subscription",
        ["payment_intent"] = null,
        ["payment_status"] = subscription.Status == SubscriptionStatus.Incomplete ? "unpaid" : subscription.IsTrial ? "no_payment_required" : "paid",
        ["status"] = "complete",
        ["subscription"] = subscription.SubscriptionId,
    };

    public static JsonObject RefundedCharge(TestPayment payment, decimal total, bool isFull) => new()
    {
        ["id"] = "ch_" + payment.PaymentId,
        ["object"] = "charge",
        ["amount"] = Minor(payment.Amount, payment.Currency),
        ["amount_captured"] = Minor(payment.Amount, payment.Currency),
        ["amount_refunded"] = Minor(total, payment.Currency),
        ["captured"] = true,
        ["currency"] = payment.Currency.ToLowerInvariant(),
        ["customer"] = null,
        ["livemode"] = !payment.IsTest,
        ["metadata"] = Metadata(payment),
        ["paid"] = true,
        ["payment_intent"] = payment.PaymentId,
        ["refunded"] = isFull,
        ["status"] = "succeeded",
    };

    public static JsonObject FailedRefund(TestPayment payment, PaymentRefund refund) => new()
    {
        ["id"] = refund.Id ?? "re_" + payment.PaymentId,
        ["object"] = "refund",
        ["amount"] = Minor(refund.Amount!.Value, payment.Currency),
        ["charge"] = "ch_" + payment.PaymentId,
        ["currency"] = payment.Currency.ToLowerInvariant(),
        ["failure_reason"] = refund.Reason ?? "lost_or_stolen_card",
        ["metadata"] = new JsonObject(),
        ["payment_intent"] = payment.PaymentId,
        ["reason"] = null,
        ["status"] = "failed",
    };

    public static JsonObject Dispute(TestPayment payment, PaymentDispute dispute, string status) => new()
    {
        ["id"] = dispute.Id ?? "dp_" + payment.PaymentId,
        ["object"] = "dispute",
        ["amount"] = Minor(dispute.Amount!.Value, payment.Currency),
        ["charge"] = "ch_" + payment.PaymentId,
        ["currency"] = payment.Currency.ToLowerInvariant(),
        ["evidence_details"] = new JsonObject
        {
            ["due_by"] = dispute.RespondBy?.ToUnixTimeSeconds(),
            ["has_evidence"] = false,
            ["past_due"] = false,
            ["submission_count"] = 0,
        },
        ["is_charge_refundable"] = dispute.IsInquiry,
        ["livemode"] = !payment.IsTest,
        ["metadata"] = Metadata(payment),
        ["payment_intent"] = payment.PaymentId,
        ["reason"] = dispute.Reason ?? "fraudulent",
        ["status"] = status,
    };

    public static JsonObject Subscription(TestSubscription subscription, StripePeriod period) => new()
    {
        ["id"] = subscription.SubscriptionId,
        ["object"] = "subscription",
        ["cancel_at"] = subscription.CancelsAtPeriodEnd ? period.End : null,
        ["cancel_at_period_end"] = subscription.CancelsAtPeriodEnd,
        ["currency"] = subscription.Currency.ToLowerInvariant(),
        ["customer"] = CustomerOf(subscription),
        ["items"] = List(new JsonObject
        {
            ["id"] = ItemOf(subscription),
            ["object"] = "subscription_item",
            ["current_period_end"] = period.End,
            ["current_period_start"] = period.Start,
            ["price"] = new JsonObject
            {
                ["id"] = PriceOf(subscription),
                ["object"] = "price",
                ["billing_scheme"] = "per_unit",
                ["currency"] = subscription.Currency.ToLowerInvariant(),
                ["product"] = ProductOf(subscription),
                ["recurring"] = new JsonObject { ["interval"] = "month", ["interval_count"] = 1, ["usage_type"] = "licensed" },
                ["type"] = "recurring",
                ["unit_amount"] = Minor(subscription.Amount, subscription.Currency),
            },
            ["quantity"] = 1,
            ["subscription"] = subscription.SubscriptionId,
        }),
        ["livemode"] = !subscription.IsTest,
        ["metadata"] = SubscriptionMetadata(subscription),
        ["status"] = StatusOf(subscription),
        ["trial_end"] = subscription.IsTrial ? period.End : null,
        ["trial_start"] = subscription.IsTrial ? period.Start : null,
    };

    // A cycle's invoice is created when the period begins; the period of the invoice itself is the previous one.
    public static JsonObject Invoice(TestSubscription subscription, StripePeriod period, bool isPaid)
    {
        var isFirst = subscription.IsFirstPeriod || subscription.IsTrial || subscription.Status == SubscriptionStatus.Incomplete;
        var amount = subscription.IsTrial ? 0 : Minor(subscription.Amount, subscription.Currency);
        return new()
        {
            ["id"] = InvoiceId(subscription),
            ["object"] = "invoice",
            ["amount_due"] = amount,
            ["amount_paid"] = isPaid ? amount : 0,
            ["amount_remaining"] = isPaid ? 0 : amount,
            ["attempted"] = true,
            ["billing_reason"] = isFirst ? "subscription_create" : "subscription_cycle",
            ["currency"] = subscription.Currency.ToLowerInvariant(),
            ["customer"] = CustomerOf(subscription),
            ["lines"] = List(Line(subscription, period, amount)),
            ["livemode"] = !subscription.IsTest,
            ["metadata"] = new JsonObject(),
            ["parent"] = new JsonObject
            {
                ["quote_details"] = null,
                ["subscription_details"] = new JsonObject
                {
                    ["metadata"] = SubscriptionMetadata(subscription),
                    ["subscription"] = subscription.SubscriptionId,
                },
                ["type"] = "subscription_details",
            },
            ["period_end"] = period.Start,
            ["period_start"] = isFirst ? period.Start : period.Start - (period.End - period.Start),
            ["status"] = isPaid ? "paid" : "open",
            ["subtotal"] = amount,
            ["total"] = amount,
        };
    }

    public static long Minor(decimal amount, string currency) =>
        WebhookSignerExtensions.ToMinor(amount, currency is "ISK" or "UGX" ? 2 : CurrencyUnits.GetExponent(currency));

    private static JsonObject Line(TestSubscription subscription, StripePeriod period, long amount) => new()
    {
        ["id"] = "il_" + subscription.SubscriptionId,
        ["object"] = "line_item",
        ["amount"] = amount,
        ["currency"] = subscription.Currency.ToLowerInvariant(),
        ["parent"] = new JsonObject
        {
            ["invoice_item_details"] = null,
            ["subscription_item_details"] = new JsonObject
            {
                ["invoice_item"] = null,
                ["proration"] = false,
                ["subscription"] = subscription.SubscriptionId,
                ["subscription_item"] = ItemOf(subscription),
            },
            ["type"] = "subscription_item_details",
        },
        ["period"] = new JsonObject { ["end"] = period.End, ["start"] = period.Start },
        ["pricing"] = new JsonObject
        {
            ["price_details"] = new JsonObject { ["price"] = PriceOf(subscription), ["product"] = ProductOf(subscription) },
            ["type"] = "price_details",
        },
        ["quantity"] = 1,
    };

    private static string StatusOf(TestSubscription subscription) =>
        subscription.Type == SubscriptionEventType.Canceled ? "canceled"
        : subscription.Status == SubscriptionStatus.Active && subscription.IsTrial ? "trialing"
        : subscription.Status.Value;

    private static string InvoiceId(TestSubscription subscription) => subscription.ChargeId ?? string.Create(
        CultureInfo.InvariantCulture, $"in_{subscription.SubscriptionId}_{subscription.PeriodStart?.ToUnixTimeSeconds() ?? 0}");

    private static string ProductOf(TestSubscription subscription) => subscription.ProductId ?? "prod_Test";

    private static string PriceOf(TestSubscription subscription) => "price_" + ProductOf(subscription);

    private static string ItemOf(TestSubscription subscription) => "si_" + subscription.SubscriptionId;

    private static string CustomerOf(TestSubscription subscription) => "cus_" + subscription.SubscriptionId;

    private static JsonObject List(JsonObject item) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray(item),
        ["has_more"] = false,
    };

    private static JsonObject CustomerMetadata(TestSubscription subscription) =>
        subscription.CustomerRef is { } customer ? new() { ["customerRef"] = customer } : [];

    // Only sessions have a field for the reference.
    private static JsonObject SubscriptionMetadata(TestSubscription subscription)
    {
        var metadata = CustomerMetadata(subscription);
        if (subscription.Reference is { } reference)
        {
            metadata["reference"] = reference;
        }

        return metadata;
    }

    private static JsonObject Metadata(TestPayment payment) =>
        new(payment.MetadataWithCustomer().Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}

/// <summary>The period of a subscription in Unix seconds.</summary>
internal readonly record struct StripePeriod(long Start, long End)
{
    public StripePeriod(TestSubscription subscription, DateTimeOffset now)
        : this(subscription.StartAt(now).ToUnixTimeSeconds(), subscription.EndAt(now).ToUnixTimeSeconds())
    {
    }
}
