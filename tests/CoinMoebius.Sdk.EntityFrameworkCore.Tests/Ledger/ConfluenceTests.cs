using System.Globalization;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Ledger;

/// <summary>Histories through the inbox of a real database. <c>COINMOEBIUS_HISTORIES</c> and <c>COINMOEBIUS_SEED</c> set how many, and which.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
public sealed class ConfluenceTests(string engineName) : EngineFixture(engineName)
{
    private const int Batch = 100;
    private const int Most = 8;

    private static readonly string[] Orders = ["as told", "backwards", "shuffled and told twice"];

    private static int Histories => Setting("COINMOEBIUS_HISTORIES", 300);

    private static int Seed => Setting("COINMOEBIUS_SEED", 20261201);

    [Test]
    public async Task Whatever_the_order_and_however_often_the_events_of_a_payment_come_the_ledger_ends_the_same()
    {
        await using var node = await Node.StartAsync(Database);
        node.Records = false;
        var histories = History.Generate(Histories, (ulong)Seed, Most);
        histories.Should().HaveCount(Histories);
        var dice = new Random(Seed);
        for (var from = 0; from < histories.Count; from += Batch)
        {
            var batch = histories.Skip(from).Take(Batch).Select((events, at) => (Number: from + at, Events: events)).ToList();
            var accepted = await AcceptAsync(node, batch, dice);
            await node.DoneAsync(accepted);
            var ends = await EndsAsync(node, batch);
            foreach (var (number, events) in batch)
            {
                var found = ends[number].ToList();
                found.Should().HaveCount(Orders.Length).And.OnlyContain(end => end == found[0], "seed {0}, history {1}: {2}", Seed, number, Text(events));
            }
        }
    }

    /// <summary>Has the payments of a batch, each in all orders, told at the same time.</summary>
    private static async Task<int> AcceptAsync(Node node, List<(int Number, PaymentEvent[] Events)> batch, Random dice)
    {
        var accepted = 0;
        var queues = batch.SelectMany(history => Orders.Select(order => (Account: order, Events: new Queue<PaymentEvent>(Arrange(history.Events, order, dice)
            .Select(told => Of(told, history.Number)))))).ToList();
        foreach (var expected in batch.Where(history => history.Number % 2 == 0).SelectMany(history => Orders.Select(order => Expected(history.Number, order))))
        {
            await node.Ledger.ExpectAsync(expected);
        }

        while (queues.Exists(queue => queue.Events.Count > 0))
        {
            var round = queues.Where(queue => queue.Events.Count > 0).Select(queue => node.AcceptAsync(queue.Events.Dequeue(), queue.Account));
            accepted += (await Task.WhenAll(round)).Count(disposition => disposition == WebhookDisposition.Accepted);
        }

        return accepted;
    }

    private static PaymentEvent[] Arrange(PaymentEvent[] events, string order, Random dice)
    {
        PaymentEvent[] arranged = order == Orders[2] ? [.. events, .. events] : [.. events];
        if (order == Orders[1])
        {
            Array.Reverse(arranged);
        }
        else if (order != Orders[0])
        {
            dice.Shuffle(arranged);
        }

        return arranged;
    }

    private static PaymentEvent Of(PaymentEvent told, int number) => told with
    {
        EventId = $"{number}:{told.EventId}",
        PaymentId = $"{told.PaymentId}:{number}",
        CheckoutId = told.CheckoutId is null ? null : $"{told.CheckoutId}:{number}",
    };

    private static ExpectedPayment Expected(int number, string account) => new()
    {
        Provider = PaymentProvider.Stripe,
        Account = account,
        PaymentId = $"{History.CheckoutId}:{number}",
        TransactionId = $"tx_{number}",
        Reference = $"order {number}",
        Amount = History.Price,
        Currency = "USD",
    };

    /// <summary>All that the rows of a history hold, once for each order; when a row was written, and is asked about, is not part of it.</summary>
    private static async Task<ILookup<int, string>> EndsAsync(Node node, List<(int Number, PaymentEvent[] Events)> batch)
    {
        var ids = batch.SelectMany(history => new[] { $"{History.PaymentId}:{history.Number}", $"{History.CheckoutId}:{history.Number}" }).ToList();
        await using var context = node.Open();
        var rows = await context.AllRowsOf<LedgerRow>().Where(row => ids.Contains(row.PaymentId)).OrderBy(row => row.PaymentId).ToListAsync();
        return rows.GroupBy(row => (Number: int.Parse(row.PaymentId.Split(':')[1], CultureInfo.InvariantCulture), row.Account)).ToLookup(
            same => same.Key.Number,
            same => string.Join('\n', same.SelectMany(row => LedgerEntry.Parameters(row).Where(value => value.Item1 is not ("account" or "created" or "updated_at" or "check_at" or "checks"))
                .Append(("transaction", row.TransactionId)).Append(("order", row.OrderReference)))));
    }

    private static string Text(PaymentEvent[] events) =>
        string.Join(", ", events.Select(told => $"{told.EventId} {told.PaymentId} {told.CheckoutId} {told.Status} {told.Amount} {told.OccurredAt} {told.Refund} {told.Refund?.Id} {told.Dispute} {told.Dispute?.Id}"));

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
