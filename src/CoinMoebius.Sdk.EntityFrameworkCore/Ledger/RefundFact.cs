using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>What all events of one refund say together.</summary>
/// <param name="Key">The provider's id of it, else the event's.</param>
/// <param name="HasId">Whether the key is the provider's.</param>
/// <param name="Status">What has become of it; by <see cref="EventOrder.Weight"/>, a failure counts most.</param>
/// <param name="HasSucceeded">Whether an event has told of it as done, whatever came of it.</param>
internal sealed record RefundFact(string Key, bool HasId, Told<string> Status, bool HasSucceeded)
{
    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public decimal? Total { get; init; }

    public bool? IsFull { get; init; }

    public string? Reason { get; init; }

    /// <summary>True when it counts.</summary>
    public bool IsDone => Status.Value == RefundStatus.Values.Succeeded;

    /// <summary>True when it came to nothing.</summary>
    public bool IsFailed => Status.Value == RefundStatus.Values.Failed;

    public static RefundFact Of(PaymentEvent payment, PaymentRefund refund) => new(
        StoredText.Id(refund.Id ?? payment.EventId),
        refund.Id is not null,
        new(refund.Status.Value, EventOrder.Of(payment, WeightOf(refund.Status))),
        refund.Status == RefundStatus.Succeeded)
    {
        // An answer about the payment tells the sum of refunds whose own events may come yet.
        Amount = payment.EventType == ReconciledEvent.EventType ? null : refund.Amount,
        Currency = payment.Currency,
        Total = refund.TotalAmount ?? (payment.EventType == ReconciledEvent.EventType ? refund.Amount : null),
        IsFull = refund.IsFull,
        Reason = refund.Reason,
    };

    /// <summary>Of two events the details are the same; where they are not, the choice must not depend on which came first.</summary>
    public RefundFact Merge(RefundFact other) => this with
    {
        Status = Told<string>.Later(Status, other.Status)!.Value,
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
