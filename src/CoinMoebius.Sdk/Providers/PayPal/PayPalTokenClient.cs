using System.Diagnostics;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.PayPal.Client;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>The client of PayPal's REST API. With a container use <c>AddPayPalTokenClient</c>; without one keep a single instance: it keeps the token.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed class PayPalTokenClient : IPayPalTokenClient, IDisposable
{
    private readonly ApiConnection<PayPalTokenOptions> _connection;
    private readonly AccessTokens _tokens;

    /// <summary>
    /// Creates a client over an <see cref="HttpClient"/> of your own. Retries, time-outs and the credentials are added on top of it; turn
    /// off <c>AllowAutoRedirect</c> in its handler, and leave its <see cref="HttpClient.Timeout"/> above
    /// <see cref="ApiClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <param name="httpClient">Sends the requests. Its base address and default headers are not touched; it is not disposed.</param>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public PayPalTokenClient(HttpClient httpClient, PayPalTokenOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<PayPalTokenOptions>.Over(httpClient, options, timeProvider))
    {
    }

    internal PayPalTokenClient(ApiConnection<PayPalTokenOptions> connection)
    {
        _connection = connection;
        _tokens = new(new ApiTransport(connection.Send, connection.TimeProvider), connection.TimeProvider);
    }

    /// <summary>
    /// Creates a client with connections of its own, which it renews every five minutes so that changes of DNS are seen (on .NET
    /// Framework set <c>ServicePoint.ConnectionLeaseTimeout</c> yourself). Keep one for the life of the process, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public static PayPalTokenClient Create(PayPalTokenOptions options, TimeProvider? timeProvider = null) =>
        new(ApiConnection<PayPalTokenOptions>.Create(options, timeProvider));

    /// <inheritdoc/>
    public Task<PayPalAccessToken> GetAccessTokenAsync(PayPalAccessToken? refused = null, CancellationToken cancellationToken = default) =>
        _tokens.GetAsync(_connection.Options(), refused, cancellationToken);

    /// <summary>Closes the connections of a client made with <see cref="Create"/>.</summary>
    public void Dispose() => _connection.Owned?.Dispose();
}
