using CoinMoebius.Benchmarks.Rails;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Benchmarks.Inbox;

/// <summary>The webhook endpoint with the durable inbox, and a handler that changes a balance by one statement.</summary>
internal sealed class InboxServer : IAsyncDisposable
{
    public const string Change = """UPDATE balances SET "Count" = "Count" + 1 WHERE "Id" = @id""";
    public const int Balances = 1000;

    private readonly WebApplication _app;

    private InboxServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First() + "/webhooks/stripe");

    /// <summary>The row that an event changes; events have numbers.</summary>
    public static string BalanceOf(string eventId) => $"b{long.Parse(eventId.AsSpan(eventId.LastIndexOf('_') + 1), System.Globalization.CultureInfo.InvariantCulture) % Balances}";

    /// <param name="connectionString">The database.</param>
    /// <param name="started">Called as a handler starts; null when events are only stored.</param>
    /// <param name="handled">Called once an event was handled and committed.</param>
    public static async Task<InboxServer> StartAsync(string connectionString, Action? started = null, Action? handled = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContextPool<MerchantContext>(options => options.UseNpgsql(connectionString));
        builder.Services.AddSingleton(new Started(started));
        builder.Services.AddCoinMoebiusWebhooks().AddStripe(options => options.Secrets.Add(Rail.Secret)).AddHandler<ChangeBalance>()
            .UseEntityFrameworkInbox<MerchantContext>();
        if (started is null)
        {
            builder.Services.RemoveAll<IHostedService>();
        }

        var app = builder.Build();
        app.Services.GetRequiredService<IPaymentEventNotifier>().Subscribe(_ => handled?.Invoke());
        app.MapCoinMoebiusWebhooks();
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed record Started(Action? Tell);

    private sealed class ChangeBalance(MerchantContext context, Started started) : IWebhookHandler<PaymentEvent>
    {
        public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext webhookContext, CancellationToken cancellationToken)
        {
            started.Tell!();
            var id = BalanceOf(webhookEvent.EventId);
            return context.Database.ExecuteSqlAsync($"""UPDATE balances SET "Count" = "Count" + 1 WHERE "Id" = {id}""", cancellationToken);
        }
    }
}
