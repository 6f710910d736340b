using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Which status counts where one value is kept of a payment and not its history: the later place in its life, except that a dispute won and
/// a refund that failed lead back to the money.
/// </summary>
internal static class PaymentStatusRules
{
    /// <summary>What an event takes back: a dispute won the dispute, a refund that failed the refund. Null for any other event.</summary>
    public static PaymentStatus? TakenBackBy(PaymentEvent told) => told.Status != PaymentStatus.Succeeded ? null
        : told.Dispute?.Outcome == DisputeOutcome.Won ? PaymentStatus.Disputed
        : told.Refund?.Status == RefundStatus.Failed ? PaymentStatus.Refunded
        : null;

    /// <summary>True when an event replaces what is known. Among equals the last one counts.</summary>
    public static bool Replaces(PaymentStatus known, PaymentEvent told) => Replaces(known, told.Status, TakenBackBy(told));

    /// <inheritdoc cref="Replaces(PaymentStatus, PaymentEvent)"/>
    public static bool Replaces(PaymentStatus known, PaymentStatus told, PaymentStatus? takenBack) =>
        told.Rank >= known.Rank
        || known == takenBack
        || (known == PaymentStatus.PartiallyRefunded && takenBack == PaymentStatus.Refunded);

    /// <summary>
    /// The amount to keep beside the status of an event. What takes something back names that amount, which need not be the one paid.
    /// </summary>
    public static decimal? AmountOf(PaymentEvent told) => TakenBackBy(told) is null ? told.Amount : null;
}
