namespace CoinMoebius.Sdk.Http;

/// <summary>What the handlers must know of one call. It travels with the request.</summary>
internal sealed class CallState(ApiClientOptions options, ApiCall call, Action? attempting = null)
{
    private const string Key = "CoinMoebius.Call";

    /// <summary>The options, read once per call.</summary>
    public ApiClientOptions Options { get; } = options;

    /// <summary>The call, to make the request anew where it cannot be sent twice.</summary>
    public ApiCall Call { get; } = call;

    /// <summary>The clock's timestamp when the call began.</summary>
    public long Started { get; set; }

    /// <summary>How many attempts have begun.</summary>
    public int Attempts { get; private set; }

    public static CallState? Of(HttpRequestMessage request)
    {
#if NETSTANDARD2_0
        return request.Properties.TryGetValue(Key, out var state) ? state as CallState : null;
#else
        return request.Options.TryGetValue(new HttpRequestOptionsKey<CallState>(Key), out var state) ? state : null;
#endif
    }

    public void AttachTo(HttpRequestMessage request)
    {
#if NETSTANDARD2_0
        request.Properties[Key] = this;
#else
        request.Options.Set(new HttpRequestOptionsKey<CallState>(Key), this);
#endif
    }

    public void BeginAttempt()
    {
        Attempts++;
        attempting?.Invoke();
    }
}
