using System.Net;
using CoinMoebius.Faults.Comparing;
using CoinMoebius.Faults.Plan;

namespace CoinMoebius.Faults.Tests;

/// <summary>A harness that cannot fail proves nothing.</summary>
public sealed class ComparisonTests
{
    private static readonly FaultPlan Plan = new(new FaultOptions { Store = StoreKind.Sqlite, Deliveries = 60, Payments = 12, Processes = 1, Seed = 3 });

    private static readonly Found Right = new(
        [
            .. Plan.Payments.SelectMany(payment => payment.Events.Select((sent, i) => new FoundEffect(
                sent.Key, payment.PaymentId, sent.Status.Value, payment.Events.FindIndex(other => other.Step.Fact == sent.Step.Fact) == i))),
        ],
        [
            .. Plan.Payments.Select(payment => new FoundPayment(
                new(payment.Rail.Provider.Value, payment.PaymentId), payment.End.Value, payment.End.Rank, payment.Paid, payment.Refunded)),
        ],
        Plan.Payments.ToDictionary(payment => payment.OrderId, payment => payment.End.Value),
        new Dictionary<EventKey, string>());

    [Test]
    public void What_is_as_it_was_sent_is_right()
    {
        var comparison = Compare(Right);

        comparison.IsRight.Should().BeTrue();
        comparison.Summary.Should().Be("sent 60, effects 60, lost 0, twice 0, forged accepted 0, ledger wrong 0");
    }

    [Test]
    public void A_missing_row_is_lost()
    {
        // Not the first of its status, which would be lost as well.
        var missing = Right.Effects.First(effect => !effect.IsFirstOfStatus);

        var comparison = Compare(Right with
        {
            Effects = [.. Right.Effects.Where(effect => effect != missing)],
            Inbox = new Dictionary<EventKey, string> { [missing.Event] = "parked after 12 attempts" },
        });

        comparison.IsRight.Should().BeFalse();
        comparison.Summary.Should().Be("sent 60, effects 59, lost 1, twice 0, forged accepted 0, ledger wrong 0");
        comparison.Findings.Should().ContainSingle().Which.Should().Match<Finding>(
            finding => finding.Id.EndsWith(missing.Event.EventId) && finding.What.Contains("parked after 12 attempts"));
    }

    [Test]
    public void A_refused_event_is_lost_and_the_answer_is_told()
    {
        var missing = Right.Effects.First(effect => !effect.IsFirstOfStatus);

        var comparison = Comparison.Run(
            Plan.Payments,
            new Dictionary<EventKey, HttpStatusCode> { [missing.Event] = HttpStatusCode.BadRequest },
            [],
            Right with { Effects = [.. Right.Effects.Where(effect => effect != missing)] });

        comparison.Findings.Should().ContainSingle().Which.What.Should().Contain("400");
    }

    [Test]
    public void A_doubled_row_is_there_twice()
    {
        var comparison = Compare(Right with { Effects = [.. Right.Effects, Right.Effects[7] with { IsFirstOfStatus = false }] });

        comparison.IsRight.Should().BeFalse();
        comparison.Summary.Should().Be("sent 60, effects 61, lost 0, twice 1, forged accepted 0, ledger wrong 0");
    }

    [Test]
    public void A_lost_row_does_not_make_up_for_a_doubled_one()
    {
        var missing = Right.Effects.First(effect => !effect.IsFirstOfStatus);
        var doubled = Right.Effects.Last(effect => !effect.IsFirstOfStatus && effect != missing);

        Compare(Right with { Effects = [.. Right.Effects.Where(effect => effect != missing), doubled] }).Summary
            .Should().Be("sent 60, effects 60, lost 1, twice 1, forged accepted 0, ledger wrong 0");
    }

    [Test]
    public void A_status_that_is_announced_twice_or_never_counts()
    {
        var again = Right.Effects.First(effect => !effect.IsFirstOfStatus);
        var never = Right.Effects.First(effect => effect.IsFirstOfStatus);

        Compare(Replaced(again, again with { IsFirstOfStatus = true })).Summary
            .Should().Be("sent 60, effects 60, lost 0, twice 1, forged accepted 0, ledger wrong 0");
        Compare(Replaced(never, never with { IsFirstOfStatus = false })).Summary
            .Should().Be("sent 60, effects 60, lost 1, twice 0, forged accepted 0, ledger wrong 0");
    }

    [Test]
    public void A_forgery_counts_when_it_is_answered_200_or_has_an_effect_and_once_for_both()
    {
        var forged = Plan.Deliveries.OfType<ForgedDelivery>().First();
        var key = new EventKey(forged.Rail.Provider.Value, forged.EventId);
        var effect = new FoundEffect(key, forged.About.Payment.PaymentId, "succeeded", IsFirstOfStatus: false);

        Compare(Right, key).Summary.Should().Be("sent 60, effects 60, lost 0, twice 0, forged accepted 1, ledger wrong 0");
        var taken = Right with { Effects = [.. Right.Effects, effect] };
        Compare(taken).Summary.Should().Be("sent 60, effects 61, lost 0, twice 0, forged accepted 1, ledger wrong 0");
        Compare(taken, key).Summary.Should().Be("sent 60, effects 61, lost 0, twice 0, forged accepted 1, ledger wrong 0");
    }

    [Test]
    public void An_event_that_is_stored_with_another_content_was_forged()
    {
        var altered = Right.Effects.First(effect => !effect.IsFirstOfStatus);

        Compare(Replaced(altered, altered with { PaymentId = "pi_other" })).Summary
            .Should().Be("sent 60, effects 60, lost 0, twice 0, forged accepted 1, ledger wrong 0");
    }

    [TestCase("gone")]
    [TestCase("doubled")]
    [TestCase("of another sum")]
    [TestCase("with a refund too many")]
    [TestCase("of another rank")]
    [TestCase("of nobody")]
    [TestCase("not the order's")]
    public void A_wrong_row_of_the_ledger_is_reported(string wrong)
    {
        var (row, rest) = (Right.Ledger[0], Right.Ledger.Skip(1));
        var orders = new Dictionary<string, string>(Right.Orders);
        FoundPayment[] rows = wrong switch
        {
            "gone" => [],
            "doubled" => [row, row],
            "of another sum" => [row with { Paid = (row.Paid ?? 0) + 1 }],
            "with a refund too many" => [row with { Refunded = row.Refunded + 1 }],
            "of another rank" => [row with { Rank = row.Rank - 1 }],
            "of nobody" => [row, row with { Payment = row.Payment with { PaymentId = "pi_nobody" } }],
            _ => [row],
        };
        if (wrong == "not the order's")
        {
            orders[Plan.Payments[0].OrderId] = "new";
        }

        var comparison = Compare(Right with { Ledger = [.. rows, .. rest], Orders = orders });

        comparison.IsRight.Should().BeFalse();
        comparison.Summary.Should().Be("sent 60, effects 60, lost 0, twice 0, forged accepted 0, ledger wrong 1");
    }

    private static Found Replaced(FoundEffect old, FoundEffect other) =>
        Right with { Effects = [.. Right.Effects.Select(effect => effect == old ? other : effect)] };

    private static Comparison Compare(Found found, params EventKey[] accepted) =>
        Comparison.Run(Plan.Payments, new Dictionary<EventKey, HttpStatusCode>(), accepted, found);
}
