using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace CoinMoebius.Sdk.PolicyHandlers.Tests.Support;

/// <summary>Handlers of others, and where they stand. Only pauses are shortened.</summary>
public sealed record Neighbours(string Name, Action<IServiceCollection> Before, Action<IHttpClientBuilder> After)
{
    public static Neighbours Aspire { get; } = InDefaults("Aspire's defaults", http => http.AddStandardResilienceHandler(Hasten));

    public static IReadOnlyList<Neighbours> All { get; } =
    [
        Aspire,
        InDefaults("hedging in the defaults", http => http.AddStandardHedgingHandler().Configure(options => options.Hedging.Delay = TimeSpan.Zero)),
        InDefaults("a retry in the defaults", http => http.AddHttpMessageHandler(() => new Again(Again.Message.TheSame))),
        InDefaults("a copying retry in the defaults", http => http.AddHttpMessageHandler(() => new Again(Again.Message.ACopy))),
        InDefaults("a retry in the defaults whose copies lose the options", http => http.AddHttpMessageHandler(() => new Again(Again.Message.ACopyWithoutOptions))),
        OnClient("the standard handler on the client", http => http.AddStandardResilienceHandler(Hasten)),
        OnClient("a retry on the client", http => http.AddHttpMessageHandler(() => new Again(Again.Message.TheSame))),
        OnClient("a copying retry on the client", http => http.AddHttpMessageHandler(() => new Again(Again.Message.ACopy))),
        OnClient("a retry on the client whose copies lose the options", http => http.AddHttpMessageHandler(() => new Again(Again.Message.ACopyWithoutOptions))),
        new("Aspire's defaults and a retry on the client", Aspire.Before, http => http.AddHttpMessageHandler(() => new Again(Again.Message.TheSame))),
    ];

    public static void Hasten(HttpStandardResilienceOptions options) => options.Retry.Delay = TimeSpan.FromMilliseconds(1);

    /// <summary>The client among them, over a handler that ends the chain.</summary>
    public ServiceProvider Build(ClientKind kind, HttpMessageHandler wire, int maxRetries = 3)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        Before(services);
        After(kind.Add(services, options => Swift(options, maxRetries)).ConfigurePrimaryHttpMessageHandler(() => wire));
        return services.BuildServiceProvider();
    }

    public static void Swift(ApiClientOptions options, int maxRetries)
    {
        options.MaxRetries = maxRetries;
        options.RetryDelay = options.MaxRetryDelay = TimeSpan.FromMilliseconds(1);
    }

    public override string ToString() => Name;

    private static Neighbours InDefaults(string name, Action<IHttpClientBuilder> add) =>
        new(name, services => services.ConfigureHttpClientDefaults(http => add(http)), _ => { });

    private static Neighbours OnClient(string name, Action<IHttpClientBuilder> add) => new(name, _ => { }, add);
}
