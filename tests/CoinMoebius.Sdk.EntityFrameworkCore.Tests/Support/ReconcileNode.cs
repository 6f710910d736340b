using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>One process with an inbox, in which the test triggers the lookup of due payments.</summary>
internal sealed class ReconcileNode : IAsyncDisposable
{
    private readonly Engine _engine;
    private readonly IHost _host;
    private readonly IDisposable _subscription;
    private readonly SemaphoreSlim _handled = new(0);

    private ReconcileNode(Engine engine, IHost host)
    {
        (_engine, _host) = (engine, host);
        Reconciler = ActivatorUtilities.CreateInstance<PaymentReconciler<MerchantContext>>(host.Services, Log);
        _subscription = host.Services.GetRequiredService<IPaymentEventNotifier>().Subscribe(_ => _handled.Release());
    }

    public PaymentReconciler<MerchantContext> Reconciler { get; }

    public ListLogger<PaymentReconciler<MerchantContext>> Log { get; } = new();

    public IPaymentLedger Ledger => _host.Services.GetRequiredService<IPaymentLedger>();

    public IServiceProvider Services => _host.Services;

    public IWebhookPipeline Pipeline => _host.Services.GetRequiredService<IWebhookPipeline>();

    /// <summary>Starts a process, which leaves the looking to the test unless told otherwise.</summary>
    public static async Task<ReconcileNode> StartAsync(
        Engine engine, TimeProvider clock, Action<IServiceCollection> add, Action<EntityFrameworkInboxOptions>? configure = null, bool looksByItself = false)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var services = builder.Services;
        services.AddSingleton(clock);
        services.AddDbContext<MerchantContext>(engine.Configure);
        add(services);
        services.AddCoinMoebiusWebhooks().AddHandler<RecordEffect>().UseEntityFrameworkInbox<MerchantContext>(options =>
        {
            // Hours pass in an instant here; what else goes by the clock is not looked at.
            (options.PollInterval, options.Retention) = (TimeSpan.FromDays(40), null);
            configure?.Invoke(options);
        });
        if (!looksByItself)
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(PaymentReconciler<MerchantContext>)));
        }

        builder.Logging.AddProvider(new NewsLog(engine.News));
        var node = new ReconcileNode(engine, builder.Build());
        await using (var context = node.Open())
        {
            await engine.CreateTablesAsync(context);
        }

        await node._host.StartAsync();
        return node;
    }

    public Task<TimeSpan> LookAsync() => Reconciler.LookUpDueAsync(CancellationToken.None);

    public Task<WebhookDisposition> ReceiveAsync(PaymentEvent webhook, string account = "") => Pipeline.ProcessAsync(new(webhook, account)).AsTask();

    /// <summary>Waits until so many payment events are handled and committed.</summary>
    public async Task HandledAsync(int count = 1)
    {
        for (var i = 0; i < count; i++)
        {
            (await _handled.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue("{0} of {1} events were handled", i, count);
        }
    }

    public MerchantContext Open() => _engine.Open();

    public async Task<List<LedgerRow>> RowsAsync()
    {
        await using var context = Open();
        return await context.Set<LedgerRow>().AsNoTracking().OrderBy(row => row.PaymentId).ToListAsync();
    }

    public async Task<List<Effect>> EffectsAsync()
    {
        await using var context = Open();
        return await context.Effects.OrderBy(effect => effect.Id).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        await _host.StopAsync();
        Reconciler.Dispose();
        _host.Dispose();
        _handled.Dispose();
    }

    private sealed class RecordEffect(MerchantContext context) : IWebhookHandler<PaymentEvent>
    {
        public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext webhookContext, CancellationToken cancellationToken)
        {
            context.Effects.Add(new()
            {
                EventId = webhookEvent.EventId,
                PaymentId = webhookEvent.PaymentId,
                Status = webhookEvent.Status.Value,
                IsFirstOfStatus = webhookContext.IsFirstOfStatus,
                OrderReference = webhookContext.OrderReference,
                Attempt = webhookContext.Attempt,
            });
            return Task.CompletedTask;
        }
    }
}
