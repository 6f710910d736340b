using System.Net;

namespace CoinMoebius.Sdk.Http;

/// <summary>The details of <see cref="CoinMoebiusApiException"/>.</summary>
internal sealed record ApiError(HttpStatusCode Status, string? Code, string? Text, TimeSpan? RetryAfter, string? Body, string? RequestId = null, PaymentProvider? Provider = null);
