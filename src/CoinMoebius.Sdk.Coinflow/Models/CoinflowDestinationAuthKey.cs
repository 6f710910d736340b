using System.Diagnostics;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A short-lived token that lets a payment settle at an address of its own.</summary>
public sealed record CoinflowDestinationAuthKey : ApiModel
{
    /// <summary>The token, for <see cref="CoinflowPurchaseRequest.DestinationAuthKey"/>; never empty when the client returns it.</summary>
    [JsonPropertyName("destinationAuthKey")]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Key { get; init; }
}

/// <summary>The body of <c>POST /checkout/destination-auth-key</c>.</summary>
internal sealed record CoinflowDestinationAuthKeyRequest(string Blockchain, string Destination);
