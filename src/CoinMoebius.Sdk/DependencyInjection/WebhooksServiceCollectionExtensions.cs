using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.Client.Statuses;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers webhook verification and handlers.</summary>
public static class WebhooksServiceCollectionExtensions
{
    /// <summary>Adds webhook verification. Chain the providers and handlers on the result. A second call is harmless.</summary>
    /// <param name="services">The services.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IWebhooksBuilder AddCoinMoebiusWebhooks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IWebhookVerifiers, WebhookVerifiers>();
        services.TryAddSingleton<IPaymentEventNotifier, PaymentEventNotifier>();
        services.TryAddSingleton<WebhookDispatcher>();
        services.TryAddSingleton<IWebhookPipeline, InlineWebhookPipeline>();
        services.TryAddSingleton<IPaymentStatusSource, PaymentStatusSource>();
        return new WebhooksBuilder(services);
    }

    /// <summary>Adds a handler for each kind of event whose <see cref="IWebhookHandler{TEvent}"/> it implements, as a scoped service.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <exception cref="ArgumentException"><typeparamref name="THandler"/> handles none of the three kinds of events.</exception>
    public static IWebhooksBuilder AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IWebhooksBuilder builder)
        where THandler : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var added = AddHandler<THandler, PaymentEvent>(builder)
            | AddHandler<THandler, SubscriptionEvent>(builder)
            | AddHandler<THandler, UnmappedEvent>(builder);
        return added
            ? builder
            : throw new ArgumentException(
                $"{typeof(THandler).Name} handles nothing: implement IWebhookHandler<PaymentEvent>, IWebhookHandler<SubscriptionEvent> or IWebhookHandler<UnmappedEvent>.");
    }

    /// <summary>
    /// Configures the in-memory inbox. It is meant for development and is in use until you register another inbox.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder ConfigureInMemoryInbox(this IWebhooksBuilder builder, Action<InMemoryInboxOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<InMemoryInboxOptions>()
            .Configure(configure)
            .Validate(options => options.Capacity > 0, "InMemoryInboxOptions.Capacity must be 1 or more.")
            .ValidateOnStart();
        return builder;
    }

    /// <summary>Configures how many payments the status endpoint keeps and how often it may call the API.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder ConfigureStatusSource(this IWebhooksBuilder builder, Action<PaymentStatusSourceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<PaymentStatusSourceOptions>()
            .Configure(configure)
            .Validate(
                options => options is { Capacity: > 0, MaxCallsPerMinute: >= 0, MaxUnknownCallsPerMinute: >= 0 }
                    && options.CacheDuration >= TimeSpan.Zero && options.UnknownCacheDuration >= TimeSpan.Zero,
                "PaymentStatusSourceOptions: Capacity must be 1 or more; MaxCallsPerMinute, MaxUnknownCallsPerMinute, CacheDuration and UnknownCacheDuration must not be negative.")
            .ValidateOnStart();
        return builder;
    }

    /// <summary>Adds your own verifier, for a provider that this SDK does not know or in place of the built-in one.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="provider">The provider's name in the route.</param>
    /// <param name="create">Creates the verifier, once.</param>
    /// <param name="account">The account; empty for the only one.</param>
    public static IWebhooksBuilder AddVerifier(
        this IWebhooksBuilder builder, PaymentProvider provider, Func<IServiceProvider, IWebhookVerifier> create, string account = "")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(account);
        builder.Services.AddSingleton(new WebhookRegistration(provider, account, create));
        return builder;
    }

    /// <summary>
    /// Adds your own verifier with its options, which are validated at start-up and read for each delivery. Derive the verifier from
    /// <see cref="WebhookVerifier{TOptions}"/>.
    /// </summary>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="provider">The provider's name in the route.</param>
    /// <param name="account">The account, which is also the name of the options; empty for the only one.</param>
    /// <param name="configure">Sets the options, for example <c>options => options.Bind(section)</c>.</param>
    /// <param name="create">Creates the verifier, once. The clock comes from the container.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IWebhooksBuilder AddVerifier<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IWebhooksBuilder builder,
        PaymentProvider provider,
        string account,
        Func<OptionsBuilder<TOptions>, OptionsBuilder<TOptions>> configure,
        Func<IOptionsMonitor<TOptions>, TimeProvider, IServiceProvider, IWebhookVerifier> create)
        where TOptions : WebhookOptions =>
        builder.AddVerifier(provider, account, account, new WebhookOptionsValidator<TOptions>(provider), configure, create);

    /// <summary>Registers named options, validated at start-up, and their verifier.</summary>
    internal static IWebhooksBuilder AddVerifier<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IWebhooksBuilder builder,
        PaymentProvider provider,
        string account,
        string optionsName,
        IValidateOptions<TOptions> validator,
        Func<OptionsBuilder<TOptions>, OptionsBuilder<TOptions>> configure,
        Func<IOptionsMonitor<TOptions>, TimeProvider, IServiceProvider, IWebhookVerifier> create)
        where TOptions : WebhookOptions
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentNullException.ThrowIfNull(create);
        var services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton(validator));
        configure(services.AddOptions<TOptions>(optionsName)).ValidateOnStart();
        return builder.AddVerifier(
            provider,
            provided => create(
                provided.GetRequiredService<IOptionsMonitor<TOptions>>(), provided.GetRequiredService<TimeProvider>(), provided),
            account);
    }

    /// <summary>Makes validation errors name the path of the options in the configuration.</summary>
    internal static OptionsBuilder<TOptions> At<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this OptionsBuilder<TOptions> builder, IConfiguration section)
        where TOptions : WebhookOptions =>
        builder.PostConfigure(options => options.ConfigurationPath = (section as IConfigurationSection)?.Path);

    /// <summary>Sets on the options whether live payments are configured.</summary>
    internal static OptionsBuilder<TOptions> LiveWhere<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this OptionsBuilder<TOptions> builder, Func<IServiceProvider, string, bool> isLive)
        where TOptions : WebhookOptions =>
        builder.PostConfigure<IServiceProvider>((options, services) => options.IsLive = isLive(services, builder.Name));

    private static bool AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler, TEvent>(
        IWebhooksBuilder builder)
        where TEvent : WebhookEvent
    {
        if (!typeof(IWebhookHandler<TEvent>).IsAssignableFrom(typeof(THandler)))
        {
            return false;
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped(typeof(IWebhookHandler<TEvent>), typeof(THandler)));
        return true;
    }

    private sealed class WebhooksBuilder(IServiceCollection services) : IWebhooksBuilder
    {
        public IServiceCollection Services { get; } = services;
    }
}
