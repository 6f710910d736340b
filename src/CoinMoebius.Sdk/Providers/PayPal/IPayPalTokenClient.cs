namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>
/// Gives the access token that every call to PayPal's REST API needs. Thread-safe; register it with <c>AddPayPalTokenClient</c>. Source:
/// https://developer.paypal.com/api/rest/authentication/.
/// </summary>
public interface IPayPalTokenClient
{
    /// <summary>
    /// Gives the token of the REST app, to be sent as <c>Authorization: Bearer …</c>. One token is kept for all callers until a minute before
    /// it ends, and only one is asked for at a time. Credentials that PayPal refuses are not tried again for five seconds.
    /// </summary>
    /// <param name="refused">A token that PayPal has answered 401 to: it is not given again. Null unless that happened.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="CoinMoebiusAuthenticationException">PayPal refuses the credentials.</exception>
    /// <exception cref="CoinMoebiusException">PayPal could not be reached, or gave no token.</exception>
    Task<PayPalAccessToken> GetAccessTokenAsync(PayPalAccessToken? refused = null, CancellationToken cancellationToken = default);
}
