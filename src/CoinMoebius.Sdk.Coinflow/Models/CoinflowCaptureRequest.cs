using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Captures an authorized payment.</summary>
public sealed record CoinflowCaptureRequest : ApiModel
{
    /// <summary>The payment.</summary>
    public required string PaymentId { get; init; }

    /// <summary>The amount, before fees.</summary>
    public required CoinflowSubtotal Subtotal { get; init; }

    /// <summary>The rent of Solana accounts.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowRent>))]
    public CoinflowRent? Rent { get; init; }

    /// <summary>A contract call that settles the purchase.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTransactionData>))]
    public CoinflowTransactionData? TransactionData { get; init; }

    internal void Check()
    {
        CoinflowChecks.RequireText(PaymentId, nameof(PaymentId));
        CoinflowChecks.RequirePositive(Subtotal, nameof(Subtotal));
    }
}

/// <summary>The body of <c>POST /checkout/void</c>.</summary>
internal sealed record CoinflowVoidRequest(string PaymentId);

/// <summary>The body of <c>PUT /checkout/review</c>.</summary>
internal sealed record CoinflowReviewRequest(string PaymentId, bool Accept);
