using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Http;

/// <summary>What a client is made of: how to send, its options as they are now, and the clock.</summary>
/// <param name="Send">Sends through the handlers of <see cref="ApiHandlers"/>.</param>
/// <param name="Options">The options; throws when they were changed into unusable ones.</param>
/// <param name="TimeProvider">The clock.</param>
/// <param name="Owned">What the client disposes.</param>
internal sealed record ApiConnection<TOptions>(
    Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Send,
    Func<TOptions> Options,
    TimeProvider TimeProvider,
    IDisposable? Owned = null)
    where TOptions : ApiClientOptions
{
    /// <summary>Over a client of the caller's, which is left as it is.</summary>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public static ApiConnection<TOptions> Over(HttpClient httpClient, TOptions options, TimeProvider? timeProvider)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        return new(ApiHandlers.Over(() => httpClient, timeProvider), Fixed(options), timeProvider ?? TimeProvider.System);
    }

    /// <summary>With connections of its own.</summary>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public static ApiConnection<TOptions> Create(TOptions options, TimeProvider? timeProvider)
    {
        var read = Fixed(options);
        var httpClient = new HttpClient(ApiHandlers.Create(PrimaryHandler.Create(), timeProvider)) { Timeout = Timeout.InfiniteTimeSpan };
        return new(
            (request, cancellationToken) => httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken),
            read,
            timeProvider ?? TimeProvider.System,
            httpClient);
    }

    /// <summary>
    /// Through the factory of a container, which is asked at each call: its handlers grow old, while a client lives as long as the
    /// process.
    /// </summary>
    public static ApiConnection<TOptions> Over(IHttpClientFactory factory, string httpClientName, Func<TOptions> options, TimeProvider timeProvider) => new(
        (request, cancellationToken) =>
            factory.CreateClient(httpClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken),
        options,
        timeProvider);

    private static Func<TOptions> Fixed(TOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = (TOptions)options.Copy();
        ApiClientOptionsValidator<TOptions>.ThrowIfInvalid(copy);
        return () => copy;
    }
}
