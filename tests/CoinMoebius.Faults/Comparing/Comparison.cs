using System.Net;
using CoinMoebius.Faults.Plan;

namespace CoinMoebius.Faults.Comparing;

/// <summary>The ways in which a run can go wrong.</summary>
public enum FaultKind
{
    Lost,
    Twice,
    ForgedAccepted,
    LedgerWrong,
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Kind">How it counts.</param>
/// <param name="Id">The event, payment or order.</param>
/// <param name="What">What was found.</param>
public readonly record struct Finding(FaultKind Kind, string Id, string What);

/// <summary>Compares what was sent with what the tables hold. How each thing counts stands in README.md.</summary>
public sealed class Comparison
{
    private readonly List<Finding> _findings = [];
    private readonly IReadOnlyList<PlannedPayment> _payments;
    private readonly Found _found;

    private Comparison(IReadOnlyList<PlannedPayment> payments, Found found) => (_payments, _found) = (payments, found);

    /// <summary>Distinct authentic events.</summary>
    public int Sent { get; private set; }

    /// <summary>Rows of effects, whatever they are of.</summary>
    public int Effects { get; private set; }

    public IReadOnlyList<Finding> Findings => _findings;

    public bool IsRight => _findings.Count == 0 && Effects == Sent;

    public string Summary =>
        $"sent {Sent}, effects {Effects}, lost {Count(FaultKind.Lost)}, twice {Count(FaultKind.Twice)}, "
        + $"forged accepted {Count(FaultKind.ForgedAccepted)}, ledger wrong {Count(FaultKind.LedgerWrong)}";

    /// <summary>Compares.</summary>
    /// <param name="payments">What was to be sent.</param>
    /// <param name="refused">Authentic events that were answered with a refusal each time, and the answer.</param>
    /// <param name="accepted">The event ids of forgeries that were answered 200.</param>
    /// <param name="found">What the tables hold.</param>
    public static Comparison Run(
        IReadOnlyList<PlannedPayment> payments, IReadOnlyDictionary<EventKey, HttpStatusCode> refused, IEnumerable<EventKey> accepted, Found found)
    {
        var comparison = new Comparison(payments, found);
        comparison.CompareEffects(refused, [.. accepted]);
        comparison.CompareAnnouncements();
        comparison.ComparePayments();
        return comparison;
    }

    private void CompareEffects(IReadOnlyDictionary<EventKey, HttpStatusCode> refused, HashSet<EventKey> forged)
    {
        Effects = _found.Effects.Count;
        foreach (var key in forged)
        {
            Add(FaultKind.ForgedAccepted, key, "a forgery was answered 200");
        }

        var rows = _found.Effects.GroupBy(effect => effect.Event).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var sent in _payments.SelectMany(payment => payment.Events))
        {
            Sent++;
            if (!rows.Remove(sent.Key, out var effects))
            {
                var where = refused.TryGetValue(sent.Key, out var answer) ? $"it was answered {(int)answer}"
                    : _found.Inbox.TryGetValue(sent.Key, out var state) ? $"in the inbox it is {state}"
                    : "the inbox has it as handled, or not at all";
                Add(FaultKind.Lost, sent.Key, $"no row in order_events; {where}");
                continue;
            }

            for (var i = 1; i < effects.Length; i++)
            {
                Add(FaultKind.Twice, sent.Key, $"row {i + 1} of {effects.Length} in order_events");
            }

            if (effects[0].PaymentId != sent.Payment.PaymentId || effects[0].Status != sent.Status.Value)
            {
                var (status, paymentId) = (effects[0].Status, effects[0].PaymentId);
                Add(FaultKind.ForgedAccepted, sent.Key, $"stored as {status} of {paymentId}, sent as {sent.Status} of {sent.Payment.PaymentId}");
            }
        }

        foreach (var key in rows.Keys.Where(key => !forged.Contains(key)))
        {
            Add(FaultKind.ForgedAccepted, key, "a row in order_events of an event that no provider sent");
        }
    }

    /// <summary>Of the events of a payment that tell the same fact, one was told to be the first.</summary>
    private void CompareAnnouncements()
    {
        var firsts = _found.Effects.Where(effect => effect.IsFirstOfStatus).Select(effect => effect.Event).ToHashSet();
        var handled = _found.Effects.Select(effect => effect.Event).ToHashSet();
        foreach (var payment in _payments)
        {
            foreach (var group in payment.Events.GroupBy(sent => sent.Step.Fact))
            {
                var count = group.Count(sent => firsts.Contains(sent.Key));
                if (count == 0 && group.Any(sent => handled.Contains(sent.Key)))
                {
                    Add(FaultKind.Lost, KeyOf(payment), $"no event was the first of {group.Key}");
                }
                else if (count > 1)
                {
                    Add(FaultKind.Twice, KeyOf(payment), $"{count} events were the first of {group.Key}");
                }
            }
        }
    }

    /// <summary>The ledger and the order: a payment is wrong at most once.</summary>
    private void ComparePayments()
    {
        var ledger = _found.Ledger.ToLookup(row => row.Payment);
        foreach (var payment in _payments)
        {
            var (end, paid, refunded) = (payment.End, payment.Paid, payment.Refunded);
            var rows = ledger[KeyOf(payment)].ToArray();
            var order = _found.Orders.GetValueOrDefault(payment.OrderId);
            var wrong = rows switch
            {
                [] => "the ledger has no row",
                [_, _, ..] => $"the ledger has {rows.Length} rows",
                [var row] when row.Status != end.Value || row.Rank != end.Rank => $"the ledger says {row.Status} ({row.Rank})",
                [var row] when row.Paid != paid || row.Refunded != refunded => $"the ledger says that {row.Paid} was paid and {row.Refunded} went back",
                _ when order != end.Value => $"{payment.OrderId} is {order ?? "not there"}",
                _ => null,
            };
            if (wrong is not null)
            {
                Add(FaultKind.LedgerWrong, KeyOf(payment), $"{wrong}; it must be {end} ({end.Rank}), paid {paid}, refunded {refunded}");
            }
        }

        var known = _payments.Select(KeyOf).ToHashSet();
        foreach (var stranger in ledger.Where(rows => !known.Contains(rows.Key)))
        {
            Add(FaultKind.LedgerWrong, stranger.Key, "the ledger has a payment that nobody made");
        }
    }

    private static PaymentKey KeyOf(PlannedPayment payment) => new(payment.Rail.Provider.Value, payment.PaymentId);

    private int Count(FaultKind kind) => _findings.Count(finding => finding.Kind == kind);

    private void Add(FaultKind kind, EventKey key, string what) => _findings.Add(new(kind, $"{key.Provider} {key.EventId}", what));

    private void Add(FaultKind kind, PaymentKey key, string what) => _findings.Add(new(kind, $"{key.Provider} {key.PaymentId}", what));
}
