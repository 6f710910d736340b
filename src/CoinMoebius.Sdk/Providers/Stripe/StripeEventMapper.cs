using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks.Json;
using CoinMoebius.Sdk.Webhooks.Signatures;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>Gives Stripe's events their neutral meaning. Fields: docs.stripe.com/api/events/types and the object pages it links.</summary>
internal static class StripeEventMapper
{
    public static WebhookEvent Map(JsonElement root, in ReadOnlyMemory<byte> rawBody)
    {
        var created = root.At("created");
        var head = new WebhookEventHead(
            PaymentProvider.Stripe,
            root.At("id").Text() ?? ContentDigest.EventId(rawBody.Span),
            root.At("type").Text() ?? "",
            rawBody,
            !root.At("livemode").Boolean(),
            created.UnixSeconds() ?? created.IsoTime(),
            Owner: root.At("account").Text());
        var data = root.At("data", "object");

        return head.EventType switch
        {
            StripeEventTypes.CheckoutSessionCompleted => CompletedSession(head, data),
            StripeEventTypes.CheckoutSessionAsyncPaymentSucceeded => Session(head, data, PaymentStatus.Succeeded),
            StripeEventTypes.CheckoutSessionAsyncPaymentFailed or StripeEventTypes.CheckoutSessionExpired =>
                Session(head, data, PaymentStatus.Failed),
            StripeEventTypes.ChargeRefunded => Refund(head, data),
            StripeEventTypes.ChargeDisputeCreated => Dispute(head, data),
            StripeEventTypes.CustomerSubscriptionCreated => Subscription(head, data, SubscriptionEventType.Created),
            StripeEventTypes.CustomerSubscriptionUpdated or StripeEventTypes.CustomerSubscriptionPaused
                or StripeEventTypes.CustomerSubscriptionResumed => Subscription(head, data, SubscriptionEventType.Updated),
            StripeEventTypes.CustomerSubscriptionDeleted => Subscription(head, data, SubscriptionEventType.Canceled),
            StripeEventTypes.InvoicePaymentSucceeded => PaidInvoice(head, data),
            StripeEventTypes.InvoicePaymentFailed => FailedInvoice(head, data),
            _ => new UnmappedEvent(head),
        };
    }

    // Completed is not paid: with a delayed method the money comes days later, or never.
    private static WebhookEvent CompletedSession(in WebhookEventHead head, JsonElement session) =>
        (session.At("mode").Text(), session.At("payment_status").Text()) switch
        {
            ("payment", "paid" or "no_payment_required") => Session(head, session, PaymentStatus.Succeeded),
            ("payment", _) => Session(head, session, PaymentStatus.Pending),
            _ => new UnmappedEvent(head),
        };

    private static WebhookEvent Session(in WebhookEventHead head, JsonElement session, PaymentStatus status) =>
        Payment(head, status, Id(session.At("payment_intent")) ?? session.At("id").Text(), session, "amount_total", EventMetadata.From(session.At("metadata")));

    private static WebhookEvent Refund(in WebhookEventHead head, JsonElement charge)
    {
        var chargeId = charge.At("id").Text();
        var metadata = EventMetadata.From(charge.At("metadata"));
        metadata.Set("chargeId", chargeId);
        metadata.Set("originalAmount", Amount(charge, "amount")?.ToString(CultureInfo.InvariantCulture));
        metadata.Set("partial", charge.At("refunded").IsTrue() ? "false" : "true");
        return Payment(head, PaymentStatus.Refunded, Id(charge.At("payment_intent")) ?? chargeId, charge, "amount_refunded", metadata);
    }

    private static WebhookEvent Dispute(in WebhookEventHead head, JsonElement dispute)
    {
        var chargeId = Id(dispute.At("charge"));
        var metadata = EventMetadata.From(dispute.At("metadata"));
        metadata.Set("disputeId", dispute.At("id").Text());
        metadata.Set("chargeId", chargeId);
        metadata.Set("reason", dispute.At("reason").Text());
        return Payment(head, PaymentStatus.Disputed, Id(dispute.At("payment_intent")) ?? chargeId, dispute, "amount", metadata);
    }

    private static WebhookEvent PaidInvoice(in WebhookEventHead head, JsonElement invoice)
    {
        if (SubscriptionOf(invoice) is not { } subscriptionId)
        {
            return Payment(
                head, PaymentStatus.Succeeded, invoice.At("id").Text(), invoice, "amount_paid", EventMetadata.From(invoice.At("metadata")));
        }

        // The first invoice belongs to customer.subscription.created, which reports the signup once.
        return invoice.At("billing_reason").Text() == "subscription_cycle"
            ? Cycle(head, invoice, subscriptionId, SubscriptionEventType.Renewed, SubscriptionStatus.Active, "amount_paid")
            : new UnmappedEvent(head);
    }

