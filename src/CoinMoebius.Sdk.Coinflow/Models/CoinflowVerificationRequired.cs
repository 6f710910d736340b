using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer must verify their identity (451). Redirect them to <see cref="VerificationLink"/>, then repeat the call.</summary>
/// <remarks>Source: https://docs.coinflow.cash/openapi.json.</remarks>
public sealed record CoinflowVerificationRequired : CoinflowPaymentResult
{
    /// <summary>The state of the verification.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowVerification>))]
    public CoinflowVerification? Verification { get; init; }

    /// <summary>The verification page; https, or http on a loopback address. Null when there is none.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? VerificationLink { get; init; }

    /// <summary>The page to which the payer continues afterwards, or null.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? RedirectLink { get; init; }

    /// <summary>Pages for other persons who must be verified, or null.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<CoinflowVerificationLink>))]
    public IReadOnlyList<CoinflowVerificationLink>? AdditionalVerificationLinks { get; init; }

    /// <summary>The reasons why an earlier verification failed, or null.</summary>
    [JsonConverter(typeof(LenientTextListJsonConverter))]
    public IReadOnlyList<string>? RejectionReasons { get; init; }
}

/// <summary>A verification of a person or company.</summary>
public sealed record CoinflowVerification : ApiModel
{
    /// <summary>Its id.</summary>
    public string? Reference { get; init; }

    /// <summary>The status: <c>pending</c>, <c>partial-approval</c>, <c>approved</c>, <c>rejected</c> or <c>expired</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The vendor: <c>middesk</c>, <c>sumsub</c>, <c>sumsub_docv</c>, <c>persona</c> or <c>persona_kyb</c>.</summary>
    public string? Vendor { get; init; }

    /// <summary>The name of the person or company.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is attested.</summary>
    public bool? Attested { get; init; }

    /// <summary>A token for sharing it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ShareToken { get; init; }

    /// <summary>The status of the sharing.</summary>
    public string? ShareTokenStatus { get; init; }

    /// <summary>A token for the vendor's script.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SessionToken { get; init; }
}

/// <summary>A page for another person who must be verified.</summary>
public sealed record CoinflowVerificationLink : ApiModel
{
    /// <summary>The person's name.</summary>
    public string? Name { get; init; }

    /// <summary>The page; https, or http on a loopback address.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? Link { get; init; }

    /// <summary>The id of the verification.</summary>
    public string? Reference { get; init; }

    /// <summary>The vendor.</summary>
    public string? Vendor { get; init; }

    /// <summary>A token for the vendor's script.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SessionToken { get; init; }
}
