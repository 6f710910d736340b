using System.Diagnostics;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>
/// An access token of a REST app (OAuth 2.0 client credentials). Whoever has it may do what the app may do, until it ends: it does not
/// print. Source: https://developer.paypal.com/api/rest/authentication/.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PayPalAccessToken
{
    /// <summary>Creates a token, for tests and stores. The client creates those that PayPal issues.</summary>
    /// <param name="value">The token itself.</param>
    /// <param name="expiresAt">When it ends.</param>
    /// <param name="scopes">What it allows; nothing is known when null.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty.</exception>
    public PayPalAccessToken(string value, DateTimeOffset expiresAt, IReadOnlyList<string>? scopes = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        (Value, ExpiresAt, Scopes) = (value, expiresAt, scopes ?? []);
    }

    /// <summary>The token itself, to be sent as <c>Authorization: Bearer …</c>. Never log it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Value { get; }

    /// <summary>When it ends, by the clock of the client. PayPal may end it sooner: it answers 401 then.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>What it allows, as addresses such as <c>https://uri.paypal.com/services/invoicing</c>; empty when PayPal does not say.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>When it ends. The token itself never prints.</summary>
    public override string ToString() => $"PayPalAccessToken {{ ExpiresAt = {ExpiresAt:u} }}";
}
