namespace CoinMoebius.Sdk.Coinflow;

// Sessions of payers.
partial interface ICoinflowClient
{
    /// <summary>Makes a session key for a payer (<c>GET /auth/session-key</c>); it lives 24 hours.</summary>
    /// <param name="payer">The payer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session, with the payer's device and address.</returns>
    /// <exception cref="ArgumentException">A value cannot stand in a header.</exception>
    Task<CoinflowSession> CreateSessionAsync(CoinflowPayer payer, CancellationToken cancellationToken = default);

    /// <summary>Asks whether a session key still counts (<c>GET /auth/verify</c>).</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when the API refuses the key (401).</returns>
    Task<bool> VerifySessionAsync(CoinflowSession session, CancellationToken cancellationToken = default);

    /// <summary>Asks what a wallet must sign to log its owner in (<c>GET /auth</c>).</summary>
    /// <param name="payer">The payer, by wallet.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">A value cannot stand in a header.</exception>
    Task<CoinflowWalletMessage> GetWalletMessageAsync(CoinflowPayer payer, CancellationToken cancellationToken = default);
}
