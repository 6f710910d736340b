using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

/// <summary>Several processes over one database.</summary>
public sealed class NodesTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [TestCaseSource(typeof(Engine), nameof(Engine.All))]
    public async Task They_share_the_work_and_each_event_takes_effect_once(string engineName)
    {
        await using var engine = await Engine.CreateAsync(engineName);
        await using var first = await Node.StartAsync(engine);
        await using var second = await Node.StartAsync(engine);
        var nodes = new[] { first, second };

        // SQLite makes processes wait for each other by sleeping.
        var count = engine.IsPostgres ? 100 : 20;
        await Task.WhenAll(Enumerable.Range(0, 2 * count).Select(i => Task.Run(() => nodes[i % 2].AcceptAsync(Sample.Payment($"evt_{i % count}", $"pi_{i % 5}")))));
        await first.UntilHandledAsync(count);

        var effects = await first.EffectsAsync();
        effects.Select(effect => effect.EventId).Should().OnlyHaveUniqueItems().And.HaveCount(count);
        effects.Count(effect => effect.IsFirstOfStatus).Should().Be(5);
    }

    [Test]
    public async Task A_new_event_wakes_the_node_that_has_time_for_it()
    {
        await using var engine = await Engine.CreateAsync("postgres");
        await using var worker = await Node.StartAsync(engine, options => options.PollInterval = TimeSpan.FromHours(1));
        await using var receiver = await Node.StartAsync(engine, add: services => services.RemoveAll<IHostedService>());
        var notifications = receiver.Services.GetRequiredService<NodeNotifications<MerchantContext>>();
        await notifications.StartAsync(CancellationToken.None);

        await worker.AcceptAsync(Sample.Payment("evt_0", "pi_0"));
        await worker.DoneAsync();
        await receiver.AcceptAsync(Sample.Payment("evt_1"));

        await worker.DoneAsync();
        await notifications.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Whoever_holds_an_event_keeps_it_however_long_its_handlers_take()
    {
        await using var engine = await Engine.CreateAsync("postgres");
        var clock = new ManualTimeProvider();
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        await using var slow = await Node.StartAsync(engine, clock: clock);
        slow.Handle = async (webhookEvent, _, _) =>
        {
            if (webhookEvent.EventId == "evt_1")
            {
                begun.TrySetResult();
                await end.Task;
            }
        };
        await slow.AcceptAsync(Sample.Payment("evt_1"));
        await begun.Task.WaitAsync(Deadline);
        await using var other = await Node.StartAsync(engine, clock: clock);

        clock.Advance(TimeSpan.FromHours(1));
        await other.AcceptAsync(Sample.Payment("evt_2", "pi_2"));
        await slow.UntilHandledAsync(1);
        other.Begun.Should().NotContain("evt_1");

        end.SetResult();
        await slow.UntilHandledAsync(2);
        (await slow.EffectsAsync()).Select(effect => effect.EventId).Should().BeEquivalentTo("evt_1", "evt_2");
    }

    [Test]
    public async Task A_slow_attempt_that_fails_keeps_its_pause()
    {
        await using var engine = await Engine.CreateAsync("postgres");
        var clock = new ManualTimeProvider();
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        await using var slow = await Node.StartAsync(engine, clock: clock);
        slow.Handle = async (_, context, _) =>
        {
            begun.TrySetResult();
            await end.Task;
            if (context.Attempt == 1)
            {
                throw new InvalidOperationException("The first time.");
            }
        };
        await slow.AcceptAsync(Sample.Payment("evt_1"));
        await begun.Task.WaitAsync(Deadline);

        // The lease has long ended when the handler gives up.
        clock.Advance(TimeSpan.FromHours(1));
        end.SetResult();
        var row = await slow.UntilAsync(row => row.ErrorText is not null);

        (row.ErrorText, row.Attempts, row.State).Should().Be(("The first time.", 1, WebhookInboxState.Pending));
        row.DueAt.Should().BeGreaterThan(clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Test]
    public async Task A_renewal_that_comes_after_a_failed_attempt_does_not_change_its_pause()
    {
        await using var engine = await Engine.CreateAsync("postgres");
        await using var node = await Node.StartAsync(engine, clock: new ManualTimeProvider());
        Guid? lease = null;
        node.Handle = async (_, _, _) =>
        {
            lease = (await node.RowsAsync()).Single().Lease;
            throw new InvalidOperationException("The first time.");
        };
        await node.AcceptAsync(Sample.Payment("evt_1"));
        var failed = await node.UntilAsync(row => row.ErrorText is not null);

        var database = node.Services.GetRequiredService<InboxDatabase<MerchantContext>>();
        var renewed = await database.UseAsync(
            (session, token) => session.Lease.RenewAsync(lease!.Value, [failed.Id], 0, TimeSpan.FromSeconds(30), token), CancellationToken.None);

        renewed.Should().Be(0);
        (await node.RowsAsync()).Single().DueAt.Should().Be(failed.DueAt);
    }

    [Test]
    public async Task A_second_payment_of_an_expected_checkout_waits_for_the_first_to_be_it()
    {
        await using var engine = await Engine.CreateAsync("postgres");
        await using var node = await Node.StartAsync(engine);

        await HandleSideBySideAsync(node, Sample.OfTransaction("evt_1", "pi_1"), () => node.AcceptAsync(Sample.OfTransaction("evt_2", "pi_2")));

        (await node.EffectsAsync()).Should().HaveCount(2).And.OnlyContain(effect => effect.IsFirstOfStatus);
        (await node.Ledger.FindByTransactionAsync("tx_1"))!.PaymentId.Should().Be("pi_1");
        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_2")).Should().NotBeNull();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_answer_about_a_checkout_and_its_webhook_do_not_wait_for_each_other(bool answerFirst)
    {
        var (answer, webhook) = (Sample.Answer(), Sample.OfTransaction("evt_1", "pi_1"));
        var (first, second) = answerFirst ? (answer, webhook) : (webhook, answer);
        await using var engine = await Engine.CreateAsync("postgres");
        await using var node = await Node.StartAsync(engine);

        await HandleSideBySideAsync(node, first, () => node.AcceptAsync(second));

        (await node.EffectsAsync()).Select(effect => (effect.EventId, effect.IsFirstOfStatus, effect.Attempt)).Should()
            .Equal((first.EventId, true, 1), (second.EventId, false, 1));
        node.Logged.Should().BeEmpty("neither was chosen as the victim of a deadlock");
        (await node.Ledger.FindByTransactionAsync("tx_1"))!.PaymentId.Should().Be("pi_1");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_event_that_is_queued_again_beside_a_later_one_of_its_payment_waits_for_it(bool namesTransaction)
    {
        await using var engine = await Engine.CreateAsync("postgres");
        await using var node = await Node.StartAsync(engine, options => options.MaxAttempts = 1);
        node.Handle = (_, _, _) => throw new InvalidOperationException("The stock is empty.");
        await node.AcceptAsync(namesTransaction ? Sample.OfTransaction("evt_1", "pi_1") : Sample.Payment("evt_1", "pi_1"));
        await node.UntilAsync(row => row.State == WebhookInboxState.Parked);

        await HandleSideBySideAsync(node, Sample.OfTransaction("evt_2", "pi_1"), () => node.Inbox.RequeueParkedAsync());

        node.Begun.Should().Equal("evt_1", "evt_2", "evt_1");
        (await node.EffectsAsync()).Select(effect => (effect.EventId, effect.IsFirstOfStatus)).Should().Equal(("evt_2", true), ("evt_1", false));
        await using var context = node.Open();
        (await context.Set<LedgerRow>().SingleAsync()).PaymentId.Should().Be("pi_1");
    }

    [Test]
    public async Task A_connection_that_breaks_as_the_stop_comes_does_not_leave_handlers_behind()
    {
        var begun = new TaskCompletionSource();
        var canceled = new TaskCompletionSource();
        await using var engine = await Engine.CreateAsync("postgres");
        await using var node = await Node.StartAsync(engine, options => options.DrainTimeout = TimeSpan.Zero, add: Breakable.Add);
        node.Handle = async (_, _, cancellationToken) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            canceled.TrySetResult();
            cancellationToken.ThrowIfCancellationRequested();
        };
        await node.AcceptAsync(Sample.Payment("evt_1"));
        await begun.Task.WaitAsync(Deadline);
        Breakable.Set(node.Services, DatabaseFault.Breaks);
        node.Look();
        await Breakable.AskedAsync(node.Services);

        await node.StopAsync().WaitAsync(Deadline);

        canceled.Task.IsCompleted.Should().BeTrue();
    }

    [Test]
    public async Task Over_SQLite_a_delivery_waits_for_one_handler_and_not_for_all()
    {
        const int Events = 100;
        await using var engine = await Engine.CreateAsync("sqlite");
        var (begun, turns) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
        var clock = new ManualTimeProvider();
        await using var node = await Node.StartAsync(engine, options => options.MaxParallelism = Events, clock);
        node.Handle = (_, _, cancellationToken) =>
        {
            begun.Release();
            return turns.WaitAsync(cancellationToken);
        };
        await using (var other = await Node.StartAsync(engine, clock: clock, add: services => services.RemoveAll<IHostedService>()))
        {
            await Task.WhenAll(Enumerable.Range(0, Events).Select(i => other.AcceptAsync(Sample.Payment($"evt_{i}", $"pi_{i}"))));
        }

        node.Look();
        (await begun.WaitAsync(Deadline)).Should().BeTrue();

        // On a busy machine the delivery joins the queue a few handlers later.
        var accepting = node.AcceptAsync(Sample.Payment("evt_new", "pi_new"));
        var handled = 0;
        while (!accepting.IsCompleted && handled < Events)
        {
            turns.Release();
            handled++;
            await Task.WhenAny(accepting, begun.WaitAsync(Deadline));
        }

        handled.Should().BeLessThan(Events);
        (await accepting.WaitAsync(Deadline)).Should().Be(WebhookDisposition.Accepted);
        turns.Release(2 * Events);
    }

    [Test]
    public async Task More_deliveries_than_can_wait_are_refused_at_once()
    {
        await using var engine = await Engine.CreateAsync("sqlite");
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        await using var node = await Node.StartAsync(engine, clock: new ManualTimeProvider());
        node.Handle = async (_, _, _) =>
        {
            begun.TrySetResult();
            await end.Task;
        };
        await node.AcceptAsync(Sample.Payment("evt_first"));
        await begun.Task.WaitAsync(Deadline);

        var accepting = Enumerable.Range(0, 1100).Select(i => node.AcceptAsync(Sample.Payment($"evt_{i}", $"pi_{i}"))).ToList();
        (await accepting[^1].WaitAsync(Deadline)).Should().Be(WebhookDisposition.Unavailable);
        end.SetResult();

        (await Task.WhenAll(accepting)).Count(disposition => disposition == WebhookDisposition.Accepted).Should().BeInRange(1000, 1032);
    }

    [TestCase("expect")]
    [TestCase("requeue")]
    [TestCase("purge")]
    [TestCase("forward")]
    public async Task A_handler_over_SQLite_that_would_wait_for_itself_is_told(string what)
    {
        await using var engine = await Engine.CreateAsync("sqlite");
        await using var node = await Node.StartAsync(engine, options => options.MaxAttempts = 1);
        node.Handle = (_, _, cancellationToken) => what switch
        {
            "expect" => node.Ledger.ExpectAsync(Sample.Expected(), cancellationToken),
            "forward" => node.AcceptAsync(Sample.Payment("evt_2")),
            "requeue" => node.Inbox.RequeueParkedAsync(cancellationToken),
            _ => node.Inbox.PurgeAsync(WebhookInboxState.Parked, TimeSpan.Zero, cancellationToken),
        };

        await node.AcceptAsync(Sample.Payment("evt_1"));

        (await node.UntilAsync(row => row.State == WebhookInboxState.Parked)).ErrorText.Should().Contain("one writer");
    }

    /// <summary>Has the handlers of one event of an expected checkout wait until the other's attempt waits for it.</summary>
    private static async Task HandleSideBySideAsync(Node node, PaymentEvent first, Func<Task> queueSecondAsync)
    {
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        node.Handle = async (webhookEvent, _, _) =>
        {
            begun.TrySetResult();
            await (webhookEvent.EventId == first.EventId ? end.Task : Task.CompletedTask);
        };
        await node.Ledger.ExpectAsync(Sample.Expected());

        await node.AcceptAsync(first);
        await begun.Task.WaitAsync(Deadline);
        await queueSecondAsync();
        await UntilSomebodyWaitsAsync(node);
        end.SetResult();
        await node.DoneAsync(2);
    }

    private static async Task UntilSomebodyWaitsAsync(Node node)
    {
        using var limit = new CancellationTokenSource(Deadline);
        await using var context = node.Open();
        FormattableString waiting = $"""
            SELECT count(*) AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """;
        while (await context.Database.SqlQuery<long>(waiting).SingleAsync(limit.Token) == 0)
        {
            // Somebody will.
        }
    }
}
