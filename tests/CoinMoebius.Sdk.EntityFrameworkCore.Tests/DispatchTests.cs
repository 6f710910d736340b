using System.Data.Common;
using System.Text;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
public sealed class DispatchTests(string engineName) : EngineFixture(engineName)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [Test]
    public async Task What_a_failed_attempt_did_is_undone_and_the_next_one_is_after_a_pause()
    {
        var clock = new ManualTimeProvider();
        var failed = new SemaphoreSlim(0);
        await using var node = await Node.StartAsync(Database, clock: clock);
        node.Handle = (_, context, _) =>
        {
            if (context.Attempt == 1)
            {
                failed.Release();
                throw new InvalidOperationException("The stock is empty.");
            }

            return Task.CompletedTask;
        };

        await node.AcceptAsync(Sample.Payment("evt_1"));
        (await failed.WaitAsync(Deadline)).Should().BeTrue();
        var waiting = await node.UntilAsync(row => row.ErrorType is not null);
        waiting.State.Should().Be(WebhookInboxState.Pending);
        waiting.ErrorText.Should().Be("The stock is empty.");
        waiting.DueAt.Should().BeInRange(clock.GetUtcNow().AddSeconds(1).ToUnixTimeMilliseconds(), clock.GetUtcNow().AddSeconds(2).ToUnixTimeMilliseconds());
        (await node.EffectsAsync()).Should().BeEmpty();

        clock.Advance(TimeSpan.FromSeconds(5));
        node.Look();
        await node.DoneAsync();

        var effect = (await node.EffectsAsync()).Should().ContainSingle().Subject;
        (effect.Attempt, effect.IsFirstOfStatus).Should().Be((2, true));
        var entry = await node.Inbox.FindAsync(waiting.Id);
        (entry!.State, entry.ErrorType).Should().Be((WebhookInboxState.Processed, null));
    }

    [Test]
    public async Task Fewer_handlers_run_side_by_side_once_fewer_are_allowed()
    {
        var most = 4;
        var begun = new SemaphoreSlim(0);
        var end = new TaskCompletionSource();
        await using var node = await Node.StartAsync(Database, options => options.MaxParallelism = most);
        var (running, mostRunning) = (0, 0);
        node.Handle = async (webhookEvent, _, _) =>
        {
            if (!end.Task.IsCompleted)
            {
                begun.Release();
                await end.Task;
                return;
            }

            mostRunning = Math.Max(mostRunning, Interlocked.Increment(ref running));
            await node.RowsAsync();
            Interlocked.Decrement(ref running);
        };
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => node.AcceptAsync(Sample.Payment($"evt_{i}", $"pi_{i}"))));
        for (var i = 0; i < (Database.IsPostgres ? most : 1); i++)
        {
            (await begun.WaitAsync(Deadline)).Should().BeTrue();
        }

        most = 1;
        node.Services.GetRequiredService<IOptionsMonitorCache<EntityFrameworkInboxOptions>>().Clear();
        end.SetResult();
        await node.DoneAsync(20);

        mostRunning.Should().Be(1);
    }

    [Test]
    public async Task The_next_attempt_comes_also_when_others_never_let_the_process_rest()
    {
        var clock = new ManualTimeProvider();
        await using var node = await Node.StartAsync(Database, clock: clock);
        node.Handle = (webhookEvent, context, _) =>
            webhookEvent.EventId == "evt_1" && context.Attempt == 1 ? throw new InvalidOperationException("The stock is empty.") : Task.CompletedTask;

        await node.AcceptAsync(Sample.Payment("evt_1", "pi_1"));
        await node.UntilAsync(row => row.ErrorType is not null);
        for (var i = 0; i < 10; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(0.5));
            await node.AcceptAsync(Sample.Payment($"evt_other_{i}", $"pi_other_{i}"));
            await node.DoneAsync();
        }

        (await node.UntilAsync(row => row.EventId == "evt_1" && row.State == WebhookInboxState.Processed)).Attempts.Should().Be(2);
    }

    [Test]
    public async Task After_the_last_attempt_an_event_is_parked_and_can_be_queued_again()
    {
        var clock = new ManualTimeProvider();
        var isMended = false;
        await using var node = await Node.StartAsync(Database, options => options.MaxAttempts = 3, clock);
        node.Handle = (_, _, _) => isMended ? Task.CompletedTask : throw new InvalidDataException("No such customer: jane@example.com, card 4242 4242 4242 4242.");

        await node.AcceptAsync(Sample.Payment("evt_1"));
        for (var attempt = 1; attempt < 3; attempt++)
        {
            await node.UntilLoggedAsync(1305, attempt);
            clock.Advance(TimeSpan.FromSeconds(10));
            node.Look();
        }

        var parked = await node.UntilAsync(row => row.State == WebhookInboxState.Parked);

        (parked.Attempts, parked.ErrorType).Should().Be((3, typeof(InvalidDataException).FullName));
        parked.ErrorText.Should().NotContain("jane").And.NotContain("4242").And.Contain("No such customer");
        (await node.Inbox.GetSummaryAsync()).Should().Be(new WebhookInboxSummary(0, 1, null));
        (await node.Inbox.ListAsync(new() { State = WebhookInboxState.Parked }).ToListAsync()).Should().ContainSingle().Which.EventId.Should().Be("evt_1");
        (await node.EffectsAsync()).Should().BeEmpty();
        node.Logged.Should().NotContain(1312, "the error was the handler's, which is logged");

        isMended = true;
        (await node.Inbox.RequeueAsync(parked.Id)).Should().BeTrue();
        await node.DoneAsync();

        (await node.EffectsAsync()).Should().ContainSingle().Which.Attempt.Should().Be(1);
        (await node.Inbox.RequeueAsync(parked.Id)).Should().BeFalse("it is handled");
    }

    [Test]
    public async Task A_parked_event_does_not_announce_its_status_in_the_place_of_another()
    {
        await using var node = await Node.StartAsync(Database, options => options.MaxAttempts = 1);
        node.Handle = (webhookEvent, _, _) => webhookEvent.EventId == "evt_1" ? throw new InvalidOperationException() : Task.CompletedTask;

        await node.AcceptAsync(Sample.Payment("evt_1"));
        await node.UntilAsync(row => row.State == WebhookInboxState.Parked);
        await node.AcceptAsync(Sample.Payment("evt_2"));
        await node.DoneAsync();

        (await node.EffectsAsync()).Should().ContainSingle().Which.IsFirstOfStatus.Should().BeTrue();
    }

    [Test]
    public async Task Events_of_one_payment_are_handled_in_order_also_when_the_first_fails()
    {
        var clock = new ManualTimeProvider();
        await using var node = await Node.StartAsync(Database, clock: clock);
        node.Handle = (webhookEvent, context, _) => webhookEvent.EventId == "evt_1" && context.Attempt == 1 ? throw new InvalidOperationException() : Task.CompletedTask;

        await node.AcceptAsync(Sample.Payment("evt_1", "pi_1", PaymentStatus.Pending));
        await node.UntilAsync(row => row.ErrorType is not null);
        await node.AcceptAsync(Sample.Payment("evt_2", "pi_1", PaymentStatus.Succeeded));
        await node.AcceptAsync(Sample.Payment("evt_other", "pi_2"));
        await node.DoneAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        node.Look();
        await node.DoneAsync(2);

        node.Begun.Should().Equal("evt_1", "evt_other", "evt_1", "evt_2");
    }

    [Test]
    public async Task Many_events_of_one_payment_keep_their_order()
    {
        await using var node = await Node.StartAsync(Database);

        for (var i = 0; i < 40; i++)
        {
            await node.AcceptAsync(Sample.Payment($"evt_{i:00}"));
        }

        await node.DoneAsync(40);
        node.Begun.Should().HaveCount(40).And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Test]
    public async Task A_process_that_died_leaves_its_event_to_the_next_attempt()
    {
        var clock = new ManualTimeProvider();
        await using var node = await Node.StartAsync(Database, clock: clock);
        await InsertAsync(node, "evt_1", attempts: 1, due: clock.GetUtcNow().AddSeconds(30));

        await node.AcceptAsync(Sample.Payment("evt_2", "pi_2"));
        await node.DoneAsync();
        node.Begun.Should().Equal("evt_2");

        clock.Advance(TimeSpan.FromSeconds(31));
        node.Look();
        await node.DoneAsync();
        (await node.EffectsAsync()).Should().Contain(effect => effect.EventId == "evt_1" && effect.Attempt == 2);
    }

    [Test]
    public async Task An_event_at_which_every_process_dies_is_parked()
    {
        await using var node = await Node.StartAsync(Database, options => options.MaxAttempts = 3, new ManualTimeProvider());
        await InsertAsync(node, "evt_1", attempts: 4, due: DateTimeOffset.UnixEpoch, finalAttemptAt: 1);
        await node.AcceptAsync(Sample.Payment("evt_2", "pi_2"));

        var parked = await node.UntilAsync(row => row.State == WebhookInboxState.Parked);

        (parked.EventId, parked.Attempts).Should().Be(("evt_1", 3));
        parked.ErrorText.Should().Contain("process ended");
        node.Begun.Should().NotContain("evt_1");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_event_that_was_taken_at_every_death_is_tried_once_more_before_it_is_parked(bool isBad)
    {
        await using var node = await Node.StartAsync(Database, options => options.MaxAttempts = 3, new ManualTimeProvider());
        long? written = null;
        node.Handle = async (_, _, _) =>
        {
            written = (await node.RowsAsync()).Single().FinalAttemptAt;
            if (isBad)
            {
                throw new InvalidOperationException("The stock is empty.");
            }
        };

        await InsertAsync(node, "evt_1", attempts: 3, due: DateTimeOffset.UnixEpoch);
        node.Look();

        var row = await node.UntilAsync(row => row.State != WebhookInboxState.Pending);
        written.Should().NotBeNull("its death in this attempt must be found out");
        (row.State, row.Attempts, row.ErrorText).Should().Be(
            isBad ? (WebhookInboxState.Parked, 3, "The stock is empty.") : (WebhookInboxState.Processed, 3, null));
    }

    [Test]
    public async Task A_final_attempt_that_a_stop_ends_is_made_again()
    {
        var begun = new TaskCompletionSource();
        await using (var node = await Node.StartAsync(Database, options => (options.MaxAttempts, options.DrainTimeout) = (3, TimeSpan.Zero)))
        {
            node.Handle = async (_, _, cancellationToken) =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            };
            await InsertAsync(node, "evt_1", attempts: 3, due: DateTimeOffset.UnixEpoch);
            node.Look();
            await begun.Task.WaitAsync(Deadline);
            await node.StopAsync().WaitAsync(Deadline);
            (await node.RowsAsync()).Should().ContainSingle().Which.FinalAttemptAt.Should().BeNull();
        }

        await using var next = await Node.StartAsync(Database, options => options.MaxAttempts = 3);
        await next.DoneAsync();
        (await next.RowsAsync()).Should().ContainSingle().Which.State.Should().Be(WebhookInboxState.Processed);
    }

    [Test]
    public async Task An_attempt_whose_commit_was_not_answered_is_handled()
    {
        var lost = new LostAnswer();
        await using var node = await Node.StartAsync(
            Database, options => options.MaxAttempts = 1, add: services => services.ConfigureDbContext<MerchantContext>(options => options.AddInterceptors(lost)));
        node.Handle = (_, _, _) =>
        {
            lost.IsDue = true;
            return Task.CompletedTask;
        };

        await node.AcceptAsync(Sample.Payment("evt_1"));
        await node.DoneAsync();

        (await node.EffectsAsync()).Should().ContainSingle();
        (await node.RowsAsync()).Should().ContainSingle().Which.State.Should().Be(WebhookInboxState.Processed);
        node.Logged.Should().NotContain([1304, 1305, 1306]);
    }

    [Test]
    public async Task An_event_that_cannot_be_read_is_parked_and_the_others_go_on()
    {
        await using var node = await Node.StartAsync(Database, clock: new ManualTimeProvider());
        await InsertAsync(node, "evt_1", attempts: 0, due: DateTimeOffset.UnixEpoch, json: "nonsense");
        await node.AcceptAsync(Sample.Payment("evt_2", "pi_2"));

        await node.DoneAsync();

        var parked = await node.UntilAsync(row => row.State == WebhookInboxState.Parked);
        parked.ErrorText.Should().Contain("cannot be read");
        node.Logged.Should().Contain(1312, "no handler has told the error");
        (await node.Inbox.FindAsync(parked.Id))!.Event.Should().BeNull();
    }

    [Test]
    public async Task A_stop_lets_the_running_handler_end()
    {
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        await using var node = await Node.StartAsync(Database);
        node.Handle = async (_, _, _) =>
        {
            begun.TrySetResult();
            await end.Task;
        };
        await node.AcceptAsync(Sample.Payment("evt_1"));
        await begun.Task.WaitAsync(Deadline);

        var stop = node.StopAsync();
        end.SetResult();
        await stop.WaitAsync(Deadline);

        (await node.RowsAsync()).Should().ContainSingle().Which.State.Should().Be(WebhookInboxState.Processed);
    }

    [Test]
    public async Task A_handler_that_does_not_end_is_canceled_and_its_event_comes_again_without_a_lost_attempt()
    {
        var begun = new TaskCompletionSource();
        await using (var node = await Node.StartAsync(Database, options => options.DrainTimeout = TimeSpan.Zero))
        {
            node.Handle = async (_, _, cancellationToken) =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            };
            await node.AcceptAsync(Sample.Payment("evt_1"));
            await begun.Task.WaitAsync(Deadline);
            await node.StopAsync().WaitAsync(Deadline);
            var row = (await node.RowsAsync()).Should().ContainSingle().Subject;
            (row.State, row.Attempts).Should().Be((WebhookInboxState.Pending, 0));
        }

        await using var next = await Node.StartAsync(Database);
        await next.DoneAsync();
        (await next.EffectsAsync()).Should().ContainSingle().Which.Attempt.Should().Be(1);
    }

    /// <summary>A connection that dies between a commit and its answer.</summary>
    private sealed class LostAnswer : DbTransactionInterceptor
    {
        public bool IsDue { get; set; }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsDue)
            {
                IsDue = false;
                throw new IOException("The connection is gone.");
            }

            return Task.CompletedTask;
        }
    }

    private static async Task InsertAsync(Node node, string eventId, int attempts, DateTimeOffset due, string? json = null, long? finalAttemptAt = null)
    {
        await using var context = node.Open();
        var bytes = json is null ? WebhookEventJson.Serialize(Sample.Payment(eventId)) : Encoding.UTF8.GetBytes(json);
        context.Add(new InboxRow
        {
            Provider = "stripe",
            Account = "",
            EventId = eventId,
            Subject = "pi_1",
            EventType = "checkout.session.completed",
            Event = bytes,
            RawBody = "{}"u8.ToArray(),
            Attempts = attempts,
            FinalAttemptAt = finalAttemptAt,
            DueAt = due.ToUnixTimeMilliseconds(),
            Lease = Guid.NewGuid(),
        });
        await context.SaveChangesAsync();
    }
}
