using System.Diagnostics;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.PayPal.Client;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>The client of PayPal's REST API. With a container use <c>AddPayPalTokenClient</c>; without one keep a single instance: it keeps the token.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed class PayPalTokenClient : IPayPalTokenClient, IDisposable
{
    private readonly ApiConnection<PayPalTokenOptions> _connection;
    private readonly AccessTokens _tokens;

    /// <inheritdoc cref="ApiClient{TOptions}(HttpClient, TOptions, TimeProvider)"/>
    public PayPalTokenClient(HttpClient httpClient, PayPalTokenOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<PayPalTokenOptions>.Over(httpClient, options, timeProvider))
    {
    }

    /// <inheritdoc cref="ApiClient{TOptions}(TOptions, TimeProvider)"/>
    public PayPalTokenClient(PayPalTokenOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<PayPalTokenOptions>.Create(options, timeProvider))
    {
    }

    internal PayPalTokenClient(ApiConnection<PayPalTokenOptions> connection)
    {
        _connection = connection;
        _tokens = new(new ApiTransport(connection.Send, connection.TimeProvider), connection.TimeProvider);
    }

    /// <inheritdoc/>
    public Task<PayPalAccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
        _tokens.GetAsync(_connection.Options(), null, cancellationToken);

    /// <inheritdoc/>
    public Task<PayPalAccessToken> ReplaceAccessTokenAsync(PayPalAccessToken refused, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return _tokens.GetAsync(_connection.Options(), refused, cancellationToken);
    }

    /// <summary>Closes the connections that the client owns. It does not dispose an <see cref="HttpClient"/> that was passed in.</summary>
    public void Dispose() => _connection.Owned?.Dispose();
}
