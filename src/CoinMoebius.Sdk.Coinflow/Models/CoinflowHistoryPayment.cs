using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payment as visible to its payer.</summary>
public sealed record CoinflowHistoryPayment : ApiModel
{
    /// <summary>The payment's id.</summary>
    public string PaymentId { get => field ?? ""; init; }

    /// <summary>The merchant that is paid.</summary>
    public CoinflowReference? Merchant { get; init; }

    /// <summary>The amounts.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Totals { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The status of the payment.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>The blockchain transaction that settled it, or null.</summary>
    public string? Signature { get; init; }

    /// <summary>The subscription it is for, or null.</summary>
    public CoinflowReference? Subscription { get; init; }
}

/// <summary>The response of <c>GET /customer/history</c>.</summary>
internal sealed record CoinflowHistoryAnswer
{
    [JsonConverter(typeof(LenientListJsonConverter<CoinflowHistoryPayment>))]
    public IReadOnlyList<CoinflowHistoryPayment>? History { get; init; }
}

/// <summary>The response of <c>GET /customer/history/{paymentId}</c>.</summary>
internal sealed record CoinflowHistoryPaymentAnswer
{
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowHistoryPayment>))]
    public CoinflowHistoryPayment? Payment { get; init; }
}
