using System.Diagnostics;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// A payer's session: calls in it carry its key and not the merchant's. Made by <see cref="ICoinflowClient.CreateSessionAsync"/>, or
/// from a key that your site has kept.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CoinflowSession
{
    /// <summary>Wraps a session key.</summary>
    /// <param name="sessionKey">The key, a JWT for one payer that is valid for 24 hours.</param>
    /// <exception cref="ArgumentException">The key is empty or invalid in a header.</exception>
    public CoinflowSession(string sessionKey) => SessionKey = CoinflowHeaders.Checked(sessionKey, nameof(sessionKey));

    /// <summary>The key. Anyone who has it can pay as this payer: give it only to the payer's own browser.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SessionKey { get; }

    /// <summary>The id of the payer's device from Coinflow's fraud script; required when chargeback protection is enabled.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The payer's IP address, when your server calls for the payer.</summary>
    public string? ClientIp { get; init; }

    /// <summary>Returns the type's name only, so that the key is never printed.</summary>
    public override string ToString() => nameof(CoinflowSession);
}
