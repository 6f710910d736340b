using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A hosted checkout.</summary>
public sealed record CoinflowCheckoutLink : ApiModel
{
    /// <summary>
    /// The page to which to redirect the payer; https, or http on a loopback address, and never null when the client returns it. It contains the
    /// payer's session: give it only to the payer.
    /// </summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri? Link { get; init; }
}
