using System.Text.Json;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A transaction of the simulator as it stood when it was asked for.</summary>
public sealed record SimulatorTransaction
{
    /// <summary>The id of the checkout; of the Cloud API <c>tx_…</c>, 19 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The provider that takes the payment.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The provider's own payment id, which its webhooks carry.</summary>
    public required string ProviderPaymentId { get; init; }

    /// <summary>The product.</summary>
    public required SimulatorProduct Product { get; init; }

    /// <summary>The order reference that webhooks carry: at a gateway the merchant's own, if any; at the Cloud the <see cref="Id"/>.</summary>
    public string? Reference { get; init; }

    /// <summary>Where the payment stands.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The amount asked, in major units of <see cref="Currency"/>.</summary>
    public required decimal Price { get; init; }

    /// <summary>The upper-case currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>What came in so far, in major units.</summary>
    public decimal Received { get; init; }

    /// <summary>The refunds so far, oldest first; one that failed has that status.</summary>
    public IReadOnlyList<PaymentRefund> Refunds { get; init; } = [];

    /// <summary>What went back so far, in major units; refunds that failed do not count.</summary>
    public decimal Refunded => Refunds.Where(refund => refund.Status == RefundStatus.Succeeded).Sum(refund => refund.Amount ?? 0);

    /// <summary>The dispute, whatever came of it; null when there was none.</summary>
    public PaymentDispute? Dispute { get; init; }

    /// <summary>
    /// The amount as the Cloud API reports it: received of a partial payment, returned of a refunded one, else the price.
    /// </summary>
    public decimal Amount => Status.Value switch
    {
        PaymentStatus.Values.Partial => Received,
        PaymentStatus.Values.Refunded or PaymentStatus.Values.PartiallyRefunded => Refunded,
        _ => Price,
    };

    /// <summary>The merchant's metadata, at the Cloud with <c>transactionId</c> added. Nested values are compact JSON.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>When the checkout was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the status last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>True when the buyer chose to pay later and the money is still to come.</summary>
    public bool IsAwaitingSettlement { get; init; }

    /// <summary>True for a payment in test mode, which is what webhooks say where the provider tells them apart. Default true.</summary>
    public bool IsTest { get; init; } = true;

    /// <summary>Where webhooks about this payment go, when the merchant said so in its checkout; called exactly as it is.</summary>
    /// <exception cref="ArgumentException">The URL does not lead to this machine.</exception>
    public Uri? WebhookUrl
    {
        get;
        init => field = value is null ? null : LoopbackUrl.Require(value, nameof(value));
    }

    /// <summary>The merchant's page that the buyer goes back to, at gateways that have a field for it.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>The same for a buyer who cancels; <see cref="ReturnUrl"/> when null.</summary>
    public Uri? CancelUrl { get; init; }

    /// <summary>What the last step was about, where its webhook tells something else than <see cref="Status"/>; else null.</summary>
    internal SimulatorNews? News { get; init; }

    /// <summary>The gateway's own word for where the payment stands, when <see cref="Status"/> does not say enough.</summary>
    internal string? State { get; init; }

    /// <summary>The body of the call that created it, for answers that give parts of it back; undefined when there was none.</summary>
    internal JsonElement Request { get; init; }

    internal bool IsManual => Provider == PaymentProvider.Manual;

    /// <summary>What a refund can still return.</summary>
    internal decimal Refundable =>
        !IsManual && (Status == PaymentStatus.Succeeded || Status == PaymentStatus.PartiallyRefunded) ? Received - Refunded : 0;

    /// <summary>The merchant's metadata of that name, or null.</summary>
    internal string? Get(string name) => Metadata.GetValueOrDefault(name);
}

/// <summary>What a webhook tells of a step: a refund, a dispute, or an attempt that is not the payment's end.</summary>
/// <param name="Status">The status that it reports.</param>
/// <param name="Refund">The refund.</param>
/// <param name="Dispute">The dispute.</param>
internal sealed record SimulatorNews(PaymentStatus Status, PaymentRefund? Refund = null, PaymentDispute? Dispute = null);
