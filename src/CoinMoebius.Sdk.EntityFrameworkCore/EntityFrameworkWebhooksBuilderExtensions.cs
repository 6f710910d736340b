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
    /// Stores every authentic delivery in the database of <typeparamref name="TContext"/> before it is answered, and has it take
    /// effect there exactly once: what handlers change through <typeparamref name="TContext"/> is committed together with the fact that the event is
    /// done. The context must be registered (<c>AddDbContext</c>) and its model have the tables
    /// (<see cref="CoinMoebiusModelBuilderExtensions.AddCoinMoebius"/>). SQLite or PostgreSQL.
    /// </summary>
    /// <typeparam name="TContext">The application's context.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="InvalidOperationException">Another context has the inbox.</exception>
    public static IWebhooksBuilder UseEntityFrameworkInbox<TContext>(
        this IWebhooksBuilder builder, Action<EntityFrameworkInboxOptions>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(IWebhookInbox) && service.ImplementationType != typeof(EntityFrameworkInbox<TContext>)))
        {
            throw new InvalidOperationException("There is an inbox already, in another context: an application has one.");
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
