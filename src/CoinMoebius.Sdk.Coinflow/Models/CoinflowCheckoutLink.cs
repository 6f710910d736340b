using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A hosted checkout.</summary>
public sealed record CoinflowCheckoutLink : ApiModel
{
    /// <summary>
    /// The page to send the payer to; https, or http on a loopback address, and never null in an answer of the client. It carries the
    /// payer's session: hand it to the payer only.
    /// </summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri? Link { get; init; }
}
