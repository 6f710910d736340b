namespace CoinMoebius.Sdk;

/// <summary>What every API client of the SDK can do beside its typed calls.</summary>
public interface IApiClient
{
    /// <summary>
    /// Sends a call that the SDK does not model, with the client's credentials, retries, time-outs and errors. A call other than GET or HEAD
    /// is retried only when the API has certainly not acted on it, unless <see cref="RawRequest.IsIdempotent"/> says that repeating it is harmless.
    /// </summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Cancels the call; the API may have acted on it nevertheless.</param>
    /// <returns>The response; its status is 2xx.</returns>
    /// <exception cref="ArgumentException">The path leaves the base address, or a header cannot be sent.</exception>
    /// <exception cref="CoinMoebiusApiException">The API answers with an error.</exception>
    /// <exception cref="CoinMoebiusTransportException">No response came.</exception>
    Task<RawResponse> SendRawAsync(RawRequest request, CancellationToken cancellationToken = default);
}
