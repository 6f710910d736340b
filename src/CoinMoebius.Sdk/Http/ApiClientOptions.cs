using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk;

/// <summary>How a client of the SDK reaches its API. Validated at start-up.</summary>
public abstract class ApiClientOptions
{
    private protected ApiClientOptions(Uri baseAddress) => BaseAddress = baseAddress;

    /// <summary>
    /// The address of the API: https, or http for a loopback address (a simulator). It may have a path. The API's public address by default.
    /// The client sends the credentials only there.
    /// </summary>
    public Uri BaseAddress { get; set; }

    /// <summary>The timeout of one attempt, including the body. 10 seconds by default.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The timeout of a call with all its attempts and the pauses between. 30 seconds by default.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often the client retries a call after the first attempt; repeated sends by other handlers count too. 3 by default. 0 turns the
    /// retries off and leaves them to your own handlers, which still cannot repeat a call that may act twice.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The pause before the first retry; it doubles each time, and the client waits a random part of it ("full jitter"). Half a second by
    /// default. A <c>Retry-After</c> of the API replaces it.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause between attempts without <c>Retry-After</c>. 8 seconds by default.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The pause between the first polls of a wait; it grows by half each time the status is unchanged. 2 seconds by default.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause that a wait chooses between its polls. 30 seconds by default.</summary>
    public TimeSpan MaxPollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The API's name and how it reports errors.</summary>
    internal abstract ApiDialect Dialect { get; }

    /// <summary>Adds the credentials to a request that goes to <see cref="BaseAddress"/>.</summary>
    /// <remarks>Replaces existing values, see <see cref="RequestHeaders"/>: the same request may pass several times.</remarks>
    internal abstract void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body);

    /// <summary>Adds credentials that contain the time.</summary>
    internal virtual void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body, TimeProvider clock) => Authenticate(request, body);

    /// <summary>Adds the problems of the derived class's options and how to correct them, without secrets.</summary>
    internal abstract void Validate(List<string> failures);

    /// <summary>Moves <see cref="BaseAddress"/> to the host of an environment, unless the merchant has set another address.</summary>
    private protected void ChooseHost(Uri live, Uri sandbox, bool useSandbox)
    {
        if (BaseAddress == live || BaseAddress == sandbox)
        {
            BaseAddress = useSandbox ? sandbox : live;
        }
    }

    internal ApiClientOptions Copy() => (ApiClientOptions)MemberwiseClone();
}
