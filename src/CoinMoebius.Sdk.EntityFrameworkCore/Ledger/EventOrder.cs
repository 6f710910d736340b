using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>
/// The order of an event among those of its payment, independent of arrival: by the weight of its content, then the provider's clock, then its id.
/// </summary>
/// <param name="Weight">Twice the rank of its status, plus one. A status that only follows from a refund or a dispute weighs one less.</param>
/// <param name="OccurredAt">When it occurred, in Unix milliseconds; zero where that is unknown.</param>
/// <param name="EventId">The event.</param>
internal readonly record struct EventOrder(int Weight, long OccurredAt, string EventId) : IComparable<EventOrder>
{
    /// <summary>The order of an event's report on the payment itself.</summary>
    public static EventOrder Of(PaymentEvent payment) => Of(payment, ImpliesMoney(payment) ? 2 * PaymentStatus.Succeeded.Rank : (2 * payment.Status.Rank) + 1);

    /// <summary>The order among the events of one refund or one dispute.</summary>
    public static EventOrder Of(PaymentEvent payment, int weight) =>
        new(weight, payment.OccurredAt?.ToUnixTimeMilliseconds() ?? 0, StoredText.Id(payment.EventId));

    /// <summary>A payment that is refunded or disputed was paid; the event does not state how much.</summary>
    public static bool ImpliesMoney(PaymentEvent payment) => payment.Refund is not null || payment.Dispute is not null;

    public int CompareTo(EventOrder other) =>
        Weight != other.Weight ? Weight.CompareTo(other.Weight)
        : OccurredAt != other.OccurredAt ? OccurredAt.CompareTo(other.OccurredAt)
        : string.CompareOrdinal(EventId, other.EventId);
}

/// <summary>A value, and the event that reported it.</summary>
internal readonly record struct Reported<T>(T Value, EventOrder By)
{
    /// <summary>The one whose event comes later in the order; null only when both are null.</summary>
    public static Reported<T>? Later(Reported<T>? one, Reported<T>? other) =>
        one is not { } left ? other : other is not { } right ? one : left.By.CompareTo(right.By) >= 0 ? one : other;
}

/// <summary>An amount in major units of a currency, which may be unknown.</summary>
internal readonly record struct Money(decimal Amount, string? Currency);
