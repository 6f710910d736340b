using System.Net;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

/// <summary>What happens between a verified delivery and its answer when handlers run inline.</summary>
public sealed class InlinePipelineTests
{
    private readonly Script _script = new();

    [Test]
    public async Task Handlers_run_in_their_order_from_a_scope_per_delivery_that_is_disposed()
    {
        await using var host = await StartAsync();

        await host.StatusOfAsync(host.Payment("pi_1"));
        await host.StatusOfAsync(host.Payment("pi_2"));

        _script.Calls.Select(call => call.Handler).Should().Equal("FirstHandler", "SecondHandler", "FirstHandler", "SecondHandler");
        _script.Instances.Should().HaveCount(4);
        _script.Disposed.Should().Be(2);
    }

    [Test]
    public async Task A_handler_gets_the_event_and_how_it_came()
    {
        await using var host = await StartAsync();
        var webhook = host.Payment("pi_7", "evt_7");

        await host.StatusOfAsync(webhook);

        var (_, webhookEvent, context) = _script.Calls[0];
        webhookEvent.Should().BeOfType<PaymentEvent>().Which.PaymentId.Should().Be("pi_7");
        context.RawBody.ToArray().Should().Equal(webhook.Body.ToArray());
        context.Should().BeEquivalentTo(new { Account = "", DeliveryId = (string?)null, IsFirstOfStatus = true, Attempt = 1 });
    }

    [Test]
    public async Task Each_account_has_its_own_secret_and_its_own_events()
    {
        const string European = "whsec_of_the_european_shop";
        await using var host = await StartAsync(hooks => hooks.AddStripe("eu", options => options.Secrets.Add(European)));
        var american = host.Payment(eventId: "evt_same");
        var european = new StripeWebhookSigner(European).Sign(american.Body);

        (await host.StatusOfAsync(american)).Should().Be(HttpStatusCode.OK);
        (await host.StatusOfAsync(european, "/webhooks/stripe/eu")).Should().Be(HttpStatusCode.OK);
        (await host.StatusOfAsync(american, "/webhooks/stripe/eu")).Should().Be(HttpStatusCode.BadRequest);

        _script.Calls.Where(call => call.Handler == "FirstHandler").Select(call => call.Context.Account).Should().Equal("", "eu");
    }

    [Test]
    public async Task A_duplicate_runs_no_handler()
    {
        await using var host = await StartAsync();
        var webhook = host.Payment();

        await host.StatusOfAsync(webhook);
        await host.StatusOfAsync(webhook);

        _script.Calls.Should().HaveCount(2, "two handlers ran once each");
    }

    [Test]
    public async Task A_failure_is_500_and_the_retry_runs_again_as_the_next_attempt()
    {
        await using var host = await StartAsync();
        var webhook = host.Payment();
        _script.Run = (_, context, _) => context.Attempt == 1 ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask;

        (await host.StatusOfAsync(webhook)).Should().Be(HttpStatusCode.InternalServerError);
        (await host.StatusOfAsync(webhook)).Should().Be(HttpStatusCode.OK);

        _script.Calls.Select(call => (call.Handler, call.Context.Attempt, call.Context.IsFirstOfStatus)).Should().Equal(
            ("FirstHandler", 1, true), ("FirstHandler", 2, true), ("SecondHandler", 2, true));
        host.Logs.Entries.Should().ContainSingle(entry => entry.Id == 1101).Which.Text.Should().Contain("FirstHandler").And.Contain("database is away");
    }

    [Test]
    public async Task A_second_event_of_the_same_status_is_not_the_first_even_while_the_first_fails()
    {
        await using var host = await StartAsync();
        var first = host.Payment("pi_1", "evt_1");
        _script.Run = (_, context, _) => context.Attempt == 1 && context.IsFirstOfStatus ? throw new InvalidOperationException() : Task.CompletedTask;

        await host.StatusOfAsync(first);
        await host.StatusOfAsync(host.Payment("pi_1", "evt_2"));
        await host.StatusOfAsync(first);

        _script.Calls.Where(call => call.Handler == "FirstHandler").Select(call => (call.Event.EventId, call.Context.IsFirstOfStatus))
            .Should().Equal(("evt_1", true), ("evt_2", false), ("evt_1", true));
    }

