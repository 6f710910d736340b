using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A payment for a provider's webhook. Every field has a sensible value; set the relevant ones in a test.</summary>
public sealed record TestPayment
{
    /// <summary>The provider's payment id; <see cref="IWebhookSigner.CreatePaymentId"/> creates one in the right format.</summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// The status that the webhook reports. With <see cref="PaymentStatus.Refunded"/>, <see cref="PaymentStatus.PartiallyRefunded"/> and
    /// <see cref="PaymentStatus.Disputed"/> it is about a refund or a dispute of <see cref="MovedAmount"/>, also where <see cref="Refund"/> and
    /// <see cref="Dispute"/> are null. Where one of these is set, the status follows from it.
    /// </summary>
    public PaymentStatus Status { get; init; } = PaymentStatus.Succeeded;

    /// <summary>The price in major units of <see cref="Currency"/>.</summary>
    public decimal Amount { get; init; } = 19.99m;

    /// <summary>The part of <see cref="Amount"/> that moved: received in a partial payment, or returned by a refund. All of it when null.</summary>
    public decimal? MovedAmount { get; init; }

    /// <summary>
    /// The refund that the webhook is about; its amount is <see cref="MovedAmount"/> and its total that amount unless they are set. A status of
    /// <see cref="RefundStatus.Failed"/> is a refund that failed.
    /// </summary>
    public PaymentRefund? Refund { get; init; }

    /// <summary>The dispute that the webhook is about: opened, won or lost. Its amount is <see cref="MovedAmount"/> unless set.</summary>
    public PaymentDispute? Dispute { get; init; }

    /// <summary>
    /// The id of the session, order or link of the payment, where the provider reports one; derived from the payment's id when null.
    /// </summary>
    public string? CheckoutId { get; init; }

    /// <summary>The upper-case currency code.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>The merchant's order reference, where the provider reports one.</summary>
    public string? Reference { get; init; }

    /// <summary>The merchant's id of the buyer, where the provider reports one.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>Further merchant metadata, where the provider reports it.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The id of the event; a new one in the provider's format when null.</summary>
    public string? EventId { get; init; }

    /// <summary>True for a test-mode event, where the provider distinguishes modes.</summary>
    public bool IsTest { get; init; } = true;

    /// <summary><see cref="MovedAmount"/>, otherwise <see cref="Amount"/>.</summary>
    internal decimal Moved => MovedAmount ?? Amount;

    /// <summary>The refund with its amounts; null when the webhook is not about a refund.</summary>
    internal PaymentRefund? ToldRefund
    {
        get
        {
            if (Refund is null && Status != PaymentStatus.Refunded && Status != PaymentStatus.PartiallyRefunded)
            {
                return null;
            }

            var amount = Refund?.Amount ?? Moved;
            return (Refund ?? new PaymentRefund { Status = RefundStatus.Succeeded }) with { Amount = amount, TotalAmount = Refund?.TotalAmount ?? amount };
        }
    }

    /// <summary>The dispute with its amount; null when the webhook is not about a dispute.</summary>
    internal PaymentDispute? ToldDispute => Dispute is null && Status != PaymentStatus.Disputed
        ? null
        : (Dispute ?? new PaymentDispute { Outcome = DisputeOutcome.Open }) with { Amount = Dispute?.Amount ?? Moved };

    /// <summary>The merchant metadata with <see cref="CustomerRef"/> in it.</summary>
    internal Dictionary<string, string> MetadataWithCustomer()
    {
        var all = Metadata.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (CustomerRef is not null)
        {
            all["customerRef"] = CustomerRef;
        }

        return all;
    }
}
