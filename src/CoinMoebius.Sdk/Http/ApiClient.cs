using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>The base of every API client of the SDK. It sends with the credentials, retries, time-outs and errors of the options.</summary>
/// <remarks>
/// Derive from a gateway's options, for example <c>ApiClient&lt;InqudOptions&gt;</c>, for typed calls of your own on top of
/// <see cref="SendRawAsync"/>. A client is thread-safe; keep one instance for the life of the process.
/// </remarks>
/// <typeparam name="TOptions">The options of the API.</typeparam>
[DebuggerDisplay("{GetType().Name,nq}")]
public abstract class ApiClient<TOptions> : IApiClient, IDisposable
    where TOptions : ApiClientOptions
{
    private readonly ApiTransport _transport;

    /// <summary>
    /// Creates a client over an <see cref="HttpClient"/> of your own. The client adds retries, time-outs and the credentials on top of it;
    /// turn off <c>AllowAutoRedirect</c> in its handler, and leave its <see cref="HttpClient.Timeout"/> above
    /// <see cref="ApiClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <param name="httpClient">Sends the requests. The client neither reads its base address and default headers nor disposes it.</param>
    /// <param name="options">The options. The client copies them: later changes have no effect.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    protected ApiClient(HttpClient httpClient, TOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<TOptions>.Over(httpClient, options, timeProvider))
    {
    }

    /// <summary>
    /// Creates a client with connections of its own, which it renews every five minutes to follow changes of DNS (on .NET Framework set
    /// <c>ServicePoint.ConnectionLeaseTimeout</c> yourself). Keep it for the life of the process, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options. The client copies them: later changes have no effect.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    protected ApiClient(TOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<TOptions>.Create(options, timeProvider))
    {
    }

    internal ApiClient(ApiConnection<TOptions> connection)
    {
        Connection = connection;
        _transport = new(connection.Send, connection.TimeProvider);
    }

    internal ApiConnection<TOptions> Connection { get; }

    /// <summary>The options as they are now.</summary>
    /// <exception cref="OptionsValidationException">They were changed into unusable ones.</exception>
    internal TOptions Options => Connection.Options();

    internal TimeProvider TimeProvider => Connection.TimeProvider;

    /// <inheritdoc/>
    public Task<RawResponse> SendRawAsync(RawRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendAsync(request.ToCall(nameof(request)), static (body, _) => new RawResponse(body), 0, cancellationToken);
    }

    /// <summary>Closes the connections that the client owns. It does not dispose an <see cref="HttpClient"/> that was passed in.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections that the client owns.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Connection.Owned?.Dispose();
        }
    }

    /// <summary>Calls, and reads a JSON object.</summary>
    internal Task<T> SendAsync<T>(ApiCall call, JsonTypeInfo<T> json, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(
            call,
            static (body, json) => JsonSerializer.Deserialize(body.Span, json) ?? throw new AnswerException("is null"),
            json,
            cancellationToken);

    /// <summary>Calls, and reads the body with a function, which may throw <see cref="AnswerException"/> and <see cref="JsonException"/>.</summary>
    internal Task<T> SendAsync<T, TArgument>(
        ApiCall call, Func<ReadOnlyMemory<byte>, TArgument, T> read, TArgument argument, CancellationToken cancellationToken) =>
        SendAsync(new CallState(Options, call), read, argument, cancellationToken);

    /// <summary>The same with options that were read before, from which the call was made.</summary>
    internal Task<T> SendAsync<T, TArgument>(
        CallState state, Func<ReadOnlyMemory<byte>, TArgument, T> read, TArgument argument, CancellationToken cancellationToken) =>
        _transport.SendAsync(state, read, argument, cancellationToken);

    /// <summary>Calls, for a success whose body holds nothing more.</summary>
    internal Task SendAsync(ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(call, static (_, _) => true, 0, cancellationToken);

    /// <summary>Watches what a call reads; see <see cref="Polling"/>.</summary>
    internal IAsyncEnumerable<T> PollAsync<T, TState>(
        Func<CancellationToken, Task<T>> read, Func<T, TState> state, Func<T, bool> isFinal, CancellationToken cancellationToken) =>
        Polling.WatchAsync(read, state, isFinal, () => Options, TimeProvider, Backoff.NextRandom, cancellationToken);
}
