using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The data for 3-D Secure, in one of three forms: the browser's properties, to start; the id of the challenge, after the payer has passed
/// it; or the result of an authentication made elsewhere.
/// </summary>
/// <remarks>Source: <c>authentication3DS</c> of https://docs.coinflow.cash/openapi.json.</remarks>
public sealed record CoinflowAuthentication3DS : ApiModel
{
    /// <summary>The browser's colour depth, in bits.</summary>
    public int? ColorDepth { get; init; }

    /// <summary>The height of the browser's screen, in pixels.</summary>
    public int? ScreenHeight { get; init; }

    /// <summary>The width of the browser's screen, in pixels.</summary>
    public int? ScreenWidth { get; init; }

    /// <summary>The browser's time zone: its offset from UTC in minutes, with JavaScript's sign.</summary>
    public int? TimeZone { get; init; }

    /// <summary>The version that the browser supports, where known.</summary>
    public string? VersionInfo { get; init; }

    /// <summary>The id of the challenge (<see cref="CoinflowChallengeRequired.TransactionId"/>), or of the authentication made elsewhere.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The cryptogram of an authentication made elsewhere.</summary>
    public string? Cavv { get; init; }

    /// <summary>The electronic commerce indicator of an authentication made elsewhere.</summary>
    public string? Eci { get; init; }

    /// <summary>The directory server's id of an authentication made elsewhere.</summary>
    public string? DsTransactionId { get; init; }

    /// <summary>The access control server's id of an authentication made elsewhere.</summary>
    public string? AcsTransactionId { get; init; }

    /// <summary>The version of an authentication made elsewhere.</summary>
    public string? Version { get; init; }

    /// <summary>Creates the data for the call after a challenge.</summary>
    /// <param name="challenge">The challenge that the payer has passed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="challenge"/> is null.</exception>
    public static CoinflowAuthentication3DS After(CoinflowChallengeRequired challenge)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        return new() { TransactionId = challenge.TransactionId };
    }

    internal void Check()
    {
        const string Property = nameof(CoinflowPurchaseRequest.Authentication3DS);
        var elsewhere = new[] { Cavv, Eci, DsTransactionId, AcsTransactionId, Version };
        if (ColorDepth is not null || ScreenHeight is not null || ScreenWidth is not null || TimeZone is not null)
        {
            CoinflowChecks.Require(
                ColorDepth is not null && ScreenHeight is not null && ScreenWidth is not null && TimeZone is not null,
                Property, "set ColorDepth, ScreenHeight, ScreenWidth and TimeZone together.");
            return;
        }

        CoinflowChecks.RequireText(TransactionId, Property + "." + nameof(TransactionId));
        CoinflowChecks.Require(
            elsewhere.All(string.IsNullOrEmpty) || !elsewhere.Any(string.IsNullOrEmpty),
            Property, "set Cavv, Eci, DsTransactionId, AcsTransactionId and Version together.");
    }
}
