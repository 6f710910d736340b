using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Decides which status counts if only one value of a payment is kept and not its history: the one with the higher rank, except that a won
/// dispute and a failed refund restore the paid status.
/// </summary>
internal static class PaymentStatusRules
{
    /// <summary>Returns the status that an event reverts: a won dispute the dispute, a failed refund the refund. Null for any other event.</summary>
    public static PaymentStatus? TakenBackBy(PaymentEvent next) => next.Status != PaymentStatus.Succeeded ? null
        : next.Dispute?.Outcome == DisputeOutcome.Won ? PaymentStatus.Disputed
        : next.Refund?.Status == RefundStatus.Failed ? PaymentStatus.Refunded
        : null;

    /// <summary>True when an event replaces the known status. Among equals the last one counts.</summary>
    public static bool Replaces(PaymentStatus known, PaymentEvent next) => Replaces(known, next.Status, TakenBackBy(next));

    /// <inheritdoc cref="Replaces(PaymentStatus, PaymentEvent)"/>
    public static bool Replaces(PaymentStatus known, PaymentStatus next, PaymentStatus? takenBack) =>
        next.Rank >= known.Rank
        || known == takenBack
        || (known == PaymentStatus.PartiallyRefunded && takenBack == PaymentStatus.Refunded);

    /// <summary>
    /// Returns the amount for the status of an event; null for one that reverts a status, since its amount may differ from the paid one.
    /// </summary>
    public static decimal? AmountOf(PaymentEvent next) => TakenBackBy(next) is null ? next.Amount : null;
}
