using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of a Cash App payment.</summary>
public sealed record CoinflowCashAppInfo : ApiModel
{
    /// <summary>The status of the payment.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>The page to pay at; https, or http on a loopback address.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? CashAppLink { get; init; }

    /// <summary>Cash App's id.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>The payment deadline.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
