using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>The combined contents of all events of one refund.</summary>
/// <param name="Key">The provider's id of the refund, otherwise the id of the event.</param>
/// <param name="HasId">Whether the key is the provider's.</param>
/// <param name="Status">The status; by <see cref="EventOrder.Weight"/>, a failure counts most.</param>
/// <param name="HasSucceeded">Whether an event has reported it as succeeded, even if it failed later.</param>
internal sealed record RefundFact(string Key, bool HasId, Reported<string> Status, bool HasSucceeded)
{
    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public decimal? Total { get; init; }

    public bool? IsFull { get; init; }

    public string? Reason { get; init; }

    /// <summary>True when it succeeded, so that it counts.</summary>
    public bool IsDone => Status.Value == RefundStatus.Values.Succeeded;

    /// <summary>True when it failed.</summary>
    public bool IsFailed => Status.Value == RefundStatus.Values.Failed;

    public static RefundFact Of(PaymentEvent payment, PaymentRefund refund) => new(
        StoredText.Id(refund.Id ?? payment.EventId),
        refund.Id is not null,
        new(refund.Status.Value, EventOrder.Of(payment, WeightOf(refund.Status))),
        refund.Status == RefundStatus.Succeeded)
    {
        // A lookup of the payment reports the sum of refunds whose own events may still arrive.
        Amount = payment.EventType == ReconciledEvent.EventType ? null : refund.Amount,
        Currency = payment.Currency,
        Total = refund.TotalAmount ?? (payment.EventType == ReconciledEvent.EventType ? refund.Amount : null),
        IsFull = refund.IsFull,
        Reason = refund.Reason,
    };

    /// <summary>Merges the details of two events. Where they differ, the choice does not depend on the order of arrival.</summary>
    public RefundFact Merge(RefundFact other) => this with
    {
        Status = Reported<string>.Later(Status, other.Status)!.Value,
        HasSucceeded = HasSucceeded || other.HasSucceeded,
        Amount = Greater(Amount, other.Amount),
        Currency = Greater(Currency, other.Currency),
        Total = Greater(Total, other.Total),
        IsFull = IsFull == true || other.IsFull == true ? true : IsFull ?? other.IsFull,
        Reason = Greater(Reason, other.Reason),
    };

    public PaymentRefund ToRefund() => new()
    {
        Id = HasId ? Key : null,
        Amount = Amount,
        TotalAmount = Total,
        IsFull = IsFull,
        Status = new(Status.Value),
        Reason = Reason,
    };

    internal static T? Greater<T>(T? one, T? other)
        where T : struct => Nullable.Compare(one, other) >= 0 ? one : other;

    internal static string? Greater(string? one, string? other) => string.CompareOrdinal(one, other) >= 0 ? one : other;

    private static int WeightOf(RefundStatus status) => status.Value switch
    {
        RefundStatus.Values.Failed => 2,
        RefundStatus.Values.Succeeded => 1,
        _ => 0,
    };
}
