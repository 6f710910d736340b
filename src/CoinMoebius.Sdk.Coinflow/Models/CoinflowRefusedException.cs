using System.Diagnostics;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Coinflow refused a call for a reason that it documents; see <see cref="Refusal"/>.</summary>
/// <remarks>
/// Other refusals throw the general exceptions: <see cref="CoinMoebiusAuthenticationException"/> (401), <see cref="CoinMoebiusNotFoundException"/>
/// (404), <see cref="CoinMoebiusValidationException"/> (400), <see cref="CoinflowValidationException"/> (422) and
/// <see cref="CoinMoebiusRateLimitException"/> (429). The message may be logged; the details are personal data. Source:
/// https://docs.coinflow.cash/guides/checkout/implementation-overview/errors/common-checkout-pay-in-errors and
/// https://docs.coinflow.cash/openapi.json.
/// </remarks>
public sealed class CoinflowRefusedException : CoinMoebiusApiException
{
    /// <summary>Creates the exception.</summary>
    public CoinflowRefusedException()
    {
    }

    /// <summary>Creates the exception with a message that contains no secret.</summary>
    /// <param name="message">What went wrong.</param>
    public CoinflowRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that contains no secret, and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CoinflowRefusedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal CoinflowRefusedException(string message, ApiError error)
        : base(message, error)
    {
    }

    /// <summary>The reason.</summary>
    public CoinflowRefusal Refusal { get; init; }

    /// <summary>The description of the reason (<c>reason</c>, otherwise <c>details</c>), or null. It may repeat sent data.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Reason { get; init; }

    /// <summary>Coinflow's id of the failure, for its support; or null.</summary>
    public string? DebugId { get; init; }

    /// <summary>The challenge of <see cref="CoinflowRefusal.ChallengeRequired"/>; otherwise null.</summary>
    public CoinflowChallengeRequired? Challenge { get; init; }

    /// <summary>The verification of <see cref="CoinflowRefusal.VerificationRequired"/>; otherwise null.</summary>
    public CoinflowVerificationRequired? Verification { get; init; }
}
