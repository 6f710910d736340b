using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer must prove who they are (451). Send them to <see cref="VerificationLink"/>, then make the call again.</summary>
/// <remarks>Source: https://docs.coinflow.cash/openapi.json.</remarks>
public sealed record CoinflowVerificationRequired : CoinflowPaymentResult
{
    /// <summary>Where the verification stands.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowVerification>))]
    public CoinflowVerification? Verification { get; init; }

    /// <summary>The page to verify at; https, or http on a loopback address. Null when there is none.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? VerificationLink { get; init; }

    /// <summary>Where the payer goes on afterwards, or null.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? RedirectLink { get; init; }

    /// <summary>Pages for others that must be verified, or null.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<CoinflowVerificationLink>))]
    public IReadOnlyList<CoinflowVerificationLink>? AdditionalVerificationLinks { get; init; }

    /// <summary>Why an earlier verification failed, or null.</summary>
    [JsonConverter(typeof(LenientTextListJsonConverter))]
    public IReadOnlyList<string>? RejectionReasons { get; init; }
}

/// <summary>A verification of a person or company.</summary>
public sealed record CoinflowVerification : ApiModel
{
    /// <summary>Its id.</summary>
    public string? Reference { get; init; }

    /// <summary>Where it stands: <c>pending</c>, <c>partial-approval</c>, <c>approved</c>, <c>rejected</c> or <c>expired</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Who verifies: <c>middesk</c>, <c>sumsub</c>, <c>sumsub_docv</c>, <c>persona</c> or <c>persona_kyb</c>.</summary>
    public string? Vendor { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Name { get; init; }

    /// <summary>Whether somebody has vouched for it.</summary>
    public bool? Attested { get; init; }

    /// <summary>A token to share it with.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ShareToken { get; init; }

    /// <summary>Where the sharing stands.</summary>
    public string? ShareTokenStatus { get; init; }

    /// <summary>A token for the vendor's script.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SessionToken { get; init; }
}

/// <summary>A page for somebody else who must be verified.</summary>
public sealed record CoinflowVerificationLink : ApiModel
{
    /// <summary>Who.</summary>
    public string? Name { get; init; }

    /// <summary>The page; https, or http on a loopback address.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? Link { get; init; }

    /// <summary>The id of the verification.</summary>
    public string? Reference { get; init; }

    /// <summary>Who verifies.</summary>
    public string? Vendor { get; init; }

    /// <summary>A token for the vendor's script.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SessionToken { get; init; }
}
