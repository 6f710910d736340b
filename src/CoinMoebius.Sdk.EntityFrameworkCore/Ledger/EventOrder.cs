using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>
/// The place of an event among those of its payment, whichever came first: what it says counts most, then the provider's clock, then its id.
/// </summary>
/// <param name="Weight">What it says: twice the rank of its status and one. What only follows from a refund or a dispute weighs one less.</param>
/// <param name="OccurredAt">When, in Unix milliseconds; zero where nobody says.</param>
/// <param name="EventId">The event.</param>
internal readonly record struct EventOrder(int Weight, long OccurredAt, string EventId) : IComparable<EventOrder>
{
    /// <summary>The order of what an event says of the payment itself.</summary>
    public static EventOrder Of(PaymentEvent payment) => Of(payment, ImpliesMoney(payment) ? 2 * PaymentStatus.Succeeded.Rank : (2 * payment.Status.Rank) + 1);

    /// <summary>The order among the events of one refund or one dispute.</summary>
    public static EventOrder Of(PaymentEvent payment, int weight) =>
        new(weight, payment.OccurredAt?.ToUnixTimeMilliseconds() ?? 0, StoredText.Id(payment.EventId));

    /// <summary>Whoever gives back or disputes a payment has it; how much it was, the event does not say.</summary>
    public static bool ImpliesMoney(PaymentEvent payment) => payment.Refund is not null || payment.Dispute is not null;

    public int CompareTo(EventOrder other) =>
        Weight != other.Weight ? Weight.CompareTo(other.Weight)
        : OccurredAt != other.OccurredAt ? OccurredAt.CompareTo(other.OccurredAt)
        : string.CompareOrdinal(EventId, other.EventId);
}

/// <summary>A value, and the event that told it.</summary>
internal readonly record struct Told<T>(T Value, EventOrder By)
{
    /// <summary>The one that counts more; null only when both are.</summary>
    public static Told<T>? Later(Told<T>? one, Told<T>? other) =>
        one is not { } left ? other : other is not { } right ? one : left.By.CompareTo(right.By) >= 0 ? one : other;
}

/// <summary>An amount in major units of a currency, which may be unknown.</summary>
internal readonly record struct Money(decimal Amount, string? Currency);
