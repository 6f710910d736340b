using System.Diagnostics;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
public sealed class OperateTests(string engineName) : EngineFixture(engineName)
{
    [Test]
    public async Task Old_handled_events_are_deleted_with_their_deliveries_and_nothing_else_is()
    {
        var clock = new ManualTimeProvider();
        await using var node = await Node.StartAsync(
            Database,
            options =>
            {
                // Weeks pass in an instant here: what else goes by the clock is not to be busy with them.
                (options.MaxAttempts, options.Retention) = (1, null);
                options.PollInterval = options.LeaseDuration = TimeSpan.FromDays(40);
            },
            clock);
        node.Handle = (webhookEvent, _, _) => webhookEvent.EventId == "evt_bad" ? throw new InvalidOperationException() : Task.CompletedTask;
        await node.AcceptAsync(Sample.Delivered("msg_old", "evt_old"));
        await node.AcceptAsync(Sample.Payment("evt_bad", "pi_bad"));
        await node.DoneAsync();
        await node.UntilAsync(row => row.State == WebhookInboxState.Parked);
        clock.Advance(TimeSpan.FromDays(38));
        await node.AcceptAsync(Sample.Delivered("msg_new", "evt_new", "pi_new"));
        await node.DoneAsync();

        (await node.Inbox.PurgeAsync(WebhookInboxState.Processed, TimeSpan.FromDays(36))).Should().Be(1);

        (await node.RowsAsync()).Select(row => row.EventId).Should().Equal("evt_bad", "evt_new");
        await using (var context = node.Open())
        {
            (await context.Set<DeliveryRow>().Select(row => row.DeliveryId).ToListAsync()).Should().Equal("msg_new");
        }

        (await node.Inbox.PurgeAsync(WebhookInboxState.Parked, TimeSpan.FromDays(1))).Should().Be(1);
        (await node.Ledger.FindAsync(PaymentProvider.DodoPayments, "pi_1")).Should().NotBeNull("the ledger is kept");
        await node.Inbox.Invoking(inbox => inbox.PurgeAsync(WebhookInboxState.Pending, TimeSpan.Zero)).Should().ThrowAsync<ArgumentException>();
    }

    [Test]
    public async Task An_event_that_comes_again_after_its_row_was_deleted_is_known()
    {
        await using var node = await Node.StartAsync(Database);
        await node.AcceptAsync(Sample.Payment("evt_1"));
        await node.AcceptAsync(Sample.Payment("evt_1", "pi_2"), "eu");
        await node.DoneAsync(2);
        (await node.Inbox.PurgeAsync(WebhookInboxState.Processed, TimeSpan.FromSeconds(-1))).Should().Be(2);

        (await node.AcceptAsync(Sample.Payment("evt_1"))).Should().Be(WebhookDisposition.Duplicate);
        (await node.AcceptAsync(Sample.Payment("evt_1", "pi_2"), "eu")).Should().Be(WebhookDisposition.Duplicate);
        (await node.AcceptAsync(Sample.Payment("evt_1") with { Provider = PaymentProvider.Square })).Should().Be(WebhookDisposition.Accepted);
        await node.DoneAsync();

        (await node.EffectsAsync()).Should().HaveCount(3);
    }

    [Test]
    public async Task A_parked_event_that_was_deleted_is_handled_when_its_provider_sends_it_again()
    {
        await using var node = await Node.StartAsync(Database, options => options.MaxAttempts = 1);
        node.Handle = (_, _, _) => throw new InvalidOperationException("The stock is empty.");
        await node.AcceptAsync(Sample.Payment("evt_1"));
        await node.UntilAsync(row => row.State == WebhookInboxState.Parked);
        await node.Inbox.PurgeAsync(WebhookInboxState.Parked, TimeSpan.FromSeconds(-1));
        node.Handle = (_, _, _) => Task.CompletedTask;

        (await node.AcceptAsync(Sample.Payment("evt_1"))).Should().Be(WebhookDisposition.Accepted);
        await node.DoneAsync();

        (await node.EffectsAsync()).Should().ContainSingle();
    }

    [Test]
    public async Task Events_are_listed_by_state_provider_account_subject_and_page()
    {
        await using var node = await Node.StartAsync(Database);
        for (var i = 0; i < 5; i++)
        {
            await node.AcceptAsync(Sample.Payment($"evt_{i}", $"pi_{i % 2}"), i == 4 ? "eu" : "");
        }

        await node.DoneAsync(5);

        (await ListAsync(new() { Limit = 2 })).Should().Equal("evt_4", "evt_3");
        var second = await node.Inbox.ListAsync(new() { Limit = 2 }).LastAsync();
        (await ListAsync(new() { Before = second.Id })).Should().Equal("evt_2", "evt_1", "evt_0");
        (await ListAsync(new() { Account = "eu" })).Should().Equal("evt_4");
        (await ListAsync(new() { Subject = "pi_1" })).Should().Equal("evt_3", "evt_1");
        (await ListAsync(new() { Provider = PaymentProvider.PayPal })).Should().BeEmpty();
        (await ListAsync(new() { State = WebhookInboxState.Pending })).Should().BeEmpty();
        (await node.Inbox.FindAsync(second.Id))!.Event.Should().BeEquivalentTo(Sample.Payment("evt_3", "pi_1"), options => options.Excluding(it => it.RawBody));
        (await node.Inbox.FindAsync(-1)).Should().BeNull();

        async Task<List<string>> ListAsync(WebhookInboxQuery query) => await node.Inbox.ListAsync(query).Select(entry => entry.EventId).ToListAsync();
    }

