using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Client;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <content>Dev Connect, which gets a merchant's token. It wants the application's key alone.</content>
partial class MobbexClient
{
    /// <inheritdoc/>
    public Task<MobbexConnection> ConnectAsync(Uri returnUrl, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(returnUrl);
        SafeUrls.RequirePage(returnUrl, nameof(returnUrl), nameof(returnUrl));
        var call = ApiCall.Post("p/developer/connect", new MobbexConnectRequest { ReturnUrl = returnUrl }, MobbexJson.Default.MobbexConnectRequest);
        return SendAsync(
            WithHeaders(WithKeyOnly(call)),
            static (body, json) => MobbexEnvelope.ReadPayload(body, json) is { Id.Length: > 0, Url: not null } connection
                ? connection
                : throw new AnswerException("is no connection with a page that is https"),
            MobbexJson.Default.MobbexConnection, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexConnectionCredentials> GetConnectionCredentialsAsync(string connectionId, CancellationToken cancellationToken = default)
    {
        var call = ApiCall.Get($"p/developer/connect/{Segment(connectionId)}/credentials");
        return SendAsync(
            WithHeaders(WithKeyOnly(call)),
            static (body, json) => MobbexEnvelope.ReadPayload(body, json) is { AccessToken.Length: > 0 } credentials
                ? credentials
                : throw new AnswerException("holds no access token"),
            MobbexJson.Default.MobbexConnectionCredentials, cancellationToken);
    }

    private ApiCall WithKeyOnly(ApiCall call) =>
        call with { IsAnonymous = true, Headers = [new(MobbexHeaders.ApiKey, Options.ApiKey)] };
}
