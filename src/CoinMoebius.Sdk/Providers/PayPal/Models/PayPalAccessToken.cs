using System.Diagnostics;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>
/// An access token of a REST app (OAuth 2.0 client credentials). Its holder may do what the app may do until it expires, so it never
/// prints. Source: https://developer.paypal.com/api/rest/authentication/.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PayPalAccessToken
{
    /// <summary>Creates a token, for tests and stores. The client creates the tokens that PayPal issues.</summary>
    /// <param name="value">The token itself.</param>
    /// <param name="expiresAt">When it expires.</param>
    /// <param name="scopes">The permissions; null when unknown.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty.</exception>
    public PayPalAccessToken(string value, DateTimeOffset expiresAt, IReadOnlyList<string>? scopes = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        (Value, ExpiresAt, Scopes) = (value, expiresAt, scopes ?? []);
    }

    /// <summary>The token itself, for <c>Authorization: Bearer …</c>. Never log it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Value { get; }

    /// <summary>When it expires, by the clock of the client. PayPal may revoke it sooner and then responds with 401.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The permissions, as addresses such as <c>https://uri.paypal.com/services/invoicing</c>; empty when unknown.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Returns the expiry, without the token.</summary>
    public override string ToString() => $"PayPalAccessToken {{ ExpiresAt = {ExpiresAt:u} }}";
}
