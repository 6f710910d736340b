using System.Collections.Concurrent;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
public sealed class InboxTests(string engineName)
{
    private Engine _engine = null!;

    [SetUp]
    public async Task CreateAsync() => _engine = await Engine.CreateAsync(engineName);

    [TearDown]
    public async Task DropAsync() => await _engine.DisposeAsync();

    [Test]
    public async Task An_event_takes_effect_once_however_often_it_comes()
    {
        using var host = await StartAsync();
        var pipeline = host.Services.GetRequiredService<IWebhookPipeline>();
        var done = host.Services.GetRequiredService<Handled>();

        for (var i = 0; i < 200; i++)
        {
            var webhookEvent = Payment($"evt_{i % 50}", $"pay_{i % 10}", PaymentStatus.Succeeded);
            (await pipeline.ProcessAsync(new(webhookEvent))).Should().Be(i < 50 ? WebhookDisposition.Accepted : WebhookDisposition.Duplicate);
        }

        await done.WaitAsync(50);
        await host.StopAsync();
        await using var context = Open();
        (await context.Effects.CountAsync()).Should().Be(50);
        (await context.Effects.CountAsync(effect => effect.IsFirstOfStatus)).Should().Be(10);
    }

    private static PaymentEvent Payment(string eventId, string paymentId, PaymentStatus status) => new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = eventId,
        EventType = "checkout.session.completed",
        PaymentId = paymentId,
        Status = status,
        Amount = 19.99m,
        Currency = "USD",
        RawBody = "{}"u8.ToArray(),
    };

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddDbContext<MerchantContext>(_engine.Configure);
        builder.Services.AddSingleton<Handled>();
        builder.Services.AddCoinMoebiusWebhooks().AddHandler<RecordEffect>().UseEntityFrameworkInbox<MerchantContext>();
        var host = builder.Build();
        await using (var context = Open())
        {
            await context.Database.EnsureCreatedAsync();
        }

        await host.StartAsync();
        return host;
    }

    private MerchantContext Open()
    {
        var options = new DbContextOptionsBuilder<MerchantContext>();
        _engine.Configure(options);
        return new(options.Options);
    }

    private sealed class Handled : IDisposable
    {
        private readonly SemaphoreSlim _count = new(0);

        public ConcurrentQueue<string> Order { get; } = new();

        public void Dispose() => _count.Dispose();

        public void Add(string eventId)
        {
            Order.Enqueue(eventId);
            _count.Release();
        }

        public async Task WaitAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                (await _count.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue("{0} of {1} events were handled", i, count);
            }
        }
    }

    private sealed class RecordEffect(MerchantContext context, Handled handled) : IWebhookHandler<PaymentEvent>
    {
        public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext webhookContext, CancellationToken cancellationToken)
        {
            context.Effects.Add(new()
            {
                EventId = webhookEvent.EventId,
                PaymentId = webhookEvent.PaymentId,
                Status = webhookEvent.Status.Value,
                IsFirstOfStatus = webhookContext.IsFirstOfStatus,
                Attempt = webhookContext.Attempt,
            });
            handled.Add(webhookEvent.EventId);
            return Task.CompletedTask;
        }
    }
}
