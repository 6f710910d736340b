using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payment of a subscription.</summary>
public sealed record CoinflowSubscriptionPayment : ApiModel
{
    /// <summary>The payment's id.</summary>
    public string PaymentId { get => field ?? ""; init; }

    /// <summary>The status of the payment.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>The amounts.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Totals { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? PaidAt { get; init; }
}
