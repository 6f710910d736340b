using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The payer's bank requires 3-D Secure (412). Show <see cref="Url"/> in a frame with <see cref="Creq"/> as its form, then repeat the call with
/// <see cref="CoinflowAuthentication3DS.After"/>.
/// </summary>
public sealed record CoinflowChallengeRequired : CoinflowPaymentResult
{
    /// <summary>The id for the next call.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The bank's page; https, or http on a loopback address. Null for any other URL.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? Url { get; init; }

    /// <summary>The field <c>creq</c> of the form that opens the page.</summary>
    public string? Creq { get; init; }
}
