using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
public sealed class AcceptTests(string engineName) : EngineFixture(engineName)
{
    [Test]
    public async Task Events_of_one_payment_that_come_together_are_stored_as_they_came()
    {
        await using var node = await Node.StartAsync(Database);
        string[] sent = [.. Enumerable.Range(0, 20).Select(i => $"evt_{99 - i}")];

        await Task.WhenAll(sent.Select(id => node.AcceptAsync(Sample.Payment(id))));

        (await node.RowsAsync()).Select(row => row.EventId).Should().Equal(sent);
    }

    [Test]
    public async Task An_event_takes_effect_once_however_often_it_comes()
    {
        await using var node = await Node.StartAsync(Database);

        for (var i = 0; i < 200; i++)
        {
            (await node.AcceptAsync(Sample.Payment($"evt_{i % 50}", $"pi_{i % 10}"))).Should()
                .Be(i < 50 ? WebhookDisposition.Accepted : WebhookDisposition.Duplicate);
        }

        await node.DoneAsync(50);
        var effects = await node.EffectsAsync();
        effects.Select(effect => effect.EventId).Should().OnlyHaveUniqueItems().And.HaveCount(50);
        effects.Count(effect => effect.IsFirstOfStatus).Should().Be(10);
    }

    [Test]
    public async Task Of_a_burst_of_the_same_event_one_is_new()
    {
        await using var node = await Node.StartAsync(Database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => node.AcceptAsync(Sample.Payment($"evt_{i % 4}", $"pi_{i % 4}")))));

        answers.Count(answer => answer == WebhookDisposition.Accepted).Should().Be(4);
        answers.Count(answer => answer == WebhookDisposition.Duplicate).Should().Be(96);
        await node.DoneAsync(4);
        (await node.EffectsAsync()).Should().HaveCount(4);
    }

    [Test]
    public async Task The_same_event_of_another_account_or_provider_is_another_event()
    {
        await using var node = await Node.StartAsync(Database);

        (await node.AcceptAsync(Sample.Payment("evt_1"))).Should().Be(WebhookDisposition.Accepted);
        (await node.AcceptAsync(Sample.Payment("evt_1"), "eu")).Should().Be(WebhookDisposition.Accepted);
        (await node.AcceptAsync(Sample.Payment("evt_1") with { Provider = PaymentProvider.PayPal })).Should().Be(WebhookDisposition.Accepted);

        await node.DoneAsync(3);
        (await node.EffectsAsync()).Should().HaveCount(3).And.OnlyContain(effect => effect.IsFirstOfStatus);
    }

    [Test]
    public async Task A_known_delivery_with_another_event_is_a_replay_and_leaves_no_trace()
    {
        await using var node = await Node.StartAsync(Database);

        (await node.AcceptAsync(Sample.Delivered("msg_1", "evt_1"))).Should().Be(WebhookDisposition.Accepted);
        (await node.AcceptAsync(Sample.Delivered("msg_1", "evt_2"))).Should().Be(WebhookDisposition.Replayed);
        (await node.AcceptAsync(Sample.Delivered("msg_1", "evt_1"))).Should().Be(WebhookDisposition.Duplicate);
        (await node.AcceptAsync(Sample.Delivered("msg_2", "evt_1"))).Should().Be(WebhookDisposition.Duplicate);
        (await node.AcceptAsync(Sample.Delivered("msg_2", "evt_3"))).Should().Be(WebhookDisposition.Replayed);

        await node.DoneAsync();
        (await node.RowsAsync()).Should().ContainSingle().Which.EventId.Should().Be("evt_1");
    }

    [Test]
    public async Task In_a_burst_a_delivery_belongs_to_one_event_and_the_others_are_stored()
    {
        await using var node = await Node.StartAsync(Database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => node.AcceptAsync(
            i % 3 == 0 ? Sample.Delivered("msg_1", $"evt_replay_{i}", $"pi_{i}")
            : i % 3 == 1 ? Sample.Delivered($"msg_own_{i}", $"evt_{i}", $"pi_{i}")
            : Sample.Payment($"evt_{i}", $"pi_{i}")))));

        answers.Count(answer => answer == WebhookDisposition.Accepted).Should().Be(41);
        answers.Count(answer => answer == WebhookDisposition.Replayed).Should().Be(19);
        await node.DoneAsync(41);
        (await node.RowsAsync()).Should().HaveCount(41);
    }

    [Test]
    public async Task One_that_the_database_refuses_does_not_harm_the_others_of_its_burst()
    {
        await using var node = await Node.StartAsync(Database);
        await using (var context = node.Open())
        {
            await context.Database.ExecuteSqlRawAsync(Database.IsPostgres
                ? """
                  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
                  CREATE TRIGGER refuse BEFORE INSERT ON coinmoebius_inbox FOR EACH ROW WHEN (NEW.event_id LIKE 'bad%') EXECUTE FUNCTION refuse();
                  """
                : "CREATE TRIGGER refuse BEFORE INSERT ON coinmoebius_inbox WHEN NEW.event_id LIKE 'bad%' BEGIN SELECT RAISE(ABORT, 'refused'); END");
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
            (IsBad: i == 20, Answer: await node.AcceptAsync(Sample.Payment(i == 20 ? "bad_1" : $"evt_{i}", $"pi_{i}"))))));

        answers.Should().OnlyContain(answer => answer.Answer == (answer.IsBad ? WebhookDisposition.Unavailable : WebhookDisposition.Accepted));
    }

    [Test]
    public async Task Texts_that_no_column_holds_are_stored_and_recognised()
    {
        await using var node = await Node.StartAsync(Database, options => options.MaxAttempts = 1);
        PaymentEvent? seen = null;
        node.Handle = (webhookEvent, _, _) =>
        {
            seen = (PaymentEvent)webhookEvent;
            return Task.CompletedTask;
        };
        var odd = Sample.Payment(new string('x', 5000), new string('p', 300)) with
        {
            EventType = new string('\u00e9', 300) + "\0",
            Reference = "order \ud83d\ude00\0",
            CustomerRef = new string('c', 400),
            Metadata = new Dictionary<string, string> { ["k\0"] = "v\0", ["emoji"] = "\ud83d\ude00" },
        };

        (await node.AcceptAsync(odd)).Should().Be(WebhookDisposition.Accepted);
        (await node.AcceptAsync(odd)).Should().Be(WebhookDisposition.Duplicate);

        await node.DoneAsync();
        seen.Should().BeEquivalentTo(odd, options => options.Excluding(it => it.RawBody));
        (await node.Ledger.FindAsync(PaymentProvider.Stripe, odd.PaymentId))!.Metadata.Should().Equal(odd.Metadata);
        (await node.Ledger.FindByReferenceAsync(odd.Reference!)).Should().ContainSingle();
    }

    [Test]
    public async Task Other_kinds_of_events_are_handled_too()
    {
        await using var node = await Node.StartAsync(Database);
        var handled = new SemaphoreSlim(0);
        node.Handle = (_, _, _) =>
        {
            handled.Release();
            return Task.CompletedTask;
        };

        await node.AcceptAsync(new SubscriptionEvent
        {
            Provider = PaymentProvider.Stripe,
            EventId = "evt_sub",
            EventType = "invoice.payment_succeeded",
            Type = SubscriptionEventType.Renewed,
            Status = SubscriptionStatus.Active,
            SubscriptionId = "sub_1",
            RawBody = "{}"u8.ToArray(),
        });
        await node.AcceptAsync(new UnmappedEvent { Provider = PaymentProvider.Stripe, EventId = "evt_un", EventType = "product.created", RawBody = "{}"u8.ToArray() });

        (await handled.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue();
        (await handled.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue();
        await node.StopAsync();
        (await node.RowsAsync()).Should().HaveCount(2).And.OnlyContain(row => row.State == WebhookInboxState.Processed);
        (await node.EffectsAsync()).Select(effect => effect.PaymentId).Should().BeEquivalentTo("sub_1", "");
    }

    [Test]
    public async Task While_the_database_is_away_nobody_waits_and_it_is_not_hammered()
    {
        var clock = new ManualTimeProvider();
        await using var away = await Node.StartAsync(Database, clock: clock, add: services =>
        {
            Breakable.Add(services);
            services.RemoveAll<IHostedService>();
        });
        Breakable.Set(away.Services, DatabaseFault.Refuses);

        for (var i = 0; i < 50; i++)
        {
            (await away.AcceptAsync(Sample.Payment($"evt_{i}"))).Should().Be(WebhookDisposition.Unavailable);
        }

        Breakable.Attempts(away.Services).Should().BeLessThan(10);

        Breakable.Set(away.Services, DatabaseFault.None);
        (await away.AcceptAsync(Sample.Payment("evt_1"))).Should().Be(WebhookDisposition.Unavailable);
        clock.Advance(TimeSpan.FromSeconds(3));
        (await away.AcceptAsync(Sample.Payment("evt_1"))).Should().Be(WebhookDisposition.Accepted);

        await using var next = await Node.StartAsync(Database);
        await next.DoneAsync();
    }

    [Test]
    public async Task A_database_that_hangs_is_given_up_after_its_time_and_then_not_waited_for()
    {
        var clock = new ManualTimeProvider();
        var timeout = TimeSpan.FromSeconds(3);
        await using var node = await Node.StartAsync(Database, options => options.AcceptTimeout = timeout, clock, services =>
        {
            Breakable.Add(services);
            services.RemoveAll<IHostedService>();
        });
        Breakable.Set(node.Services, DatabaseFault.Hangs);

        for (var i = 0; i < 3; i++)
        {
            var accepting = node.AcceptAsync(Sample.Payment($"evt_{i}"));
            await Breakable.AskedAsync(node.Services);
            accepting.IsCompleted.Should().BeFalse();
            clock.Advance(timeout);
            (await accepting).Should().Be(WebhookDisposition.Unavailable);
        }

        (await node.AcceptAsync(Sample.Payment("evt_3"))).Should().Be(WebhookDisposition.Unavailable, "nobody asks for a while");
        Breakable.Attempts(node.Services).Should().Be(3);

        Breakable.Set(node.Services, DatabaseFault.None);
        clock.Advance(TimeSpan.FromSeconds(3));
        (await node.AcceptAsync(Sample.Payment("evt_3"))).Should().Be(WebhookDisposition.Accepted);
    }
}
