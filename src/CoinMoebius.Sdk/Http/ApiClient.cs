using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CoinMoebius.Sdk.Http;

/// <summary>Makes the calls of a gateway's client.</summary>
internal sealed class ApiClient<TOptions>(ApiConnection<TOptions> connection) : IDisposable
    where TOptions : ApiClientOptions
{
    private readonly ApiTransport _transport = new(connection.Send, connection.TimeProvider);

    /// <summary>The options as they are now.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">They were changed into unusable ones.</exception>
    public TOptions Options => connection.Options();

    public TimeProvider TimeProvider => connection.TimeProvider;

    /// <summary>Calls, and reads a JSON object.</summary>
    public Task<T> SendAsync<T>(ApiCall call, JsonTypeInfo<T> json, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(
            call,
            static (body, json) => JsonSerializer.Deserialize(body.Span, json) ?? throw new AnswerException("is null"),
            json,
            cancellationToken);

    /// <summary>Calls, and reads the body with a function, which may throw <see cref="AnswerException"/> and <see cref="JsonException"/>.</summary>
    public Task<T> SendAsync<T, TArgument>(
        ApiCall call, Func<ReadOnlyMemory<byte>, TArgument, T> read, TArgument argument, CancellationToken cancellationToken) =>
        _transport.SendAsync(new CallState(Options, call), read, argument, cancellationToken);

    /// <summary>Calls, for a success that says nothing more.</summary>
    public Task SendAsync(ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(call, static (_, _) => true, 0, cancellationToken);

    /// <summary>Watches what a call reads; see <see cref="Polling"/>.</summary>
    public IAsyncEnumerable<T> WatchAsync<T, TState>(
        Func<CancellationToken, Task<T>> read, Func<T, TState> state, Func<T, bool> isFinal, CancellationToken cancellationToken) =>
        Polling.WatchAsync(read, state, isFinal, () => Options, TimeProvider, Backoff.NextRandom, cancellationToken);

    public void Dispose() => connection.Owned?.Dispose();
}