    private static WebhookEvent FailedInvoice(in WebhookEventHead head, JsonElement invoice) =>
        SubscriptionOf(invoice) is { } subscriptionId
            ? Cycle(head, invoice, subscriptionId, SubscriptionEventType.PaymentFailed, SubscriptionStatus.PastDue, "amount_due")
            : Payment(head, PaymentStatus.Failed, invoice.At("id").Text(), invoice, "amount_due", EventMetadata.From(invoice.At("metadata")));

    private static WebhookEvent Payment(
        in WebhookEventHead head, PaymentStatus status, string? paymentId, JsonElement data, string amountField, in EventMetadata metadata)
    {
        if (paymentId is null)
        {
            return new UnmappedEvent(head);
        }

        var currency = data.At("currency").Currency();
        return new PaymentEvent(head, status, paymentId)
        {
            Amount = Amount(data, amountField, currency),
            Currency = currency,
            CustomerRef = metadata.CustomerRef ?? Id(data.At("customer")),
            Reference = data.At("client_reference_id").Text(),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static WebhookEvent Subscription(in WebhookEventHead head, JsonElement subscription, SubscriptionEventType type)
    {
        if (subscription.At("id").Text() is not { } id)
        {
            return new UnmappedEvent(head);
        }

        var item = subscription.At("items", "data").First();
        var price = item.At("price");
        var metadata = EventMetadata.From(subscription.At("metadata"));
        var currency = (price.At("currency").Exists() ? price : subscription).At("currency").Currency();
        return new SubscriptionEvent(head, type, StatusOf(subscription.At("status").Text()), id)
        {
            ProductId = Id(price.At("product")),
            CustomerRef = metadata.CustomerRef ?? Id(subscription.At("customer")),
            CurrentPeriodEnd = (subscription.At("current_period_end").Exists() ? subscription : item).At("current_period_end").UnixSeconds(),
            Amount = Amount(price, "unit_amount", currency) * (item.At("quantity").Whole() ?? 1),
            Currency = currency,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static SubscriptionEvent Cycle(
        in WebhookEventHead head, JsonElement invoice, string subscriptionId, SubscriptionEventType type, SubscriptionStatus status, string amountField)
    {
        var line = invoice.At("lines", "data").First();
        var metadata = EventMetadata.From(invoice.At("metadata"));
        var details = invoice.At("parent", "subscription_details");
        var subscriptionMetadata = EventMetadata.From((details.Exists() ? details : invoice.At("subscription_details")).At("metadata"));
        return new SubscriptionEvent(head, type, status, subscriptionId)
        {
            ProductId = line.At("pricing", "price_details", "product").Text() ?? Id(line.At("price", "product")),
            CustomerRef = metadata.CustomerRef ?? subscriptionMetadata.CustomerRef ?? Id(invoice.At("customer")),
            CurrentPeriodEnd = line.At("period", "end").UnixSeconds(),
            Amount = Amount(invoice, amountField),
            Currency = invoice.At("currency").Currency(),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static SubscriptionStatus StatusOf(string? status) => status switch
    {
        "active" or "trialing" => SubscriptionStatus.Active,
        "past_due" or "unpaid" => SubscriptionStatus.PastDue,
        "canceled" or "incomplete_expired" => SubscriptionStatus.Canceled,
        "paused" => SubscriptionStatus.Paused,
        _ => SubscriptionStatus.Unknown,
    };

    // API versions before basil keep the subscription on the invoice itself.
    private static string? SubscriptionOf(JsonElement invoice) =>
        Id(invoice.At("subscription")) ?? Id(invoice.At("parent", "subscription_details", "subscription"));

    /// <summary>An id, or the id inside an object that was expanded.</summary>
    private static string? Id(JsonElement reference) => reference.Text() ?? reference.At("id").Text();

    private static decimal? Amount(JsonElement data, string field) => Amount(data, field, data.At("currency").Currency());

    private static decimal? Amount(JsonElement data, string field, string? currency) =>
        currency is not null && data.At(field).Whole() is { } minor ? CurrencyUnits.ToMajor(minor, Exponent(currency)) : null;

    // docs.stripe.com/currencies: ISK and UGX keep two decimals in the API, MGA has none.
    private static int Exponent(string currency) => currency switch
    {
        "ISK" or "UGX" => 2,
        "MGA" => 0,
        _ => CurrencyUnits.GetExponent(currency),
    };
}
