using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Mobbex.Mapping;
using CoinMoebius.Sdk.Mobbex.Signing;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>Maps Mobbex's notifications to neutral events. Fields: mobbex.dev/webhooks and mobbex.dev/checkout.</summary>
internal static class MobbexEventMapper
{
    private const string TestCurrency = "TEST";

    public static WebhookEvent Map(JsonElement root, in MobbexDelivery delivery)
    {
        var type = root.At("type").Text() ?? "";
        var data = root.At("data");
        var payment = new Payment(data);
        var head = new WebhookEventHead(PaymentProvider.Mobbex, delivery.EventId, type, delivery.RawBody, IsTest(payment.Currency), payment.Time, Owner: data.At("entity", "uid").TextOrNumber());
        return type switch
        {
            MobbexEventTypes.Checkout => CheckoutPayment(head, data, payment),
            MobbexEventTypes.CheckoutExpired => ExpiredCheckout(head, data),
            MobbexEventTypes.SubscriptionRegistration => Registration(head, data, payment, delivery.SubscriberStatus),
            MobbexEventTypes.SubscriptionExecution => Execution(head, data, payment),
            MobbexEventTypes.SubscriptionExecutionError =>
                Subscription(head, data, payment, SubscriptionEventType.PaymentFailed, SubscriptionStatus.PastDue),
            MobbexEventTypes.SubscriptionSubscriberSuspended =>
                Subscription(head, data, payment, SubscriptionEventType.Updated, delivery.SubscriberStatus ?? SubscriptionStatus.Paused),
            MobbexEventTypes.SubscriptionSubscriberActive =>
                Subscription(head, data, payment, SubscriptionEventType.Updated, delivery.SubscriberStatus ?? SubscriptionStatus.Active),
            MobbexEventTypes.SubscriptionChangeSource =>
                Subscription(head, data, payment, SubscriptionEventType.Updated, delivery.SubscriberStatus ?? SubscriptionStatus.Unknown),
            _ => Unmapped(head, data),
        };
    }

    /// <summary>Returns the status code of a payment, which some responses hold without its text; null when it is absent or unreadable.</summary>
    public static MobbexStatusCode? CodeOf(JsonElement payment)
    {
        var status = payment.At("status");
        return MobbexStatusCode.TryParse(status.TextOrNumber() ?? status.At("code").TextOrNumber(), out var code) ? code : null;
    }

    /// <summary>Returns the currency of a payment, or else of its checkout.</summary>
    public static string? CurrencyOf(JsonElement data) =>
        data.At("payment", "currency", "code").Currency() ?? data.At("payment", "currency").Currency() ?? data.At("checkout", "currency").Currency();

    /// <summary>True for the payment of a child or of a group, which its parent reports as well.</summary>
    public static bool IsPartOfAnother(string paymentId) =>
        paymentId.StartsWith("CHD-", StringComparison.Ordinal) || paymentId.StartsWith("GRP-", StringComparison.Ordinal);

