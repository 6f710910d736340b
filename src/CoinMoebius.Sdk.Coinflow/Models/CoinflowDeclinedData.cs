namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A card payment that was declined, or stopped as suspected fraud.</summary>
public sealed record CoinflowDeclinedData : CoinflowPaymentNotificationData
{
    /// <summary>
    /// The code, such as 51; 997 is a failed 3-D Secure, 998 the issuer, 999 fraud protection. Some have leading zeros.
    /// </summary>
    public string? DeclineCode { get; init; }

    /// <summary>The description of the code.</summary>
    public string? DeclineDescription { get; init; }

    /// <summary>The issuer's result for the address.</summary>
    public string? AvsResponseCode { get; init; }

    /// <summary>The issuer's result for the security code: M, N, P, S, U or X.</summary>
    public string? CvvResponseCode { get; init; }

    /// <summary>The outcome of 3-D Secure: <c>Frictionless</c>, <c>Challenge</c>, <c>Rejected</c>, <c>Error</c> or <c>External</c>.</summary>
    public string? ThreeDsAuthenticationStatus { get; init; }
}
