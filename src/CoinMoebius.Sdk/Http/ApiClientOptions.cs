using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk;

/// <summary>How a client of the SDK reaches its API. Checked at start-up.</summary>
public abstract class ApiClientOptions
{
    private protected ApiClientOptions(Uri baseAddress) => BaseAddress = baseAddress;

    /// <summary>
    /// Where the API is: https, or http for a loopback address (a simulator). May have a path. The API's own address unless set. The
    /// credentials are sent there and nowhere else.
    /// </summary>
    public Uri BaseAddress { get; set; }

    /// <summary>The longest one attempt may take, body included. 10 seconds unless set.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest a call may take with all its attempts and the pauses between. 30 seconds unless set.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often a call is tried again after the first attempt; sends that other handlers ask for count as well. 3 unless set. 0 turns
    /// retries off and leaves them to handlers of your own, which still cannot repeat a call that may act twice.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The pause before the first retry; it doubles each time, and a random part of it is waited ("full jitter"). Half a second unless
    /// set. A <c>Retry-After</c> of the API counts instead.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause between attempts without <c>Retry-After</c>. 8 seconds unless set.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The pause between the first polls of a wait; it grows by half each time the status stays. 2 seconds unless set.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause a wait chooses between its polls. 30 seconds unless set.</summary>
    public TimeSpan MaxPollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How the API says what went wrong, and what it is called.</summary>
    internal abstract ApiDialect Dialect { get; }

    /// <summary>Adds the credentials to a request that goes to <see cref="BaseAddress"/>.</summary>
    /// <remarks>Replaces what is there, see <see cref="RequestHeaders"/>: a request may come by again.</remarks>
    internal abstract void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body);

    /// <summary>The same, for credentials that tell the time.</summary>
    internal virtual void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body, TimeProvider clock) => Authenticate(request, body);

    /// <summary>Says what is wrong with the options of one's own and what to do about it; never a secret.</summary>
    internal abstract void Validate(List<string> failures);

    /// <summary>Moves <see cref="BaseAddress"/> to the host of an environment, unless it is an address of the merchant's own.</summary>
    private protected void ChooseHost(Uri live, Uri sandbox, bool useSandbox)
    {
        if (BaseAddress == live || BaseAddress == sandbox)
        {
            BaseAddress = useSandbox ? sandbox : live;
        }
    }

    internal ApiClientOptions Copy() => (ApiClientOptions)MemberwiseClone();
}
