using System.Globalization;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Operate;

/// <summary>Unhealthy when the inbox cannot be read, degraded when events wait too long or are parked.</summary>
internal sealed class InboxHealthCheck(IWebhookInbox inbox, InboxSettings options, TimeProvider timeProvider) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        WebhookInboxSummary summary;
        try
        {
            summary = await inbox.GetSummaryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(context.Registration.FailureStatus, "The inbox cannot be read.", exception);
        }

        var lag = summary.OldestPending is { } oldest ? timeProvider.GetUtcNow() - oldest : TimeSpan.Zero;
        var data = new Dictionary<string, object>
        {
            ["pending"] = summary.Pending,
            ["parked"] = summary.Parked,
            ["lagSeconds"] = Math.Round(lag.TotalSeconds, 1),
        };
        var description = string.Create(
            CultureInfo.InvariantCulture, $"{summary.Pending} events wait, the oldest for {lag.TotalSeconds:0} s; {summary.Parked} are parked.");
        return lag > options.Current.UnhealthyLag || summary.Parked > 0
            ? HealthCheckResult.Degraded(description, data: data)
            : HealthCheckResult.Healthy(description, data);
    }
}
