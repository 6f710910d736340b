using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

// Sessions of payers.
partial class CoinflowClient
{
    /// <inheritdoc/>
    public async Task<CoinflowSession> CreateSessionAsync(CoinflowPayer payer, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(
            ApiCall.Get("auth/session-key") with { Headers = CoinflowHeaders.Of(payer) },
            CoinflowJson.Default.CoinflowSessionKeyAnswer,
            cancellationToken).ConfigureAwait(false);
        return OptionsFailures.IsHeaderToken(answer.Key)
            ? new CoinflowSession(answer.Key!) { DeviceId = payer.DeviceId, ClientIp = payer.ClientIp }
            : throw Odd("has no session key");
    }

    /// <inheritdoc/>
    public async Task<bool> VerifySessionAsync(CoinflowSession session, CancellationToken cancellationToken = default)
    {
        try
        {
            await SendAsync(InSession(ApiCall.Get("auth/verify"), session), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (CoinMoebiusAuthenticationException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task<CoinflowWalletMessage> GetWalletMessageAsync(CoinflowPayer payer, CancellationToken cancellationToken = default) =>
        SendAsync(
            ApiCall.Get("auth") with { Headers = CoinflowHeaders.Of(payer) }, CoinflowJson.Default.CoinflowWalletMessage, cancellationToken);
}
