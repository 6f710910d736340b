using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Reconcile;

[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
public sealed class PaymentReconcilerTests(string engineName) : EngineFixture(engineName)
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private readonly ManualTimeProvider _clock = new();
    private ScriptedLookup _lookup = null!;

    [SetUp]
    public void CreateLookup() => _lookup = new(_clock);

    [Test]
    public async Task A_payment_that_stays_pending_is_asked_about_and_handled_like_a_webhook()
    {
        await using var node = await StartAsync();
        await node.ReceiveAsync(Webhook("evt_1", "pi_1", PaymentStatus.Pending, "tx_1"));
        await node.HandledAsync();
        _lookup.Answer = payment => ReconciledEvent.Create(payment, PaymentStatus.Succeeded, 19.99m, "usd");

        _clock.Advance(First - TimeSpan.FromMilliseconds(1));
        (await node.LookAsync()).Should().Be(TimeSpan.FromMilliseconds(1));
        _lookup.Asked.Should().BeEmpty();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await node.LookAsync()).Should().Be(Look);
        await node.HandledAsync();

        (await node.EffectsAsync()).Select(effect => (effect.PaymentId, effect.Status, effect.IsFirstOfStatus)).Should()
            .Equal(("pi_1", "pending", true), ("pi_1", "succeeded", true));
        var row = (await node.RowsAsync()).Should().ContainSingle().Which;
        (row.Status, row.Amount, row.Currency, row.TransactionId, row.ClaimedId, row.CheckAt).Should().Be(("succeeded", 19.99m, "USD", null, "tx_1", null));
        row.LastEventId.Should().StartWith("reconciled:");
        node.Log.Ids.Should().Equal(1321);
        _clock.Advance(TimeSpan.FromDays(30));
        await node.LookAsync();
        _lookup.Asked.Should().ContainSingle("it is over");
    }

    [Test]
    public async Task A_webhook_that_comes_after_the_answer_is_not_the_first_of_its_status()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Expected("tx_1"));
        _lookup.Answer = payment => ReconciledEvent.Create(payment, PaymentStatus.Succeeded, 19.99m, "USD");
        _clock.Advance(First);

        await node.LookAsync();
        await node.HandledAsync();
        await node.ReceiveAsync(Webhook("evt_1", "pi_1", PaymentStatus.Succeeded, "tx_1"));
        await node.HandledAsync();
        await node.ReceiveAsync(Webhook("evt_2", "pi_1", PaymentStatus.Refunded, transactionId: null));
        await node.HandledAsync();

        _lookup.Asked.Single().Payment.Should().BeEquivalentTo(new { PaymentId = "tx_1", TransactionId = "tx_1", Reference = "order-tx_1", LastEventId = "" });
        (await node.EffectsAsync()).Select(effect => (effect.PaymentId, effect.Status, effect.IsFirstOfStatus)).Should()
            .Equal(("tx_1", "succeeded", true), ("pi_1", "succeeded", false), ("pi_1", "refunded", true));
        var row = (await node.RowsAsync()).Should().ContainSingle().Which;
        (row.PaymentId, row.TransactionId, row.Status, row.OrderReference).Should().Be(("pi_1", "tx_1", "refunded", "order-tx_1"));
    }

    [Test]
    public async Task A_webhook_and_an_answer_at_once_take_effect_once()
    {
        const int Payments = 20;
        await using var node = await StartAsync(options => options.ReconcilesPerMinute = 6000);
        for (var i = 0; i < Payments; i++)
        {
            await node.Ledger.ExpectAsync(Expected($"tx_{i}"));
        }

        _lookup.Answer = payment => ReconciledEvent.Create(payment, PaymentStatus.Succeeded, 19.99m, "USD");
        _clock.Advance(First);

        await Task.WhenAll(
            node.LookAsync(),
            Task.Run(async () =>
            {
                for (var i = 0; i < Payments; i++)
                {
                    await node.ReceiveAsync(Webhook($"evt_{i}", $"pi_{i}", PaymentStatus.Succeeded, $"tx_{i}"));
                }
            }));
        await node.HandledAsync(Payments + _lookup.Asked.Count);

        var effects = await node.EffectsAsync();
        effects.Count(effect => effect.IsFirstOfStatus).Should().Be(Payments);
        effects.Should().OnlyContain(effect => effect.Attempt == 1, "they wait for each other in one order");
        (await node.RowsAsync()).Select(row => (row.PaymentId, row.Status, row.CheckAt)).Should()
            .BeEquivalentTo(Enumerable.Range(0, Payments).Select(i => ($"pi_{i}", "succeeded", (long?)null)));
    }

    [Test]
    public async Task While_nothing_changes_it_is_asked_at_growing_intervals_until_its_time_is_over()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Expected("tx_1"));
        _lookup.Answer = payment => ReconciledEvent.Create(payment, PaymentStatus.Pending);
        var started = _clock.GetUtcNow();

        while ((await node.RowsAsync())[0].CheckAt is { } due)
        {
            _clock.SetUtcNow(DateTimeOffset.FromUnixTimeMilliseconds(due));
            await node.LookAsync();
        }

        var pauses = _lookup.Asked.Zip(_lookup.Asked.Skip(1), (one, next) => (next.At - one.At).TotalMinutes).ToArray();
        double[] longest = [20, 40, 80, 160, 320, 360];
        for (var i = 0; i < pauses.Length; i++)
        {
            var most = longest[Math.Min(i, longest.Length - 1)];
            pauses[i].Should().BeInRange(most / 2, most);
        }

        var last = _lookup.Asked.Last().At;
        last.Should().BeAfter(started + TimeSpan.FromDays(7) - TimeSpan.FromHours(6)).And.BeOnOrBefore(started + TimeSpan.FromDays(7));
        node.Log.Ids.Should().Equal(1324);
        var asked = _lookup.Asked.Count;
        _clock.Advance(TimeSpan.FromDays(30));
        (await node.LookAsync()).Should().Be(Look);
        _lookup.Asked.Should().HaveCount(asked);
        (await node.EffectsAsync()).Should().BeEmpty("the answer was what was known");
        (await node.RowsAsync()).Single().Status.Should().Be("pending");
    }

    [Test]
    public async Task What_cannot_be_said_is_asked_again_later_and_holds_up_nothing_else()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Expected("tx_1"));
        await node.Ledger.ExpectAsync(Expected("tx_2"));
        var isDown = true;
        _lookup.Answer = payment => isDown && payment.PaymentId == "tx_1"
            ? throw new InvalidOperationException("down")
            : ReconciledEvent.Create(payment, PaymentStatus.Succeeded);
        _clock.Advance(First);

        await node.LookAsync();
        await node.HandledAsync();
        var failed = (await node.RowsAsync()).Single(row => row.PaymentId == "tx_1");
        isDown = false;
        _clock.SetUtcNow(DateTimeOffset.FromUnixTimeMilliseconds(failed.CheckAt!.Value));
        await node.LookAsync();
        await node.HandledAsync();

        (failed.Status, failed.Checks).Should().Be(("pending", 1));
        (await node.EffectsAsync()).Select(effect => effect.PaymentId).Should().Equal("tx_2", "tx_1");
        node.Log.Ids.Should().BeEquivalentTo([1322, 1321, 1321]);
    }

    [Test]
    public async Task An_API_that_takes_no_more_questions_is_left_alone_for_as_long_as_it_asks()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Expected("tx_1"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await node.Ledger.ExpectAsync(Expected("tx_2"));
        _lookup.Answer = payment => payment.PaymentId == "tx_1"
            ? throw new CoinMoebiusRateLimitException("slow down") { RetryAfter = TimeSpan.FromMinutes(5) }
            : null;
        _clock.Advance(First - TimeSpan.FromMinutes(1));

        await node.LookAsync();
        var until = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await node.LookAsync();
        var postponed = (await node.RowsAsync()).Single(row => row.PaymentId == "tx_2");
        var askedMeanwhile = _lookup.Asked.Select(question => question.Payment.PaymentId).ToArray();
        _clock.SetUtcNow(until);
        await node.LookAsync();

        askedMeanwhile.Should().Equal("tx_1");
        (postponed.CheckAt, postponed.Checks).Should().Be((until.ToUnixTimeMilliseconds(), 0));
        _lookup.Asked.Select(question => question.Payment.PaymentId).Should().Equal("tx_1", "tx_2");
        node.Log.Ids.Should().Equal(1322, 1323);
    }

    [Test]
    public async Task Two_nodes_share_what_is_due()
    {
        const int Payments = 60;
        await using var one = await StartAsync(options => options.ReconcilesPerMinute = 6000);
        await using var other = await StartAsync(options => options.ReconcilesPerMinute = 6000);
        for (var i = 0; i < Payments; i++)
        {
            await one.Ledger.ExpectAsync(Expected($"tx_{i}"));
        }

        for (var round = 1; round <= 2; round++)
        {
            _clock.Advance(round * First + First);
            await Task.WhenAll(Task.Run(one.LookAsync), Task.Run(other.LookAsync));
            await Task.WhenAll(Task.Run(one.LookAsync), Task.Run(other.LookAsync));

            _lookup.Asked.CountBy(question => question.Payment.PaymentId).Should().HaveCount(Payments).And.OnlyContain(pair => pair.Value == round);
            (await one.RowsAsync()).Should().OnlyContain(row => row.Checks == round);
        }
    }

    [Test]
    public async Task No_more_is_asked_in_a_minute_than_allowed()
    {
        await using var node = await StartAsync(options => options.ReconcilesPerMinute = 6);
        for (var i = 0; i < 20; i++)
        {
            await node.Ledger.ExpectAsync(Expected($"tx_{i}"));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _clock.Advance(First);
        while (_lookup.Asked.Count < 20)
        {
            var wait = await node.LookAsync();
            wait.Should().BePositive();
            _clock.Advance(wait);
        }

        var times = _lookup.Asked.Select(question => question.At).ToArray();
        times.Zip(times.Skip(6), (first, seventh) => seventh - first).Should().OnlyContain(span => span > TimeSpan.FromMinutes(1));
        _lookup.Asked.Select(question => question.Payment.PaymentId).Distinct().Should().HaveCount(20);
    }

    [Test]
    public async Task What_nobody_here_can_be_asked_about_is_left_to_other_nodes()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Expected("tx_1"));
        _lookup.IsServing = _ => false;
        _clock.Advance(First);

        await node.LookAsync();

        _lookup.Asked.Should().BeEmpty();
        (await node.RowsAsync()).Single().CheckAt.Should().BeGreaterThan(_clock.GetUtcNow().ToUnixTimeMilliseconds());
        node.Log.Ids.Should().Equal(1326);
    }

    [Test]
    public async Task A_lookup_that_cannot_say_whom_it_serves_holds_up_nothing_else()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Expected("tx_1"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        await node.Ledger.ExpectAsync(Expected("tx_2"));
        _lookup.IsServing = payment => payment.PaymentId == "tx_1" ? throw new InvalidOperationException("odd") : true;
        _clock.Advance(First);

        await node.LookAsync();

        _lookup.Asked.Single().Payment.PaymentId.Should().Be("tx_2");
        node.Log.Ids.Should().Equal(1322);
    }

    [Test]
    public async Task An_expected_payment_that_webhooks_told_of_under_its_own_id_is_joined_and_asks_nobody()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Expected("tx_1"));
        await using (var context = node.Open())
        {
            // As when the webhook was handled while the checkout was being noted.
            context.Add(new LedgerRow
            {
                Provider = "stripe",
                Account = "",
                PaymentId = "pi_1",
                ClaimedId = "tx_1",
                Status = "succeeded",
                Rank = 3,
                Amount = 19.99m,
                AmountPaid = 19.99m,
                Currency = "USD",
                Metadata = "{}",
                LastEventId = "evt_1",
                CreatedAt = 1,
                UpdatedAt = 1,
            });
            await context.SaveChangesAsync();
        }

        _clock.Advance(First);
        await node.LookAsync();

        _lookup.Asked.Should().BeEmpty();
        (await node.RowsAsync()).Single().PaymentId.Should().Be("pi_1");
    }

    [Test]
    public async Task A_checkout_whose_payment_has_an_id_of_its_own_is_asked_about_until_it_is_paid()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(new()
        {
            Provider = PaymentProvider.Mobbex,
            PaymentId = "CHK-1",
            Reference = "order-1",
            Amount = 10m,
            Currency = "ARS",
        });
        _lookup.Answer = payment => ReconciledEvent.Create(payment, PaymentStatus.Succeeded, 10m, "ARS")! with { PaymentId = "op-1" };
        _clock.Advance(First);

        await node.LookAsync();
        await node.HandledAsync();

        (await node.RowsAsync()).Select(row => (row.PaymentId, row.Status, row.Reference)).Should().Equal(("op-1", "succeeded", "order-1"));
    }

    [Test]
    public async Task The_hosted_service_looks_by_itself()
    {
        await using (var first = await StartAsync())
        {
            await first.Ledger.ExpectAsync(Expected("tx_1"));
        }

        _lookup.Answer = payment => ReconciledEvent.Create(payment, PaymentStatus.Succeeded);
        _clock.Advance(First);

        await using var node = await ReconcileNode.StartAsync(Database, _clock, AddLookup, looksByItself: true);
        await node.HandledAsync();

        (await node.EffectsAsync()).Single().PaymentId.Should().Be("tx_1");
    }

    [Test]
    public async Task A_checkout_of_Coin_Moebius_is_looked_up_through_the_client_that_is_registered()
    {
        using var api = new StatusApi();
        await using var node = await ReconcileNode.StartAsync(Database, _clock, services => services
            .AddCoinMoebius(options => (options.ApiKey, options.ProjectId) = ("cmk_test", "proj_1")).ConfigurePrimaryHttpMessageHandler(() => api));
        await node.Ledger.ExpectAsync(Expected("tx_1"));
        _clock.Advance(First);

        await node.LookAsync();
        await node.HandledAsync();

        api.Paths.Should().Equal("/status/proj_1/tx_1");
        var payment = await node.Ledger.FindByTransactionAsync("tx_1");
        payment.Should().BeEquivalentTo(new { Status = PaymentStatus.Succeeded, Amount = 19.99m, Currency = "USD", Reference = "order-tx_1", IsTest = false });
    }

    [Test]
    public async Task Without_anybody_to_ask_it_does_nothing()
    {
        await using var node = await ReconcileNode.StartAsync(Database, _clock, static _ => { });

        await node.Reconciler.StartAsync(CancellationToken.None);

        await node.Reconciler.Awaiting(reconciler => reconciler.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60))).Should().NotThrowAsync("it has ended by itself");
    }

    [Test]
    public async Task It_can_be_turned_off()
    {
        await using var node = await StartAsync(options => options.ReconcileAfter = null);
        await node.ReceiveAsync(Webhook("evt_1", "pi_1", PaymentStatus.Pending, "tx_1"));
        await node.Ledger.ExpectAsync(Expected("tx_2"));
        await node.HandledAsync();
        _clock.Advance(TimeSpan.FromDays(1));

        (await node.LookAsync()).Should().Be(Look);

        _lookup.Asked.Should().BeEmpty();
        (await node.RowsAsync()).Should().HaveCount(2).And.OnlyContain(row => row.CheckAt == null);
    }

    [Test]
    public async Task A_database_that_does_not_answer_is_asked_again_later()
    {
        await using var node = await StartAsync();
        await using (var context = node.Open())
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE coinmoebius_payments");
        }

        (await node.LookAsync()).Should().Be(Look);

        node.Log.Ids.Should().Equal(1325);
    }

    [Test]
    public async Task Every_question_is_counted_by_its_outcome()
    {
        var provider = new PaymentProvider($"acme-{Guid.NewGuid():N}");
        var outcomes = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Name == "coinmoebius.inbox.reconciled")
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            var values = tags.ToArray().ToDictionary(tag => tag.Key, tag => (string)tag.Value!);
            if (values["provider"] == provider.Value)
            {
                lock (outcomes)
                {
                    outcomes.AddRange(Enumerable.Repeat(values["outcome"], (int)count));
                }
            }
        });
        listener.Start();
        await using var node = await StartAsync();
        foreach (var id in new[] { "paid", "same", "down" })
        {
            await node.Ledger.ExpectAsync(new() { Provider = provider, PaymentId = id, Amount = 1, Currency = "USD" });
        }

        _lookup.Answer = payment => payment.PaymentId switch
        {
            "paid" => ReconciledEvent.Create(payment, PaymentStatus.Succeeded),
            "same" => null,
            _ => throw new InvalidOperationException("down"),
        };
        _clock.Advance(First);
        await node.LookAsync();

        outcomes.Should().BeEquivalentTo("changed", "unchanged", "failed");
    }

    private static ExpectedPayment Expected(string transactionId) => Sample.Expected(transactionId, "order-" + transactionId);

    private static PaymentEvent Webhook(string eventId, string paymentId, PaymentStatus status, string? transactionId) => new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = eventId,
        EventType = "checkout.session.completed",
        PaymentId = paymentId,
        Status = status,
        Amount = 19.99m,
        Currency = "USD",
        Metadata = transactionId is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["transactionId"] = transactionId },
        RawBody = "{}"u8.ToArray(),
    };

    private Task<ReconcileNode> StartAsync(Action<EntityFrameworkInboxOptions>? configure = null) =>
        ReconcileNode.StartAsync(Database, _clock, AddLookup, configure);

    private void AddLookup(IServiceCollection services) => services.AddSingleton<IPaymentLookup>(_lookup);

    private sealed class StatusApi : HttpMessageHandler
    {
        public ConcurrentQueue<string> Paths { get; } = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Paths.Enqueue(request.RequestUri!.AbsolutePath);
            return Task.FromResult(new HttpResponseMessage
            {
                Content = new StringContent("""{"id":"tx_1","status":"success","amount":19.99,"currency":"USD","isTest":false,"updatedAt":"2026-01-01T00:05:00Z"}"""),
            });
        }
    }
}
