using System.Diagnostics;
using System.Net;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk;

/// <summary>The API answered with an error status, or with a body that the SDK cannot accept.</summary>
/// <remarks>
/// The message holds the status and, when it is a plain word, the error code. It may be logged, and holds nothing of the body; do not
/// show it to buyers. The shape of error bodies is not documented, so everything read from them may be null.
/// </remarks>
public class CoinMoebiusApiException : CoinMoebiusException
{
    /// <summary>Creates the exception.</summary>
    public CoinMoebiusApiException()
    {
    }

    /// <summary>Creates the exception with a message that holds no secret.</summary>
    /// <param name="message">What went wrong.</param>
    public CoinMoebiusApiException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that holds no secret, and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CoinMoebiusApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal CoinMoebiusApiException(string message, ApiError error)
        : base(message)
    {
        StatusCode = error.Status;
        ErrorCode = error.Code;
        ErrorMessage = error.Text;
        RetryAfter = error.RetryAfter;
        ResponseBody = error.Body;
        RequestId = error.RequestId;
        Provider = error.Provider;
    }

    /// <summary>The provider whose API was called; null for Coin Moebius Cloud.</summary>
    public PaymentProvider? Provider { get; init; }

    /// <summary>The HTTP status. A success status means that the body was unusable or reports a failure.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The machine-readable code of the error (<c>code</c>, else the <c>type</c> of the error or a one-word <c>error</c>), or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What the API states about the error (<c>message</c>, else a longer <c>error</c>), or null. May repeat what was sent.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ErrorMessage { get; init; }

    /// <summary>How long the API asks to wait (<c>Retry-After</c>), or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The API's id of the call (Stripe's <c>Request-Id</c>), for questions to its support; null where an API has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The body, at most 4,096 characters of it; null when empty. May repeat what was sent: do not log it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ResponseBody { get; init; }
}