    [Test]
    public async Task A_concurrent_duplicate_waits_for_the_first_and_neither_is_200_before()
    {
        var (entered, release) = HoldHandlers();
        await using var host = await StartAsync();
        var webhook = host.Payment();

        var first = host.StatusOfAsync(webhook);
        await entered.Task;
        var pipeline = host.Services.GetRequiredService<IWebhookPipeline>();
        var second = pipeline.ProcessAsync(new((PaymentEvent)_script.Calls[0].Event)).AsTask();

        second.IsCompleted.Should().BeFalse();
        first.IsCompleted.Should().BeFalse();
        release.SetResult();
        (await first).Should().Be(HttpStatusCode.OK);
        (await second).Should().Be(WebhookDisposition.Duplicate);
        _script.Calls.Should().HaveCount(2);
    }

    [Test]
    public async Task A_concurrent_duplicate_runs_when_the_first_fails()
    {
        var entered = NewSignal();
        var release = NewSignal();
        _script.Run = async (_, context, _) =>
        {
            if (context.Attempt == 1)
            {
                entered.TrySetResult();
                await release.Task;
                throw new InvalidOperationException("The first fails.");
            }
        };
        await using var host = await StartAsync();

        var first = host.StatusOfAsync(host.Payment());
        await entered.Task;
        var second = host.Services.GetRequiredService<IWebhookPipeline>().ProcessAsync(new(_script.Calls[0].Event)).AsTask();
        release.SetResult();

        (await first).Should().Be(HttpStatusCode.InternalServerError);
        (await second).Should().Be(WebhookDisposition.Accepted);
    }

