using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payment whose money has reached the merchant's settlement location: only for the event <c>Settled</c>.</summary>
public sealed record CoinflowSettledData : CoinflowPaymentNotificationData
{
    /// <summary>The issuer's result for the address.</summary>
    public string? AvsResponseCode { get; init; }

    /// <summary>The issuer's result for the security code: M, N, P, S, U or X.</summary>
    public string? CvvResponseCode { get; init; }

    /// <summary>The outcome of 3-D Secure: <c>Frictionless</c>, <c>Challenge</c>, <c>Rejected</c>, <c>Error</c> or <c>External</c>.</summary>
    public string? ThreeDsAuthenticationStatus { get; init; }

    /// <summary>Whether the money is held because of a high volume.</summary>
    public bool? VelocityHold { get; init; }

    /// <summary>The reserve. Its format is not published, so it is plain JSON.</summary>
    public JsonElement? Reserve { get; init; }
}