    private static WebhookEvent CheckoutPayment(in WebhookEventHead head, JsonElement data, in Payment payment)
    {
        if (payment.Id is not { } id || StatusOf(payment.Code) is not { } status)
        {
            return Unmapped(head, data);
        }

        var customer = data.At("customer");
        var asked = data.At("checkout", "total").Decimal();
        var checkoutId = data.At("checkout", "uid").TextOrNumber();
        var metadata = EventMetadata.From(customer.At("metadata"));
        metadata.Set("checkoutTotal", asked?.ToString(CultureInfo.InvariantCulture));
        metadata.Set("checkoutUid", checkoutId);

        // The total of a refund is the refunded amount. A part cannot be as large as the requested total, so such a total means something else.
        var isPart = status == PaymentStatus.PartiallyRefunded;
        var amount = isPart && payment.Total >= asked ? null : payment.Total;
        return new PaymentEvent(head, status, id)
        {
            Amount = amount,
            Currency = payment.Currency,
            Refund = isPart || status == PaymentStatus.Refunded ? RefundOf(payment.Code, amount) : null,
            CheckoutId = checkoutId == id ? null : checkoutId,
            SubscriptionId = SubscriptionNode.OnlySubscriberOf(data),
            CustomerRef = metadata.CustomerRef ?? customer.At("uid").TextOrNumber(),
            Reference = BoundReference.OfPayment(data).TextOrNumber() ?? EventMetadata.ReferenceIn(customer.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static PaymentRefund RefundOf(MobbexStatusCode? code, decimal? amount) => new()
    {
        Amount = amount,
        IsFull = code == MobbexStatusCode.Refunded ? true : code == MobbexStatusCode.PartiallyRefunded ? false : null,
        Status = RefundStatus.Succeeded,
    };

    private static UnmappedEvent Unmapped(in WebhookEventHead head, JsonElement data)
    {
        var payment = data.At("payment");
        var node = SubscriptionNode.Of(data);
        var metadata = default(EventMetadata);
        metadata.Set("paymentId", payment.At("id").TextOrNumber());
        metadata.Set("checkoutId", data.At("checkout", "uid").TextOrNumber());
        metadata.Set("subscriptionId", node.SubscriberUid);
        metadata.Set("chargeId", data.At("execution", "uid").TextOrNumber());
        metadata.Set("status", CodeOf(payment)?.ToString() ?? data.At("context", "status").Text());
        return new(head) { Metadata = metadata.ToDictionary() };
    }

    // The data contains the last attempt, whose payment failed before; this event is about the checkout.
    private static WebhookEvent ExpiredCheckout(in WebhookEventHead head, JsonElement data)
    {
        var checkout = data.At("checkout");
        if (checkout.At("uid").TextOrNumber() is not { } uid)
        {
            return Unmapped(head, data);
        }

        var attempt = data.At("data");
        var currency = checkout.At("currency").Currency() ?? CurrencyOf(attempt);
        var customer = attempt.At("customer");
        var metadata = EventMetadata.From(customer.At("metadata"));
        return new PaymentEvent(head with { IsTest = IsTest(currency) }, PaymentStatus.Failed, uid)
        {
            Amount = checkout.At("total").Decimal(),
            Currency = currency,
            CustomerRef = metadata.CustomerRef ?? customer.At("uid").TextOrNumber(),
            Reference = checkout.At("reference").TextOrNumber(),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static WebhookEvent Registration(in WebhookEventHead head, JsonElement data, in Payment payment, SubscriptionStatus? confirmed)
    {
        var outcome = data.At("context", "status");
        var succeeded = outcome.Text() == "success";
        if (outcome.Exists() && !succeeded)
        {
            return Unmapped(head, data);
        }

        // A subscriber signed up; if the notification has a first payment, it decides whether the subscription is paid.
        var status = confirmed ?? (payment.Code is { IsPaid: false } ? SubscriptionStatus.Incomplete
            : succeeded ? SubscriptionStatus.Active
            : SubscriptionStatus.Unknown);
        return Subscription(head, data, payment, SubscriptionEventType.Created, status);
    }

    private static WebhookEvent Execution(in WebhookEventHead head, JsonElement data, in Payment payment) => payment.Code switch
    {
        { IsPaid: true } => Subscription(head, data, payment, SubscriptionEventType.Renewed, SubscriptionStatus.Active),
        { IsFailed: true } => Subscription(head, data, payment, SubscriptionEventType.PaymentFailed, SubscriptionStatus.PastDue),
        _ => Unmapped(head, data),
    };

    private static WebhookEvent Subscription(
        in WebhookEventHead head, JsonElement data, in Payment payment, SubscriptionEventType type, SubscriptionStatus status)
    {
        // Mobbex calls the plan a subscription; its subscriber is what other providers call a subscription.
        var node = SubscriptionNode.Of(data);
        if ((node.SubscriberUid ?? node.SubscriptionUid) is not { } id)
        {
            return Unmapped(head, data);
        }

        var customer = data.At("customer").Exists() ? data.At("customer") : node.Subscriber.At("customer");
        var executionUid = data.At("execution", "uid").TextOrNumber();
        var subscriberReference = node.Subscriber.At("reference").TextOrNumber();
        var metadata = EventMetadata.From(customer.At("metadata"));
        metadata.Set("subscriberReference", subscriberReference);
        metadata.Set("executionUid", executionUid);
        metadata.Set("paymentId", payment.Id);
        var isCharge = type == SubscriptionEventType.Renewed || type == SubscriptionEventType.PaymentFailed;
        return new SubscriptionEvent(head, type, status, id)
        {
            ProductId = node.SubscriptionUid,
            CustomerRef = metadata.CustomerRef ?? customer.At("uid").TextOrNumber() ?? subscriberReference,
            Reference = subscriberReference ?? BoundReference.OfPayment(data).TextOrNumber() ?? EventMetadata.ReferenceIn(customer.At("metadata")),
            CheckoutId = data.At("checkout", "uid").TextOrNumber(),
            ChargeId = isCharge ? payment.Id ?? executionUid : null,
            Amount = isCharge ? payment.Total : node.Price,
            Currency = payment.Currency,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static PaymentStatus? StatusOf(MobbexStatusCode? code) => code switch
    {
        { IsPaid: true } => PaymentStatus.Succeeded,
        { IsPending: true } => PaymentStatus.Pending,
        { IsFailed: true } => PaymentStatus.Failed,

        // Voided on the day of the payment, before it was settled.
        { Value: MobbexStatusCode.Values.Canceled } => PaymentStatus.Reversed,
        { Value: MobbexStatusCode.Values.PartiallyRefunded } => PaymentStatus.PartiallyRefunded,
        { IsRefunded: true } => PaymentStatus.Refunded,
        _ => null,
    };

    private static bool? IsTest(string? currency) => currency is null ? null : currency == TestCurrency;

    /// <summary>The payment in a notification.</summary>
    private readonly struct Payment
    {
        public Payment(JsonElement data)
        {
            var payment = data.At("payment");
            var updated = payment.At("updated");
            Id = payment.At("id").TextOrNumber() is { } id && !IsPartOfAnother(id) ? id : null;
            Code = Id is null ? null : CodeOf(payment);
            Total = payment.At("total").Decimal() ?? data.At("execution", "total").Decimal();
            Currency = CurrencyOf(data) ?? data.At("subscription", "currency").Currency();
            Time = (updated.Exists() ? updated : payment.At("created")).IsoTime();
        }

        public string? Id { get; }

        public MobbexStatusCode? Code { get; }

        public decimal? Total { get; }

        public string? Currency { get; }

        public DateTimeOffset? Time { get; }
    }
}

/// <summary>The input of the mapper besides the notification.</summary>
/// <param name="RawBody">The raw body of the event.</param>
/// <param name="EventId">The id of the event.</param>
/// <param name="SubscriberStatus">The status of the subscriber as read back; null when the SDK trusts the notification.</param>
internal readonly record struct MobbexDelivery(ReadOnlyMemory<byte> RawBody, string EventId, SubscriptionStatus? SubscriberStatus = null);
