namespace CoinMoebius.Sdk.Http;

/// <summary>
/// The state of one call for the handlers. The request carries it, and so does the execution context, for copies that lost it.
/// </summary>
internal sealed class CallState(ApiClientOptions options, ApiCall call, Action? attempting = null)
{
    private const string Key = "CoinMoebius.Call";
    private static readonly AsyncLocal<CallState?> Flow = new();

    /// <summary>The options, which are read once per call.</summary>
    public ApiClientOptions Options { get; } = options;

    /// <summary>The call, to create the request again when a message cannot be sent twice.</summary>
    public ApiCall Call { get; } = call;

    /// <summary>The sends over the wire.</summary>
    public SendLog Sends { get; } = new(call.Retry, options.MaxRetries, attempting);

    /// <summary>The clock of the client.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The clock's timestamp when the call began; outer retries do not reset it.</summary>
    public long? Started { get; set; }

    public static CallState? Of(HttpRequestMessage request)
    {
#if NETSTANDARD2_0
        var state = request.Properties.TryGetValue(Key, out var found) ? found as CallState : null;
#else
        request.Options.TryGetValue(new HttpRequestOptionsKey<CallState>(Key), out var state);
#endif
        return state ?? (Flow.Value is { } current && current.IsFor(request) ? current : null);
    }

    public void AttachTo(HttpRequestMessage request)
    {
#if NETSTANDARD2_0
        request.Properties[Key] = this;
#else
        request.Options.Set(new HttpRequestOptionsKey<CallState>(Key), this);
#endif
    }

    /// <summary>Makes this the call of the execution context, until the calling asynchronous method ends.</summary>
    public void Enter() => Flow.Value = this;

    /// <summary>Returns the same call for a client with unknown handlers, limited to one send.</summary>
    public CallState ForOneSend() => new(Options, Call with { Retry = ApiRetry.Never }) { Clock = Clock };

    /// <summary>Sets the credentials in a request for the configured origin, replacing existing ones, and in no other.</summary>
    public void Authenticate(HttpRequestMessage request)
    {
        if (!Call.IsAnonymous && Origin.IsSame(request.RequestUri, Options.BaseAddress))
        {
            Options.Authenticate(request, Call.Body, Clock);
        }
    }

    /// <summary>Removes the headers that are only meant for the configured origin.</summary>
    public void RemoveOwnHeaders(HttpRequestMessage request)
    {
        using var meant = new HttpRequestMessage(Call.Method, ApiRequest.Url(Options, Call.Path));
        Authenticate(meant);
        foreach (var name in meant.Headers.Select(static header => header.Key).Concat(Call.Headers.Select(static header => header.Key)))
        {
            request.Headers.Remove(name);
        }
    }

    private bool IsFor(HttpRequestMessage request) =>
        request.Method == Call.Method && request.RequestUri == ApiRequest.Url(Options, Call.Path);
}
