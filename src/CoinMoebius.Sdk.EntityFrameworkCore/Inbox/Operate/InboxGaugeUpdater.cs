using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Operate;

/// <summary>Counts pending and parked events for the gauges, while a listener reads them.</summary>
internal sealed class InboxGaugeUpdater(IWebhookInbox inbox, TimeProvider timeProvider, ILogger<InboxGaugeUpdater> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            if (InboxTelemetry.IsWatched)
            {
                await CountAsync(stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task CountAsync(CancellationToken stoppingToken)
    {
        try
        {
            var summary = await inbox.GetSummaryAsync(stoppingToken).ConfigureAwait(false);
            InboxTelemetry.Count(summary.Pending, summary.Parked, summary.OldestPending is { } oldest ? timeProvider.GetUtcNow() - oldest : TimeSpan.Zero);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            InboxLog.NotCounted(logger, exception);
        }
    }
}