    [Test]
    public async Task The_health_check_tells_waiting_parked_and_no_database()
    {
        var clock = new ManualTimeProvider();
        await using var node = await Node.StartAsync(Database, options => options.MaxAttempts = 2, clock, services =>
        {
            Breakable.Add(services);
            services.AddHealthChecks().AddCoinMoebiusInbox();
        });
        node.Handle = (_, _, _) => throw new InvalidOperationException();
        (await CheckAsync()).Status.Should().Be(HealthStatus.Healthy);

        await node.AcceptAsync(Sample.Payment("evt_1"));
        await node.UntilLoggedAsync(1305, 1);
        (await CheckAsync()).Status.Should().Be(HealthStatus.Healthy);
        clock.Advance(TimeSpan.FromMinutes(3));
        node.Look();
        await node.UntilAsync(row => row.State == WebhookInboxState.Parked);

        var degraded = await CheckAsync();
        (degraded.Status, degraded.Data["parked"], degraded.Data["pending"]).Should().Be((HealthStatus.Degraded, 1L, 0L));

        Breakable.Set(node.Services, DatabaseFault.Refuses);
        (await CheckAsync()).Status.Should().Be(HealthStatus.Unhealthy);
        Breakable.Set(node.Services, DatabaseFault.None);

        async Task<HealthReportEntry> CheckAsync() =>
            (await node.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["coinmoebius-inbox"];
    }

    [Test]
    public async Task An_attempt_has_a_trace_linked_to_the_acceptance_and_is_counted()
    {
        var attempts = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CoinMoebius.Sdk",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (attempts)
                {
                    attempts.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var node = await Node.StartAsync(Database);
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        await node.AcceptAsync(Sample.Payment("evt_1"));
        await node.DoneAsync();
        await node.StopAsync();

        lock (attempts)
        {
            var attempt = attempts.Should().ContainSingle(activity =>
                activity.OperationName == "coinmoebius.inbox.attempt" && activity.Links.Any(link => link.Context.TraceId == request.TraceId)).Subject;
            attempt.TraceId.Should().NotBe(request.TraceId);
            attempt.GetTagItem("outcome").Should().Be("handled");
        }
    }

    [Test]
    public async Task Wrong_options_and_a_context_without_an_inbox_end_the_start()
    {
        await FluentActions.Awaiting(() => Node.StartAsync(Database, options => options.MaxParallelism = 0)).Should()
            .ThrowAsync<OptionsValidationException>().WithMessage("*MaxParallelism*");

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDbContext<PlainContext>(Database.Configure);
        builder.Services.AddCoinMoebiusWebhooks().UseEntityFrameworkInbox<PlainContext>();
        using var host = builder.Build();
        await host.Invoking(it => it.StartAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*AddCoinMoebius()*");
    }

    [Test]
    public async Task Tables_have_the_names_that_were_chosen()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDbContext<RenamedContext>(Database.Configure);
        builder.Services.AddCoinMoebiusWebhooks().UseEntityFrameworkInbox<RenamedContext>();
        using var host = builder.Build();
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RenamedContext>().Database.EnsureCreatedAsync();
        }

        var done = new SemaphoreSlim(0);
        host.Services.GetRequiredService<IPaymentEventNotifier>().Subscribe(_ => done.Release());
        await host.StartAsync();

        (await host.Services.GetRequiredService<IWebhookPipeline>().ProcessAsync(new(Sample.Payment("evt_1")))).Should().Be(WebhookDisposition.Accepted);
        (await done.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue();

        await host.StopAsync();
        await using var after = host.Services.CreateAsyncScope();
        (await after.ServiceProvider.GetRequiredService<RenamedContext>().Database.SqlQueryRaw<long>("SELECT COUNT(*) AS \"Value\" FROM \"Wh Inbox\"").SingleAsync())
            .Should().Be(1);
    }

    [Test]
    public void One_application_has_one_inbox()
    {
        var webhooks = new ServiceCollection().AddCoinMoebiusWebhooks().UseEntityFrameworkInbox<MerchantContext>();

        webhooks.Invoking(it => it.UseEntityFrameworkInbox<MerchantContext>()).Should().NotThrow();
        webhooks.Invoking(it => it.UseEntityFrameworkInbox<PlainContext>()).Should().Throw<InvalidOperationException>();
    }

    private sealed class PlainContext(DbContextOptions<PlainContext> options) : DbContext(options);

    private sealed class RenamedContext(DbContextOptions<RenamedContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddCoinMoebius(names =>
        {
            (names.InboxTable, names.DeliveriesTable) = ("Wh Inbox", "wh_deliveries");
            (names.PaymentsTable, names.AnnouncementsTable) = ("wh_payments", "wh_announcements");
        });
    }
}
