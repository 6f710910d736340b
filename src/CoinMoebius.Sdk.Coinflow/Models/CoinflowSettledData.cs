using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payment whose money is where the merchant settles: the event <c>Settled</c> alone.</summary>
public sealed record CoinflowSettledData : CoinflowPaymentNotificationData
{
    /// <summary>The issuer's answer about the address.</summary>
    public string? AvsResponseCode { get; init; }

    /// <summary>The issuer's answer about the security code: M, N, P, S, U or X.</summary>
    public string? CvvResponseCode { get; init; }

    /// <summary>How 3-D Secure ended: <c>Frictionless</c>, <c>Challenge</c>, <c>Rejected</c>, <c>Error</c> or <c>External</c>.</summary>
    public string? ThreeDsAuthenticationStatus { get; init; }

    /// <summary>Whether the money is held back because much came at once.</summary>
    public bool? VelocityHold { get; init; }

    /// <summary>What is held back as a reserve. Its shape is not published, so as it came.</summary>
    public JsonElement? Reserve { get; init; }
}
