using System.Diagnostics;

namespace CoinMoebius.Sdk;

/// <summary>How <see cref="ICoinMoebiusClient"/> reaches the Coin Moebius Cloud API. Checked at start-up.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CoinMoebiusOptions
{
    /// <summary>
    /// The secret key of the project (<c>cmk_…</c>), for servers only. Null or empty calls the API anonymously, with a lower rate
    /// limit. It is sent to <see cref="BaseAddress"/> and nowhere else.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>The id of the project, from the Coin Moebius dashboard. Required.</summary>
    public string ProjectId { get; set; } = "";

    /// <summary>
    /// Where the API is: https, or http for a loopback address (a simulator). May have a path. <c>https://api.coinmoebius.com</c>
    /// unless set.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://api.coinmoebius.com");

    /// <summary>The longest one attempt may take, body included. 10 seconds unless set.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest a call may take with all its attempts and the pauses between. 30 seconds unless set.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is tried again after the first attempt. 3 unless set; 0 turns retries off.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The pause before the first retry; it doubles each time, and a random part of it is waited ("full jitter"). Half a second unless
    /// set. A <c>Retry-After</c> of the API counts instead.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause between attempts without <c>Retry-After</c>. 8 seconds unless set.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// How many status requests all waits of one client may make in any 60 seconds; 1 to 6,000. 60 unless set, which is the limit of
    /// the API without a key. Source: coinmoebius.com/docs/api.
    /// </summary>
    public int PollsPerMinute { get; set; } = 60;

    /// <summary>The pause between the first polls of a wait; it grows by half each time the status stays. 2 seconds unless set.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause a wait chooses between its polls; sharing the budget may make it longer. 30 seconds unless set.</summary>
    public TimeSpan MaxPollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a wait accepts that the API does not know the transaction yet. 30 seconds unless set.</summary>
    public TimeSpan NotFoundGracePeriod { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The project and address. The key never prints.</summary>
    public override string ToString() => $"CoinMoebiusOptions {{ ProjectId = {ProjectId}, BaseAddress = {BaseAddress} }}";

    internal CoinMoebiusOptions Copy() => (CoinMoebiusOptions)MemberwiseClone();
}
