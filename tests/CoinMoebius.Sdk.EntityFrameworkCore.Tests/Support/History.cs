using CoinMoebius.Sdk.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>The life of one payment as events tell it: attempts, payments, refunds and disputes, also told twice, by a clock that is not always there.</summary>
internal static class History
{
    public const string PaymentId = "pi_1";
    public const string CheckoutId = "cs_1";
    public const decimal Price = 20m;

    /// <summary>Histories of the form that a seed gives.</summary>
    public static IReadOnlyList<PaymentEvent[]> Generate(int count, ulong seed, int most) =>
        Events(most).Sample(count, new Rnd(seed), most);

    /// <summary>All orders of a few events.</summary>
    public static IEnumerable<PaymentEvent[]> Permutations(PaymentEvent[] events)
    {
        if (events.Length < 2)
        {
            return [events];
        }

        return events.SelectMany((first, at) => Permutations([.. events[..at], .. events[(at + 1)..]]).Select(rest => (PaymentEvent[])[first, .. rest]));
    }

    private static Gen<PaymentEvent[]> Events(int most) =>
        from count in Gen.Choose(1, most)
        from steps in Gen.ArrayOf(Event(), count)
        select steps.Select((step, at) => step with { EventId = $"evt_{at}" }).ToArray();

    private static Gen<PaymentEvent> Event() =>
        from step in Gen.Frequency(
            (2, Gen.Constant(Checkout(PaymentStatus.Pending))),
            (2, Gen.Constant(Checkout(PaymentStatus.Failed))),
            (2, Gen.Constant(Payment(PaymentStatus.Pending))),
            (3, Gen.Constant(Payment(PaymentStatus.Failed))),
            (2, Part()),
            (6, Gen.Constant(Payment(PaymentStatus.Succeeded))),
            (1, Gen.Constant(Payment(PaymentStatus.Reversed))),
            (8, Refund()),
            (4, Dispute()))
        from minute in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 3).Select(it => (int?)it))
        from reference in Gen.Elements(null, "order-1", "order-2")
        from customer in Gen.Elements(null, "user-1", "cus_1")
        from isTest in Gen.Elements<bool?>(null, true)
        from namesCheckout in Gen.Elements(true, false)
        select step with
        {
            OccurredAt = minute is { } at ? DateTimeOffset.UnixEpoch.AddMinutes(at) : null,
            Reference = reference,
            CustomerRef = customer,
            IsTest = isTest,
            CheckoutId = namesCheckout && step.PaymentId == PaymentId ? CheckoutId : null,
            Metadata = new Dictionary<string, string> { ["note"] = $"{reference} {minute}" },
        };

    private static PaymentEvent Checkout(PaymentStatus status) => Payment(status) with { PaymentId = CheckoutId };

    private static PaymentEvent Payment(PaymentStatus status) => Sample.Payment("", PaymentId, status) with { Amount = Price };

    private static Gen<PaymentEvent> Part() => Gen.Choose(1, 3).Select(part => Payment(PaymentStatus.Partial) with { Amount = 5m * part });

    private static Gen<PaymentEvent> Refund() =>
        from id in Gen.Elements(null, "re_1", "re_2", "re_3")
        from amount in Gen.Elements<decimal?>(null, 5m, 10m, 20m)
        from total in Gen.Elements<decimal?>(null, amount, 20m)
        from isFull in Gen.Elements<bool?>(null, true, false)
        from status in Gen.Elements(RefundStatus.Succeeded, RefundStatus.Succeeded, RefundStatus.Pending, RefundStatus.Failed)
        select Payment(status == RefundStatus.Succeeded ? PaymentStatus.PartiallyRefunded : PaymentStatus.Succeeded) with
        {
            Amount = amount,
            Refund = new() { Id = id, Amount = amount, TotalAmount = total, IsFull = isFull, Status = status },
        };

    private static Gen<PaymentEvent> Dispute() =>
        from id in Gen.Elements("dp_1", "dp_2")
        from outcome in Gen.Elements(DisputeOutcome.Open, DisputeOutcome.Won, DisputeOutcome.Lost)
        from isInquiry in Gen.Elements(true, false)
        select Payment(outcome == DisputeOutcome.Won ? PaymentStatus.Succeeded : PaymentStatus.Disputed) with
        {
            Dispute = new() { Id = id, Amount = Price, Outcome = outcome, IsInquiry = isInquiry },
        };
}
