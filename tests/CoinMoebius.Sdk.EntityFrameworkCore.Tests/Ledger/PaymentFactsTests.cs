using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Ledger;

public sealed class PaymentFactsTests
{
    private const int Orders = 6;

    [Test]
    public void Events_tell_the_same_in_every_order()
    {
        foreach (var events in History.Generate(60, seed: 6, most: 7))
        {
            History.Permutations(events).Select(order => Text(order.Select(PaymentFacts.Of).Aggregate((before, told) => before.Join(told)))).Distinct()
                .Should().ContainSingle("of {0}", string.Join(", ", events.Select(Name)));
        }
    }

    [Test]
    public void Whatever_the_order_and_however_often_events_come_the_row_is_the_same()
    {
        var dice = new Random(7);
        foreach (var events in History.Generate(500, seed: 7, most: 12))
        {
            Enumerable.Range(0, Orders).Select(_ => Told(Shuffled([.. events, .. events], dice))).Distinct()
                .Should().ContainSingle("of {0}", string.Join(", ", events.Select(Name)));
        }
    }

    [Test]
    public void Facts_join_in_any_grouping()
    {
        foreach (var events in History.Generate(500, seed: 8, most: 6))
        {
            var facts = events.Select(PaymentFacts.Of).ToList();
            var fromTheRight = Enumerable.Reverse(facts).Aggregate((later, earlier) => earlier.Join(later));

            Text(facts.Aggregate((earlier, later) => earlier.Join(later))).Should().Be(Text(fromTheRight));
        }
    }

    private static PaymentEvent[] Shuffled(PaymentEvent[] events, Random dice)
    {
        dice.Shuffle(events);
        return events;
    }

    // Each event finds what the ones before it have written.
    private static string Told(PaymentEvent[] events)
    {
        LedgerRow? row = null;
        foreach (var told in events)
        {
            row = LedgerEntry.After(("stripe", "", "pi_1"), row, null, LedgerEntry.FactsOf(row).Join(PaymentFacts.Of(told)), null, 0);
        }

        return string.Join('\n', LedgerEntry.Parameters(row!));
    }

    private static string Text(PaymentFacts facts) => PaymentFactsJson.Write(facts) + facts.Metadata;

    private static string Name(PaymentEvent told) => $"{told.EventId} {told.PaymentId} {told.Status} {told.Refund} {told.Dispute}";
}
