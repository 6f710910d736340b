namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>
/// Gives the access token that every call to PayPal's REST API needs. Thread-safe; register it with <c>AddPayPalTokenClient</c>. Source:
/// https://developer.paypal.com/api/rest/authentication/.
/// </summary>
public interface IPayPalTokenClient
{
    /// <summary>
    /// Gets the token of the REST app, for <c>Authorization: Bearer …</c>. The client keeps one token for all callers until a minute before it
    /// expires, and requests only one at a time. It does not send credentials that PayPal refuses again for five seconds.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CoinMoebiusAuthenticationException">PayPal refuses the credentials.</exception>
    /// <exception cref="CoinMoebiusException">PayPal could not be reached, or issued no token.</exception>
    Task<PayPalAccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets another token than one to which PayPal has answered 401. Otherwise as <see cref="GetAccessTokenAsync"/>.</summary>
    /// <param name="refused">The refused token. The client issues it to nobody again.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CoinMoebiusAuthenticationException">PayPal refuses the credentials.</exception>
    /// <exception cref="CoinMoebiusException">PayPal could not be reached, or issued no token.</exception>
    Task<PayPalAccessToken> ReplaceAccessTokenAsync(PayPalAccessToken refused, CancellationToken cancellationToken = default);
}
