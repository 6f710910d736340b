using System.Text.Json.Serialization;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>
/// What the events of one payment have told. Joining is commutative and associative, and joining something twice changes nothing: whatever
/// the order and however often the events come, the facts are the same.
/// </summary>
internal sealed record PaymentFacts
{
    public static PaymentFacts None { get; } = new();

    /// <summary>The status without what refunds and disputes make of it; null when no event has told of the payment.</summary>
    public Told<string>? Status { get; init; }

    /// <summary>The metadata of the event that told the status, as JSON.</summary>
    [JsonIgnore]
    public string Metadata { get; init; } = "{}";

    /// <summary>The amount that goes with the status.</summary>
    public Told<Money>? Amount { get; init; }

    /// <summary>What was paid, in whole or in part.</summary>
    public Told<Money>? Paid { get; init; }

    public Told<Money>? Priced { get; init; }

    public Told<string>? Reference { get; init; }

    public Told<string>? CustomerRef { get; init; }

    public Told<bool>? IsTest { get; init; }

    public Told<string>? ClaimedId { get; init; }

    public Told<string>? CheckoutId { get; init; }

    public Told<string>? SubscriptionId { get; init; }

    /// <summary>The refunds by their keys, in the order of the keys.</summary>
    public IReadOnlyList<RefundFact> Refunds { get; init; } = [];

    /// <summary>The disputes by their ids, in the order of the ids.</summary>
    public IReadOnlyList<DisputeFact> Disputes { get; init; } = [];

    /// <summary>What one event tells.</summary>
    public static PaymentFacts Of(PaymentEvent payment)
    {
        var by = EventOrder.Of(payment);
        var isImplied = EventOrder.ImpliesMoney(payment);
        var status = isImplied ? PaymentStatus.Succeeded : payment.Status;
        Told<Money>? amount = isImplied ? null : MoneyOf(payment.Amount, payment.Currency, by);
        return new()
        {
            Status = new(StoredText.Name(status.Value), by),
            Metadata = StoredMetadata.Write(payment.Metadata),
            Amount = amount,
            Paid = status == PaymentStatus.Succeeded || status == PaymentStatus.Partial ? amount : null,
            Priced = MoneyOf(payment.PricedAmount, payment.PricedCurrency, by),
            Reference = IdOf(payment.Reference, by),
            CustomerRef = IdOf(payment.CustomerRef, by),
            IsTest = payment.IsTest is { } isTest ? new(isTest, by) : null,
            ClaimedId = payment.Metadata.TryGetValue(ReconciledEvent.TransactionIdName, out var claimed) ? IdOf(claimed, by) : null,
            CheckoutId = payment.CheckoutId == payment.PaymentId ? null : IdOf(payment.CheckoutId, by),
            SubscriptionId = IdOf(payment.SubscriptionId, by),
            Refunds = payment.Refund is { } refund ? [RefundFact.Of(payment, refund)] : [],
            Disputes = payment.Dispute is { } dispute ? [DisputeFact.Of(payment, dispute)] : [],
        };
    }

    /// <summary>What both tell.</summary>
    public PaymentFacts Join(PaymentFacts other)
    {
        var status = Told<string>.Later(Status, other.Status);
        return new()
        {
            Status = status,
            Metadata = status == Status ? Metadata : other.Metadata,
            Amount = Told<Money>.Later(Amount, other.Amount),
            Paid = Told<Money>.Later(Paid, other.Paid),
            Priced = Told<Money>.Later(Priced, other.Priced),
            Reference = Told<string>.Later(Reference, other.Reference),
            CustomerRef = Told<string>.Later(CustomerRef, other.CustomerRef),
            IsTest = Told<bool>.Later(IsTest, other.IsTest),
            ClaimedId = Told<string>.Later(ClaimedId, other.ClaimedId),
            CheckoutId = Told<string>.Later(CheckoutId, other.CheckoutId),
            SubscriptionId = Told<string>.Later(SubscriptionId, other.SubscriptionId),
            Refunds = Join(Refunds, other.Refunds, static fact => fact.Key, static (one, two) => one.Merge(two)),
            Disputes = Join(Disputes, other.Disputes, static fact => fact.Id, static (one, two) => one.Merge(two)),
        };
    }

    private static IReadOnlyList<T> Join<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, string> key, Func<T, T, T> merge) =>
        one.Count == 0 ? other
        : other.Count == 0 ? one
        : [.. one.Concat(other).GroupBy(key, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Aggregate(merge))];

    private static Told<Money>? MoneyOf(decimal? amount, string? currency, EventOrder by) =>
        amount is { } known ? new(new(known, currency is null ? null : StoredText.Name(currency)), by) : null;

    private static Told<string>? IdOf(string? id, EventOrder by) => string.IsNullOrEmpty(id) ? null : new(StoredText.Id(id), by);
}
