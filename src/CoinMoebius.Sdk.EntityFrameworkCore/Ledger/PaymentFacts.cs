using System.Text.Json.Serialization;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>
/// What the events of one payment have reported. Joining is commutative, associative and idempotent: the facts are the same regardless of
/// the order in which events arrive and how often they are delivered.
/// </summary>
internal sealed record PaymentFacts
{
    public static PaymentFacts None { get; } = new();

    /// <summary>The status without the effect of refunds and disputes; null when no event has reported the payment.</summary>
    public Reported<string>? Status { get; init; }

    /// <summary>The metadata of the event that reported the status, as JSON.</summary>
    [JsonIgnore]
    public string Metadata { get; init; } = "{}";

    /// <summary>The amount that goes with the status.</summary>
    public Reported<Money>? Amount { get; init; }

    /// <summary>What was paid, in whole or in part.</summary>
    public Reported<Money>? Paid { get; init; }

    public Reported<Money>? Priced { get; init; }

    public Reported<string>? Reference { get; init; }

    public Reported<string>? CustomerRef { get; init; }

    public Reported<bool>? IsTest { get; init; }

    public Reported<string>? ClaimedId { get; init; }

    public Reported<string>? CheckoutId { get; init; }

    public Reported<string>? SubscriptionId { get; init; }

    /// <summary>The refunds by their keys, in the order of the keys.</summary>
    public IReadOnlyList<RefundFact> Refunds { get; init; } = [];

    /// <summary>The disputes by their ids, in the order of the ids.</summary>
    public IReadOnlyList<DisputeFact> Disputes { get; init; } = [];

    /// <summary>The facts that one event reports.</summary>
    public static PaymentFacts Of(PaymentEvent payment)
    {
        var by = EventOrder.Of(payment);
        var isImplied = EventOrder.ImpliesMoney(payment);
        var status = isImplied ? PaymentStatus.Succeeded : payment.Status;
        Reported<Money>? amount = isImplied ? null : MoneyOf(payment.Amount, payment.Currency, by);
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

    /// <summary>Combines the facts of both.</summary>
    public PaymentFacts Join(PaymentFacts other)
    {
        var status = Reported<string>.Later(Status, other.Status);
        return new()
        {
            Status = status,
            Metadata = status == Status ? Metadata : other.Metadata,
            Amount = Reported<Money>.Later(Amount, other.Amount),
            Paid = Reported<Money>.Later(Paid, other.Paid),
            Priced = Reported<Money>.Later(Priced, other.Priced),
            Reference = Reported<string>.Later(Reference, other.Reference),
            CustomerRef = Reported<string>.Later(CustomerRef, other.CustomerRef),
            IsTest = Reported<bool>.Later(IsTest, other.IsTest),
            ClaimedId = Reported<string>.Later(ClaimedId, other.ClaimedId),
            CheckoutId = Reported<string>.Later(CheckoutId, other.CheckoutId),
            SubscriptionId = Reported<string>.Later(SubscriptionId, other.SubscriptionId),
            Refunds = Join(Refunds, other.Refunds, static fact => fact.Key, static (one, two) => one.Merge(two)),
            Disputes = Join(Disputes, other.Disputes, static fact => fact.Id, static (one, two) => one.Merge(two)),
        };
    }

    private static IReadOnlyList<T> Join<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, string> key, Func<T, T, T> merge) =>
        one.Count == 0 ? other
        : other.Count == 0 ? one
        : [.. one.Concat(other).GroupBy(key, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Aggregate(merge))];

    private static Reported<Money>? MoneyOf(decimal? amount, string? currency, EventOrder by) =>
        amount is { } known ? new(new(known, currency is null ? null : StoredText.Name(currency)), by) : null;

    private static Reported<string>? IdOf(string? id, EventOrder by) => string.IsNullOrEmpty(id) ? null : new(StoredText.Id(id), by);
}
