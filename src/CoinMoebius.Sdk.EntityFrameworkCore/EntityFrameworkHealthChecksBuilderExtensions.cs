using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Operate;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoinMoebius.Sdk;

/// <summary>Adds the health check of the durable inbox.</summary>
public static class EntityFrameworkHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of the inbox: unhealthy when it cannot be read, degraded when an event has waited longer than
    /// <see cref="EntityFrameworkCore.EntityFrameworkInboxOptions.UnhealthyLag"/> or any is parked. Its data are <c>pending</c>,
    /// <c>parked</c> and <c>lagSeconds</c>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The check's name. <c>coinmoebius-inbox</c> unless given.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    public static IHealthChecksBuilder AddCoinMoebiusInbox(
        this IHealthChecksBuilder builder, string name = "coinmoebius-inbox", IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddCheck<InboxHealthCheck>(name, HealthStatus.Unhealthy, tags ?? []);
    }
}
