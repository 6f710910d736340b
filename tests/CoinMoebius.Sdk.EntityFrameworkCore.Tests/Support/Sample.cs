using System.Globalization;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>Events as verifiers give them.</summary>
internal static class Sample
{
    public static PaymentEvent Payment(string eventId, string paymentId = "pi_1", PaymentStatus? status = null) => new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = eventId,
        EventType = "checkout.session.completed",
        PaymentId = paymentId,
        Status = status ?? PaymentStatus.Succeeded,
        Amount = 19.99m,
        Currency = "USD",
        RawBody = "{}"u8.ToArray(),
    };

    /// <summary>The same of the checkout with the transaction <c>tx_1</c>.</summary>
    public static PaymentEvent OfTransaction(string eventId, string paymentId) =>
        Payment(eventId, paymentId) with { Metadata = new Dictionary<string, string> { ["transactionId"] = "tx_1" } };

    /// <summary>What the API answers about the transaction <c>tx_1</c>, while its payment is not known.</summary>
    public static PaymentEvent Answer(string eventId = "reconciled:1") => OfTransaction(eventId, "tx_1") with { EventType = ReconciledEvent.EventType };

    /// <summary>An event of a provider that signs an id of the delivery.</summary>
    public static PaymentEvent Delivered(string deliveryId, string eventId, string paymentId = "pi_1") =>
        Payment(eventId, paymentId) with { Provider = PaymentProvider.DodoPayments, DeliveryId = deliveryId };

    public static decimal Money(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A checkout of what <see cref="OfTransaction"/> pays.</summary>
    public static ExpectedPayment Expected(string transactionId = "tx_1", string? order = null) => new()
    {
        Provider = PaymentProvider.Stripe,
        TransactionId = transactionId,
        Reference = order,
        Amount = 19.99m,
        Currency = "USD",
    };
}
