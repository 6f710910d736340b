using System.Collections.Concurrent;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>One process of a merchant, with the inbox in a test's database and a handler that writes one row for each event.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly Engine _engine;
    private readonly IHost _host;
    private readonly SemaphoreSlim _done = new(0);
    private readonly NewsLog _log;
    private readonly IDisposable _subscription;

    private Node(Engine engine, IHost host, NewsLog log)
    {
        (_engine, _host, _log) = (engine, host, log);
        _subscription = host.Services.GetRequiredService<IPaymentEventNotifier>().Subscribe(_ =>
        {
            _done.Release();
            engine.News.Release();
        });
    }

    public IServiceProvider Services => _host.Services;

    public IWebhookInbox Inbox => Services.GetRequiredService<IWebhookInbox>();

    public IPaymentLedger Ledger => Services.GetRequiredService<IPaymentLedger>();

    /// <summary>What is done for each event before its row is added; may throw.</summary>
    public Func<WebhookEvent, WebhookContext, CancellationToken, Task> Handle { get; set; } = static (_, _, _) => Task.CompletedTask;

    /// <summary>Whether the handler writes its row.</summary>
    public bool Records { get; set; } = true;

    /// <summary>The ids of the events whose handlers have begun, in order.</summary>
    public ConcurrentQueue<string> Begun { get; } = new();

    /// <summary>The ids of what was logged.</summary>
    public IEnumerable<int> Logged => _log.Lines.Select(line => line.Id);

    /// <summary>What was logged by the inbox.</summary>
    public IEnumerable<(int Id, string Text)> Lines => _log.Lines;

    /// <summary>The first text that was logged with an id.</summary>
    public string LogOf(int id) => _log.Lines.First(line => line.Id == id).Text;

    public static async Task<Node> StartAsync(
        Engine engine, Action<EntityFrameworkInboxOptions>? configure = null, TimeProvider? clock = null, Action<IServiceCollection>? add = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var services = builder.Services;
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        services.AddDbContext<MerchantContext>(engine.Configure);
        Node? node = null;
        services.AddSingleton<Func<Node>>(() => node!);
        services.AddCoinMoebiusWebhooks().AddHandler<Recorder>().UseEntityFrameworkInbox<MerchantContext>(options =>
        {
            // However slow the disk is.
            options.AcceptTimeout = TimeSpan.FromMinutes(1);
            configure?.Invoke(options);
        });
        add?.Invoke(services);
        var log = new NewsLog(engine.News);
        builder.Logging.AddProvider(log);
        node = new Node(engine, builder.Build(), log);
        await using (var context = node.Open())
        {
            await engine.CreateTablesAsync(context);
        }

        await node._host.StartAsync();
        return node;
    }

    public async Task<WebhookDisposition> AcceptAsync(WebhookEvent webhookEvent, string account = "") =>
        await Services.GetRequiredService<IWebhookPipeline>().ProcessAsync(new(webhookEvent, account));

    /// <summary>Has the inbox look at once, as it does when its interval is over: on a clock that stands it may not yet wait for that.</summary>
    public void Look() => Services.GetRequiredService<InboxSignal>().Set(0);

    /// <summary>Waits until so many payment events are handled and committed.</summary>
    public async Task DoneAsync(int count = 1)
    {
        for (var i = 0; i < count; i++)
        {
            (await _done.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue("{0} of {1} events were handled", i, count);
        }
    }

    /// <summary>Looks until a row is as expected, whenever an attempt has ended.</summary>
    public async Task<InboxRow> UntilAsync(Func<InboxRow, bool> isExpected)
    {
        while (true)
        {
            if ((await RowsAsync()).Find(row => isExpected(row)) is { } found)
            {
                return found;
            }

            (await _engine.News.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue("a row should come to be as expected");
        }
    }

    /// <summary>Waits until so many events are handled, by whichever of the processes.</summary>
    public async Task UntilHandledAsync(int count)
    {
        while ((await RowsAsync()).Count(row => row.State == WebhookInboxState.Processed) < count)
        {
            (await _engine.News.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue("{0} events should be handled", count);
        }
    }

    /// <summary>Waits until the log has so many lines with an id.</summary>
    public async Task UntilLoggedAsync(int id, int count)
    {
        while (_log.Lines.Count(line => line.Id == id) < count)
        {
            (await _engine.News.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue("{0} lines {1} should be logged", count, id);
        }
    }

    public async Task<List<Effect>> EffectsAsync()
    {
        await using var context = Open();
        return await context.Effects.AsNoTracking().OrderBy(effect => effect.Id).ToListAsync();
    }

    public async Task<List<InboxRow>> RowsAsync()
    {
        await using var context = Open();
        return await context.Set<InboxRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public MerchantContext Open() => _engine.Open();

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        await _host.StopAsync();
        _host.Dispose();
        _done.Dispose();
    }

    private sealed class Recorder(MerchantContext context, Func<Node> node)
        : IWebhookHandler<PaymentEvent>, IWebhookHandler<SubscriptionEvent>, IWebhookHandler<UnmappedEvent>
    {
        public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext webhookContext, CancellationToken cancellationToken) =>
            RecordAsync(webhookEvent, webhookEvent.PaymentId, webhookEvent.Status.Value, webhookContext, cancellationToken);

        public Task HandleAsync(SubscriptionEvent webhookEvent, WebhookContext webhookContext, CancellationToken cancellationToken) =>
            RecordAsync(webhookEvent, webhookEvent.SubscriptionId, webhookEvent.Status.Value, webhookContext, cancellationToken);

        public Task HandleAsync(UnmappedEvent webhookEvent, WebhookContext webhookContext, CancellationToken cancellationToken) =>
            RecordAsync(webhookEvent, "", "", webhookContext, cancellationToken);

        private async Task RecordAsync(
            WebhookEvent webhookEvent, string subject, string status, WebhookContext webhookContext, CancellationToken cancellationToken)
        {
            node().Begun.Enqueue(webhookEvent.EventId);
            if (!node().Records)
            {
                return;
            }

            context.AddEffect(new()
            {
                EventId = webhookEvent.EventId,
                PaymentId = subject,
                Status = status,
                IsFirstOfStatus = webhookContext.IsFirstOfStatus,
                Attempt = webhookContext.Attempt,
            });

            // Stored before what may fail, so that a failure has something to undo.
            await context.SaveChangesAsync(cancellationToken);
            await node().Handle(webhookEvent, webhookContext, cancellationToken);
        }
    }
}
