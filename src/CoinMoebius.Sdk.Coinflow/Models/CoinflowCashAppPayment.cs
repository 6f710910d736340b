using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer pays in Cash App.</summary>
public sealed record CoinflowCashAppPayment : CoinflowStartedPayment
{
    /// <summary>The page to send the payer to; https, or http on a loopback address. Null when the API's is neither.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? CashAppLink { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
