using System.Text.Json;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A snapshot of a transaction of the simulator.</summary>
public sealed record SimulatorTransaction
{
    /// <summary>The id of the checkout; for the Cloud API <c>tx_…</c>, with 19 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The provider that takes the payment.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The provider's own payment id, which its webhooks contain.</summary>
    public required string ProviderPaymentId { get; init; }

    /// <summary>The product.</summary>
    public required SimulatorProduct Product { get; init; }

    /// <summary>The order reference in webhooks: for a gateway the merchant's own, if any; for the Cloud the <see cref="Id"/>.</summary>
    public string? Reference { get; init; }

    /// <summary>The status of the payment.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The price, in major units of <see cref="Currency"/>.</summary>
    public required decimal Price { get; init; }

    /// <summary>The upper-case currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>The amount received so far, in major units.</summary>
    public decimal Received { get; init; }

    /// <summary>The refunds so far, oldest first, including failed ones.</summary>
    public IReadOnlyList<PaymentRefund> Refunds { get; init; } = [];

    /// <summary>The amount refunded so far, in major units, without failed refunds.</summary>
    public decimal Refunded => Refunds.Where(refund => refund.Status == RefundStatus.Succeeded).Sum(refund => refund.Amount ?? 0);

    /// <summary>The dispute, with any outcome; null when there was none.</summary>
    public PaymentDispute? Dispute { get; init; }

    /// <summary>
    /// The amount as the Cloud API reports it: received for a partial payment, returned for a refunded one, otherwise the price.
    /// </summary>
    public decimal Amount => Status.Value switch
    {
        PaymentStatus.Values.Partial => Received,
        PaymentStatus.Values.Refunded or PaymentStatus.Values.PartiallyRefunded => Refunded,
        _ => Price,
    };

    /// <summary>The merchant's metadata; for the Cloud with <c>transactionId</c> added. Nested values are compact JSON.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>When the checkout was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the status last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>True when the buyer chose to pay later and the money has not arrived.</summary>
    public bool IsAwaitingSettlement { get; init; }

    /// <summary>True for a payment in test mode; webhooks report it where the provider distinguishes modes. Default true.</summary>
    public bool IsTest { get; init; } = true;

    /// <summary>The URL for webhooks about this payment, if the checkout has one; it is called unchanged.</summary>
    /// <exception cref="ArgumentException">The URL does not lead to this machine.</exception>
    public Uri? WebhookUrl
    {
        get;
        init => field = value is null ? null : LoopbackUrl.Require(value, nameof(value));
    }

    /// <summary>The merchant's page to which the buyer returns, for gateways that have a field for it.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>The page to which a buyer who cancels returns; <see cref="ReturnUrl"/> when null.</summary>
    public Uri? CancelUrl { get; init; }

    /// <summary>What the webhook of the last step reports, where it differs from <see cref="Status"/>; otherwise null.</summary>
    internal SimulatorNews? News { get; init; }

    /// <summary>The gateway's own word for the state, where <see cref="Status"/> is not specific enough.</summary>
    internal string? State { get; init; }

    /// <summary>The body of the call that created it, for responses that return parts of it; undefined when there was none.</summary>
    internal JsonElement Request { get; init; }

    internal bool IsManual => Provider == PaymentProvider.Manual;

    /// <summary>The amount that can still be refunded.</summary>
    internal decimal Refundable =>
        !IsManual && (Status == PaymentStatus.Succeeded || Status == PaymentStatus.PartiallyRefunded) ? Received - Refunded : 0;

    /// <summary>The merchant's metadata of that name, or null.</summary>
    internal string? Get(string name) => Metadata.GetValueOrDefault(name);
}

/// <summary>What a webhook reports about a step: a refund, a dispute, or a failed attempt of a payment that stays open.</summary>
/// <param name="Status">The status that it reports.</param>
/// <param name="Refund">The refund.</param>
/// <param name="Dispute">The dispute.</param>
internal sealed record SimulatorNews(PaymentStatus Status, PaymentRefund? Refund = null, PaymentDispute? Dispute = null);
