using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payment of a subscription.</summary>
public sealed record CoinflowSubscriptionPayment : ApiModel
{
    /// <summary>The payment's id.</summary>
    public string PaymentId { get => field ?? ""; init; }

    /// <summary>Where the payment stands.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>The sums.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Totals { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? PaidAt { get; init; }
}
