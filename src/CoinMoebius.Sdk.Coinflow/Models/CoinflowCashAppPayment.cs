using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer pays in Cash App.</summary>
public sealed record CoinflowCashAppPayment : CoinflowStartedPayment
{
    /// <summary>The page to which to redirect the payer; https, or http on a loopback address. Null for any other URL.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? CashAppLink { get; init; }

    /// <summary>The deadline.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
