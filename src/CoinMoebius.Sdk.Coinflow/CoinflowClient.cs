using System.Diagnostics;
using CoinMoebius.Sdk.Http;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The client of Coinflow's API. With a container use <c>AddCoinflowClient</c>; without one keep a single instance.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed partial class CoinflowClient : ICoinflowClient, IDisposable
{
    private readonly ApiClient<CoinflowOptions> _api;

    /// <summary>
    /// Creates a client over an <see cref="HttpClient"/> of your own. Retries, time-outs and the key are added on top of it; turn off
    /// <c>AllowAutoRedirect</c> in its handler, and leave its <see cref="HttpClient.Timeout"/> above
    /// <see cref="ApiClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <param name="httpClient">Sends the requests. Its base address and default headers are not touched; it is not disposed.</param>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public CoinflowClient(HttpClient httpClient, CoinflowOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<CoinflowOptions>.Over(httpClient, options, timeProvider))
    {
    }

    internal CoinflowClient(ApiConnection<CoinflowOptions> connection) => _api = new(connection);

    private string Merchant => SafeUrls.EscapeSegment(_api.Options.MerchantId, nameof(CoinflowOptions.MerchantId));

    /// <summary>
    /// Creates a client with connections of its own, which it renews every five minutes so that changes of DNS are seen (on .NET
    /// Framework set <c>ServicePoint.ConnectionLeaseTimeout</c> yourself). Keep one for the life of the process, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public static CoinflowClient Create(CoinflowOptions options, TimeProvider? timeProvider = null) =>
        new(ApiConnection<CoinflowOptions>.Create(options, timeProvider));

    /// <summary>Closes connections of its own. An <see cref="HttpClient"/> passed in is not disposed.</summary>
    public void Dispose() => _api.Dispose();
}
