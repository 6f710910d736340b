using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Operate;

/// <summary>Deletes handled events that are older than any repeated delivery can be.</summary>
internal sealed class InboxRetention(
    IWebhookInbox inbox, InboxSettings options, TimeProvider timeProvider, ILogger<InboxRetention> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not at the same time as the first events after a start, but also in processes that live for less than an hour.
        using var timer = new PeriodicTimer(FirstPause, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            timer.Period = Pause;
            if (options.Current.Retention is not { } age)
            {
                continue;
            }

            try
            {
                var count = await inbox.PurgeAsync(WebhookInboxState.Processed, age, stoppingToken).ConfigureAwait(false);
                if (count > 0)
                {
                    InboxLog.Purged(logger, count, age);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                InboxLog.PurgeFailed(logger, exception);
            }
        }
    }
}
