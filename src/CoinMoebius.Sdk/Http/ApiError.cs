using System.Net;

namespace CoinMoebius.Sdk.Http;

/// <summary>What an error answer says; the details of <see cref="CoinMoebiusApiException"/>.</summary>
internal sealed record ApiError(HttpStatusCode Status, string? Code, string? Text, TimeSpan? RetryAfter, string? Body, string? RequestId = null);
