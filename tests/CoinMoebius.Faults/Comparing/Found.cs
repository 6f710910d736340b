using CoinMoebius.Faults.Plan;

namespace CoinMoebius.Faults.Comparing;

/// <summary>What the tables hold in the end.</summary>
/// <param name="Effects">The rows of the Shop's <c>order_events</c>: one for each time that a handler's changes were committed.</param>
/// <param name="Ledger">The rows of <c>coinmoebius_payments</c>.</param>
/// <param name="Orders">The status of each order of the Shop.</param>
/// <param name="Inbox">Events that are not handled, with where they stand.</param>
public sealed record Found(
    IReadOnlyList<FoundEffect> Effects,
    IReadOnlyList<FoundPayment> Ledger,
    IReadOnlyDictionary<string, string> Orders,
    IReadOnlyDictionary<EventKey, string> Inbox);

/// <summary>An effect.</summary>
public readonly record struct FoundEffect(EventKey Event, string PaymentId, string Status, bool IsFirstOfStatus);

/// <summary>A payment of the ledger.</summary>
public readonly record struct FoundPayment(PaymentKey Payment, string Status, int Rank, decimal? Paid, decimal Refunded);
