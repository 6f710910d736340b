using System.Diagnostics;
using System.Net.Http.Headers;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk;

/// <summary>How <see cref="ICoinMoebiusClient"/> reaches the Coin Moebius Cloud API. Validated at start-up.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CoinMoebiusOptions : ApiClientOptions
{
    private const string KeyPrefix = "cmk_";
    private const int MaxPollsPerMinute = 6000;

    private static readonly ApiDialect CloudDialect = new(null, "Coin Moebius", "Check CoinMoebiusOptions.ApiKey.");

    /// <summary>Creates options for <c>https://api.coinmoebius.com</c>.</summary>
    public CoinMoebiusOptions()
        : base(new("https://api.coinmoebius.com"))
    {
    }

    /// <summary>
    /// The secret key of the project (<c>cmk_…</c>), for servers only. Null or empty calls the API anonymously, with a lower rate
    /// limit. The client sends it only to <see cref="ApiClientOptions.BaseAddress"/>.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>The id of the project, from the Coin Moebius dashboard. Required.</summary>
    public string ProjectId { get; set; } = "";

    /// <summary>
    /// How many status requests all waits of one client may make in any 60 seconds, 1 to 6,000. The default is 60, the limit of the API
    /// without a key. Source: coinmoebius.com/docs/api. When many waits share it, their pauses can be longer than
    /// <see cref="ApiClientOptions.MaxPollInterval"/>.
    /// </summary>
    public int PollsPerMinute { get; set; } = 60;

    /// <summary>How long a wait tolerates that the API does not know the transaction yet. 30 seconds by default.</summary>
    public TimeSpan NotFoundGracePeriod { get; set; } = TimeSpan.FromSeconds(30);

    internal override ApiDialect Dialect => CloudDialect;

    /// <summary>Returns the project and address, without the key.</summary>
    public override string ToString() => $"CoinMoebiusOptions {{ ProjectId = {ProjectId}, BaseAddress = {BaseAddress} }}";

    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        if (ApiKey is { Length: > 0 } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    internal override void Validate(List<string> failures)
    {
        failures.Require(
            string.IsNullOrEmpty(ApiKey)
            || (OptionsFailures.IsHeaderToken(ApiKey) && ApiKey!.StartsWith(KeyPrefix, StringComparison.Ordinal) && ApiKey.Length > KeyPrefix.Length),
            "ApiKey is not a Coin Moebius key. Copy it whole from the project's page in the dashboard: it starts with \"cmk_\" and has no spaces. Leave it out to call anonymously.");
        failures.Require(
            SafeUrls.IsPathSegment(ProjectId),
            "ProjectId is empty or unusable. Set it to the project's id from the Coin Moebius dashboard.");
        failures.Require(
            PollsPerMinute is >= 1 and <= MaxPollsPerMinute,
            $"PollsPerMinute is {PollsPerMinute}; it must be 1 to {MaxPollsPerMinute}. The usual value is 60.");
        failures.Require(
            NotFoundGracePeriod >= TimeSpan.Zero,
            $"NotFoundGracePeriod is {NotFoundGracePeriod}; it must not be negative. The usual value is 00:00:30.");
    }
}
