using CoinMoebius.Sdk.Client.Statuses;
using CoinMoebius.Sdk.EntityFrameworkCore;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Accept;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Operate;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Switches webhooks to the durable inbox.</summary>
public static class EntityFrameworkWebhooksBuilderExtensions
{
    /// <summary>
    /// Stores every authentic delivery in the database of <typeparamref name="TContext"/> before the endpoint responds. Each event takes effect
    /// there exactly once: one transaction commits the handlers' changes to <typeparamref name="TContext"/> and marks the event as handled. The
    /// context must be registered (<c>AddDbContext</c>), use SQLite or PostgreSQL, and have the tables in its model
    /// (<see cref="CoinMoebiusModelBuilderExtensions.AddCoinMoebius"/>).
    /// </summary>
    /// <typeparam name="TContext">The application's context.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The application already has an inbox in another context.</exception>
    public static IWebhooksBuilder UseEntityFrameworkInbox<TContext>(
        this IWebhooksBuilder builder, Action<EntityFrameworkInboxOptions>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(IWebhookInbox) && service.ImplementationType != typeof(EntityFrameworkInbox<TContext>)))
        {
            throw new InvalidOperationException("UseEntityFrameworkInbox was already called with another context. An application has one inbox.");
        }

        services.AddOptions<EntityFrameworkInboxOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EntityFrameworkInboxOptions>, InboxOptionsValidator>());
        services.TryAddSingleton<InboxSettings>();
        services.TryAddSingleton<InboxSignal>();
        services.TryAddSingleton<PreparedStatements>();
        services.TryAddSingleton<InboxDatabase<TContext>>();
        services.TryAddSingleton<InboxWriter<TContext>>();
        services.TryAddSingleton<InboxAttempt<TContext>>();
        services.TryAddSingleton<NodeNotifications<TContext>>();
        services.TryAddSingleton<InboxPurge<TContext>>();
        services.TryAddSingleton<PaymentLedger<TContext>>();
        services.TryAddSingleton<ReconcileStore<TContext>>();
        services.TryAddSingleton<IPaymentLedger>(static provider => provider.GetRequiredService<PaymentLedger<TContext>>());
        services.TryAddSingleton<IWebhookInbox, EntityFrameworkInbox<TContext>>();
        services.TryAddSingleton<IWebhookDeliveryMemory>(static provider => provider.GetRequiredService<InboxSettings>());
        services.TryAddSingleton<PaymentStatusSource>();
        services.Replace(ServiceDescriptor.Singleton<IPaymentStatusSource, LedgerStatusSource<TContext>>());
        services.Replace(ServiceDescriptor.Singleton<IWebhookPipeline, InboxPipeline<TContext>>());
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IHostedService, InboxProcessor<TContext>>(),
            ServiceDescriptor.Singleton<IHostedService, NodeNotifications<TContext>>(static provider => provider.GetRequiredService<NodeNotifications<TContext>>()),
            ServiceDescriptor.Singleton<IHostedService, InboxRetention>(),
            ServiceDescriptor.Singleton<IHostedService, InboxGaugeUpdater>(),
            ServiceDescriptor.Singleton<IHostedService, PaymentReconciler<TContext>>(),
        ]);
        return builder;
    }
}