    [Test]
    public async Task A_waiting_duplicate_whose_sender_leaves_waits_no_longer()
    {
        var (entered, release) = HoldHandlers();
        await using var host = await StartAsync();
        var first = host.StatusOfAsync(host.Payment());
        await entered.Task;
        using var gone = new CancellationTokenSource();
        var second = host.Services.GetRequiredService<IWebhookPipeline>().ProcessAsync(new(_script.Calls[0].Event), gone.Token).AsTask();

        await gone.CancelAsync();

        await second.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        release.SetResult();
        (await first).Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_sender_that_leaves_while_a_handler_runs_cancels_it_gets_no_200_and_may_come_again()
    {
        var entered = NewSignal();
        var cancelled = NewSignal();
        _script.Run = async (_, context, cancellationToken) =>
        {
            if (context.Attempt == 1)
            {
                entered.TrySetResult();
                using var registration = cancellationToken.Register(() => cancelled.TrySetResult());
                await cancelled.Task;
                cancellationToken.ThrowIfCancellationRequested();
            }
        };
        await using var host = await StartAsync();
        var webhook = host.Payment();
        using var leave = new CancellationTokenSource();

        var sending = host.SendAsync(webhook, cancellationToken: leave.Token);
        await entered.Task;
        await leave.CancelAsync();
        await sending.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();

        (await host.NextAnswerAsync()).Should().Be(499);
        host.Logs.Entries.Should().NotContain(entry => entry.Level >= LogLevel.Error);
        (await host.StatusOfAsync(webhook)).Should().Be(HttpStatusCode.OK);
        _script.Calls[^1].Context.Attempt.Should().Be(2);
    }

    [Test]
    public async Task A_handler_that_finishes_after_the_sender_left_is_not_run_again()
    {
        var entered = NewSignal();
        var cancelled = NewSignal();
        _script.Run = async (_, _, cancellationToken) =>
        {
            entered.TrySetResult();
            using var registration = cancellationToken.Register(() => cancelled.TrySetResult());
            await cancelled.Task;
        };
        await using var host = await StartAsync(handlers: hooks => hooks.AddHandler<FirstHandler>());
        var webhook = host.Payment();
        using var leave = new CancellationTokenSource();

        var sending = host.SendAsync(webhook, cancellationToken: leave.Token);
        await entered.Task;
        await leave.CancelAsync();
        await sending.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();

        (await host.NextAnswerAsync()).Should().Be(499);
        (await host.StatusOfAsync(webhook)).Should().Be(HttpStatusCode.OK);
        _script.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task The_oldest_events_are_forgotten_but_never_one_that_runs()
    {
        var entered = NewSignal();
        var release = NewSignal();
        _script.Run = async (webhookEvent, _, _) =>
        {
            if (webhookEvent.EventId == "evt_slow")
            {
                entered.TrySetResult();
                await release.Task;
            }
        };
        await using var host = await StartAsync(
            hooks => hooks.ConfigureInMemoryInbox(options => options.Capacity = 2), hooks => hooks.AddHandler<FirstHandler>());
        var slow = host.StatusOfAsync(host.Payment("pi_slow", "evt_slow"));
        await entered.Task;
        foreach (var id in (string[])["evt_1", "evt_2", "evt_1"])
        {
            await host.StatusOfAsync(host.Payment("pi_1", id));
        }

        var again = host.Services.GetRequiredService<IWebhookPipeline>().ProcessAsync(new(_script.Calls[0].Event)).AsTask();
        release.SetResult();

        (await slow).Should().Be(HttpStatusCode.OK);
        (await again).Should().Be(WebhookDisposition.Duplicate);
        _script.Calls.Select(call => call.Event.EventId).Should().Equal("evt_slow", "evt_1", "evt_2", "evt_1");
    }

    [Test]
    public async Task An_inbox_full_of_running_events_asks_to_come_again()
    {
        var (entered, release) = HoldHandlers();
        await using var host = await StartAsync(hooks => hooks.ConfigureInMemoryInbox(options => options.Capacity = 1));
        var running = host.StatusOfAsync(host.Payment("pi_1"));
        await entered.Task;

        (await host.StatusOfAsync(host.Payment("pi_2"))).Should().Be(HttpStatusCode.ServiceUnavailable);

        release.SetResult();
        (await running).Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task The_log_says_once_that_memory_is_for_development()
    {
        await using var host = await StartAsync();
        await host.StatusOfAsync(host.Payment());

        host.Logs.Entries.Should().ContainSingle(entry => entry.Id == 1201).Which.Level.Should().Be(LogLevel.Warning);
    }

    [Test]
    public async Task A_rotated_secret_counts_at_the_next_delivery_and_the_old_one_no_more()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:0", WebhookHost.Secret)]).Build();
        await using var host = await WebhookHost.StartAsync(hooks => hooks.AddStripe(settings));
        var renewed = new StripeWebhookSigner("whsec_the_new_one");
        (await host.StatusOfAsync(host.Payment())).Should().Be(HttpStatusCode.OK);

        settings["Secrets:0"] = "whsec_the_new_one";
        settings.Reload();

        (await host.StatusOfAsync(renewed.Sign(host.Payment().Body))).Should().Be(HttpStatusCode.OK);
        (await host.StatusOfAsync(host.Payment())).Should().Be(HttpStatusCode.BadRequest, "the old secret is gone");
    }

    [Test]
    public async Task A_payment_is_announced_to_waiters_only_once_its_handlers_are_done()
    {
        await using var host = await StartAsync();
        var announced = new List<string>();
        using var subscription = host.Services.GetRequiredService<IPaymentEventNotifier>().Subscribe(payment => announced.Add(payment.PaymentId));
        _script.Run = (_, context, _) => context.Attempt == 1 ? throw new InvalidOperationException() : Task.CompletedTask;
        var webhook = host.Payment("pi_5");

        await host.StatusOfAsync(webhook);
        announced.Should().BeEmpty();
        await host.StatusOfAsync(webhook);

        announced.Should().Equal("pi_5");
    }

    [Test]
    public async Task A_waiter_that_throws_does_not_undo_what_is_done()
    {
        await using var host = await StartAsync();
        using var subscription = host.Services.GetRequiredService<IPaymentEventNotifier>().Subscribe(_ => throw new InvalidOperationException());

        (await host.StatusOfAsync(host.Payment())).Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Lets handlers begin and holds them there.</summary>
    private (TaskCompletionSource Entered, TaskCompletionSource Release) HoldHandlers()
    {
        var entered = NewSignal();
        var release = NewSignal();
        _script.Run = async (_, _, _) =>
        {
            entered.TrySetResult();
            await release.Task;
        };
        return (entered, release);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task<WebhookHost> StartAsync(Action<IWebhooksBuilder>? more = null, Action<IWebhooksBuilder>? handlers = null) => WebhookHost.StartAsync(
        hooks =>
        {
            hooks.AddStripe(options => options.Secrets.Add(WebhookHost.Secret));
            (handlers ?? (static it => it.AddHandler<FirstHandler>().AddHandler<SecondHandler>()))(hooks);
            more?.Invoke(hooks);
        },
        services: services => services.AddSingleton(_script));
}
